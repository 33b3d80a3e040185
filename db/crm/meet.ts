import type { CrmContact } from "#lib/crm/door.ts";
import { reconcile } from "#lib/crm/reconcile.ts";
import type { CrmSettings } from "#lib/crm/settings.ts";
import type { LeadChange, LeadState } from "#lib/import/fold.ts";
import { normalizeEmail } from "#lib/leads/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { Exchange, OwnerBook } from "./exchange.ts";
import type { Conflict, Link, SeenPair } from "./links.ts";

type Meeting = {
  readonly contact: CrmContact;
  readonly leadId: number;
  /** The lead as it is stored; null: it is new. */
  readonly state: LeadState | null;
  /** What a contact before it in the page says of the same lead. */
  readonly before: LeadChange | null;
  /** null: they never met. */
  readonly link: Link | null;
  readonly pairs: Exchange["pairs"];
  readonly owners: OwnerBook;
  readonly settings: CrmSettings;
};

type Met = {
  readonly change: Omit<LeadChange, "accountId">;
  readonly link: Link;
  readonly conflicts: readonly Conflict[];
};

/** What comes of a contact and its lead, value by value. */
export function meet(meeting: Meeting): Met {
  const { contact, leadId, link, settings } = meeting;
  const values: Record<string, FieldValue> = {};
  const seen: Record<string, SeenPair> = {};
  const conflicts: Conflict[] = [];
  for (const { field, to } of meeting.pairs) {
    if (to.startsWith("account.")) continue;
    const here = meeting.before?.values[to] ?? meeting.state?.values[to] ?? null;
    const there = valueThere(contact, { name: field.name, to });
    const pair = link?.seen[to];
    const last = pair ? { here: pair[0], there: pair[1] } : null;
    const { takes, isConflict } = reconcile({ here, there, seen: last, winner: settings.fieldsWin });
    if (takes && there !== null) values[to] = there;
    if (isConflict)
      conflicts.push({ leadId, field: to, before: last?.there ?? null, here, there, winner: settings.fieldsWin });
    seen[to] = [takes ? there : here, there];
  }
  const owner = meetOwner(meeting);
  return {
    change: {
      values,
      permissions: contact.refusesEmail ? { mayEmail: false } : {},
      createdAt: contact.createdAt,
      ownerId: owner.takes,
      outcomes: [],
    },
    link: {
      leadId,
      crmId: contact.id,
      seen,
      ownerHere: owner.here,
      ownerThere: contact.ownerId,
      isOwnerPending: owner.isPending,
    },
    conflicts: [...conflicts, ...owner.conflicts],
  };
}

/** An address is compared as it is stored. */
function valueThere(
  { values }: CrmContact,
  { name, to }: { readonly name: string; readonly to: string },
): FieldValue | null {
  const value = values[name] ?? null;
  return to === "email" && typeof value === "string" ? normalizeEmail(value) : value;
}

function meetOwner({ contact, leadId, state, before, link, owners, settings }: Meeting) {
  const here = before?.ownerId ?? state?.ownerId ?? null;
  const userOf = (id: string | null) => (id === null ? null : (owners.userOf.get(id) ?? null));
  const there = settings.pullsOwners ? userOf(contact.ownerId) : null;
  const seen = link && { here: link.ownerHere, there: userOf(link.ownerThere) };
  const { takes, isConflict } = reconcile({ here, there, seen, winner: settings.ownersWin });
  const nameOf = (id: string | null) => (id === null ? null : (owners.nameThere.get(id) ?? id));
  const conflict: Conflict = {
    leadId,
    field: "owner",
    before: nameOf(link?.ownerThere ?? null),
    here: here === null ? null : (owners.nameHere.get(here) ?? null),
    there: nameOf(contact.ownerId),
    winner: settings.ownersWin,
  };
  const isOurs = !takes && here !== null && here !== there;
  // At a first meeting somebody there whom nobody knows here stays the owner there.
  const isPending = isOurs && (link ? here !== link.ownerHere || link.isOwnerPending || isConflict : there !== null);
  return {
    takes: takes ? there : null,
    here: takes ? there : here,
    isPending,
    conflicts: isConflict ? [conflict] : [],
  };
}
