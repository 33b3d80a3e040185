import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { cache } from "react";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { WhenRead } from "#app/_server/when-read.tsx";
import { recordDispositionAction, undoTouchAction } from "#app/(dashboard)/today/actions.ts";
import { LeadLoading } from "#components/lead/lead-loading.tsx";
import { LeadPage } from "#components/lead/lead-page.tsx";
import { itemsWanted, leadParams } from "#components/lead/lead-params.ts";
import { LivePage } from "#components/live/live-page.tsx";
import { findLead } from "#db/queries/lead.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import type { LeadProfile } from "#lib/leads/profile.ts";
import { addAdjustmentAction, withdrawAdjustmentAction } from "./actions.ts";
import { openLead } from "./open-lead.ts";

type Props = { params: Promise<{ leadId: string }>; searchParams: Promise<SearchParams> };

const load = createLoader(leadParams);

const readProfile = cache(async (text: string): Promise<LeadProfile> => {
  const user = await requireUser("view_leads");
  const leadId = parseId(text);
  const lead = leadId === null ? null : await findLead({ viewer: user, leadId });
  return lead ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, leadId } = await readProfile((await params).leadId);
  return { title: name ?? (await getTranslations("lead"))("unnamed", { leadId }) };
}

export default async function LeadRoute({ params, searchParams }: Props) {
  const user = await requireUser("view_leads");
  const at = now();
  const profile = await readProfile((await params).leadId);
  const { day, show, items } = await load(searchParams);
  const wanted = itemsWanted(items);
  const timeZone = await findOrganisationZone();
  const reading = openLead({ user, profile, day, show, items: wanted, timeZone, at });
  return (
    <>
      <LivePage readAt={at.getTime()} leadId={profile.leadId} />
      <WhenRead reading={reading} loading={<LeadLoading profile={profile} />}>
        {(view) => (
          <LeadPage
            view={view}
            show={show}
            items={wanted}
            day={day}
            work={can(user.role, "work_leads") ? { record: recordDispositionAction, undo: undoTouchAction } : null}
            mayTry={can(user.role, "view_model")}
            adjust={
              can(user.role, "adjust_scores") ? { add: addAdjustmentAction, withdraw: withdrawAdjustmentAction } : null
            }
          />
        )}
      </WhenRead>
    </>
  );
}

/** Ids are whole numbers; everything else names no lead. */
function parseId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
