import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { cache } from "react";
import { findOwnOrganisation } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { WhenRead } from "#app/_server/when-read.tsx";
import {
  answerQuestionAction,
  recordCallAction,
  recordDispositionAction,
  recordNoteAction,
  undoNoteAction,
  undoTouchAction,
} from "#app/(dashboard)/today/actions.ts";
import type { Adjusting } from "#components/lead/adjusting.ts";
import { LeadLoading } from "#components/lead/lead-loading.tsx";
import { LeadPage } from "#components/lead/lead-page.tsx";
import { itemsWanted, leadParams } from "#components/lead/lead-params.ts";
import type { WorkActions } from "#components/lead/use-work.ts";
import { LivePage } from "#components/live/live-page.tsx";
import { findLead } from "#db/queries/lead.ts";
import type { Organisation } from "#db/queries/organisation.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { can } from "#lib/access/permissions.ts";
import { seesAllLeads } from "#lib/access/roles.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import { now } from "#lib/clock.ts";
import type { LeadProfile } from "#lib/leads/profile.ts";
import {
  addAdjustmentAction,
  flagLeadAction,
  recordDealAction,
  reopenLeadAction,
  withdrawAdjustmentAction,
} from "./actions.ts";
import { openLead } from "./open-lead.ts";

type Props = { params: Promise<{ leadId: string }>; searchParams: Promise<SearchParams> };

const load = createLoader(leadParams);

const readProfile = cache(async (text: string): Promise<LeadProfile> => {
  const user = await requireUser("view_leads");
  const leadId = parseId(text);
  const lead = leadId === null ? null : await findLead({ viewer: user, leadId });
  if (lead) return lead;
  // A page that was open, or is linked to, may be of a record that went into another lead.
  const survivor = leadId === null ? null : (await findSurvivor(leadId)).leadId;
  if (survivor !== null && survivor !== leadId) redirect(`/leads/${survivor}`);
  return notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, leadId } = await readProfile((await params).leadId);
  return { title: name ?? (await getTranslations("lead"))("unnamed", { leadId }) };
}

export default async function LeadRoute({ params, searchParams }: Props) {
  const user = await requireUser("view_leads");
  const at = now();
  const profile = await readProfile((await params).leadId);
  const { day, show, items, event } = await load(searchParams);
  const wanted = itemsWanted(items);
  const organisation = await findOwnOrganisation();
  const timeZone = organisation?.timeZone ?? "UTC";
  const reading = openLead({ user, profile, day, show, items: wanted, eventId: event, timeZone, at });
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
            eventId={event}
            userId={user.userId}
            work={workOf(user)}
            giving={can(user.role, "work_leads") ? { staysInSight: seesAllLeads(user.role) } : null}
            answer={can(user.role, "work_leads") ? answerQuestionAction : null}
            mayMerge={can(user.role, "merge_leads")}
            mayTry={can(user.role, "view_model")}
            adjusting={adjustingOf(user, organisation)}
            dealing={
              organisation && can(user.role, "work_leads")
                ? { record: recordDealAction, currency: organisation.currency }
                : null
            }
            flag={can(user.role, "flag_leads") ? flagLeadAction : null}
          />
        )}
      </WhenRead>
    </>
  );
}

function workOf({ role }: SessionUser): WorkActions | null {
  if (!can(role, "work_leads")) return null;
  return {
    record: recordDispositionAction,
    undo: undoTouchAction,
    keepNote: recordNoteAction,
    logCall: recordCallAction,
    undoNote: undoNoteAction,
    reopen: can(role, "manage_team") ? reopenLeadAction : null,
  };
}

/** Who may correct as they see fit does; a rep within the room that the organisation gives, which may be none. */
function adjustingOf({ role, userId }: SessionUser, organisation: Organisation | null): Adjusting | null {
  if (!can(role, "adjust_scores")) return null;
  const actions = { add: addAdjustmentAction, withdraw: withdrawAdjustmentAction };
  if (can(role, "adjust_freely")) return { ...actions, room: null };
  const points = organisation?.repAdjustmentPoints ?? 0;
  return points === 0 ? null : { ...actions, room: { points, userId } };
}

/** Ids are whole numbers; everything else names no lead. */
function parseId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
