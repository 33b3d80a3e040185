import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { recordDispositionAction, undoTouchAction } from "#app/(dashboard)/today/actions.ts";
import { LeadPage } from "#components/lead/lead-page.tsx";
import { itemsWanted, leadParams } from "#components/lead/lead-params.ts";
import { LivePage } from "#components/live/live-page.tsx";
import { findLead } from "#db/queries/lead.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { addAdjustmentAction, withdrawAdjustmentAction } from "./actions.ts";
import { openLead } from "./open-lead.ts";

type Props = { params: Promise<{ leadId: string }>; searchParams: Promise<SearchParams> };

const load = createLoader(leadParams);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const user = await requireUser("view_leads");
  const leadId = parseId((await params).leadId);
  const lead = leadId === null ? null : await findLead({ viewer: user, leadId });
  if (!lead) notFound();
  return { title: lead.name ?? (await getTranslations("lead"))("unnamed", { leadId: lead.leadId }) };
}

export default async function LeadRoute({ params, searchParams }: Props) {
  const user = await requireUser("view_leads");
  const at = now();
  const leadId = parseId((await params).leadId);
  if (leadId === null) notFound();
  const { day, show, items } = await load(searchParams);
  const wanted = itemsWanted(items);
  const timeZone = await findOrganisationZone();
  const view = await openLead({ user, leadId, day, show, items: wanted, timeZone, at });
  if (!view) notFound();
  return (
    <>
      <LivePage readAt={at.getTime()} leadId={leadId} />
      <LeadPage
        view={view}
        show={show}
        items={wanted}
        day={day}
        work={can(user.role, "work_leads") ? { record: recordDispositionAction, undo: undoTouchAction } : null}
        adjust={
          can(user.role, "adjust_scores") ? { add: addAdjustmentAction, withdraw: withdrawAdjustmentAction } : null
        }
      />
    </>
  );
}

/** Ids are whole numbers; everything else names no lead. */
function parseId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
