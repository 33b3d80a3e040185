import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { MergePage } from "#components/merge/merge-page.tsx";
import { findLead } from "#db/queries/lead.ts";
import { findLeadId } from "#db/queries/lead-identity.ts";
import { listMergeCandidates } from "#db/queries/merge-candidates.ts";
import { listMerges, readMergePreview } from "#db/queries/merge-preview.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { now } from "#lib/clock.ts";
import { readLeadNumber } from "#lib/leads/lead-number.ts";
import { mergeLeadsAction, undoMergeAction } from "./actions.ts";

type Props = {
  params: Promise<{ leadId: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
};

export const generateMetadata = titleFor("merge_leads", async () => (await getTranslations("merge"))("title"));

export default async function MergeRoute({ params, searchParams }: Props) {
  const viewer = await requireUser("merge_leads");
  const leadId = readLeadNumber((await params).leadId) ?? 0;
  const profile = await findLead({ viewer, leadId });
  if (!profile) notFound();
  const { with: asked } = await searchParams;
  const other = typeof asked === "string" && asked.trim() !== "" ? asked.trim() : null;
  const otherId = other === null ? null : await findLeadId({ text: other });
  const [candidates, merges, catalogue, preview] = await Promise.all([
    listMergeCandidates({ leadId, viewer }),
    listMerges({ leadId }),
    readModelCatalogue(),
    otherId === null ? null : readMergePreview({ keptId: leadId, mergedId: otherId, viewer, at: now() }),
  ]);
  return (
    <MergePage
      lead={{ leadId, name: profile.name }}
      asked={other}
      preview={preview}
      candidates={candidates}
      merges={merges}
      catalogue={catalogue}
      actions={{ merge: mergeLeadsAction, undo: undoMergeAction }}
    />
  );
}
