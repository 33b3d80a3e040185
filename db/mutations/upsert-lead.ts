import { and, eq, inArray, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { listOwners } from "#db/queries/owners.ts";
import { leadIdentities, leads } from "#db/schema/index.ts";
import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { normalizeDomain } from "#lib/leads/account-identity.ts";
import { mayHold, whyNotHeld } from "#lib/leads/editable-fields.ts";
import { emailIdentity, externalIdentity, type LeadIdentity, normalizeEmail } from "#lib/leads/identity.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { addLead } from "./add-lead.ts";
import { assignLead } from "./assign-lead.ts";
import { confirmLeads } from "./confirm-leads.ts";
import { nameAccount } from "./name-account.ts";
import { scoreLeads } from "./score-leads.ts";
import { setAccountFields } from "./set-account-fields.ts";
import { setLeadFields } from "./set-lead-fields.ts";
import { uniteLeads } from "./unite-leads.ts";

export type UpsertLead = {
  /** undefined: says nothing of it; null empties it. */
  readonly email: string | null | undefined;
  readonly externalIds: readonly { readonly source: string; readonly id: string }[];
  /** The company the person works for. */
  readonly account: { readonly name: string | null; readonly domain: string | null } | undefined;
  /** By e-mail address; null: nobody. */
  readonly owner: string | null | undefined;
  readonly permissions: { readonly mayCall?: boolean; readonly mayEmail?: boolean; readonly mayScore?: boolean };
  /** Without the e-mail. A date is an epoch day. */
  readonly values: Readonly<Record<string, FieldValue | null>>;
  /** Only of a lead that is made. */
  readonly createdAt: Date | null;
  readonly at: Date;
};

export type UpsertedLead = {
  readonly leadId: number;
  readonly isMade: boolean;
  /** What is not as it was; empty: nothing. */
  readonly changed: readonly string[];
};

/**
 * Makes the lead that an e-mail address and ids at sources name, or changes it, in the caller's transaction, which
 * a refusal has to undo. The same said again changes nothing; an id that is new joins the lead. Several leads that they name become one, as `uniteLeads` has it;
 * refused where they are to stay apart.
 */
export async function upsertLead(input: UpsertLead, executor: Executor): Promise<Result<UpsertedLead>> {
  const names = namesOf(input);
  if (!names.ok) return names;
  await uniteLeads({ identities: names.value, at: input.at }, executor);
  const found = await findNamed(names.value, executor);
  if (found.length > 1) return refuse("conflict", { reason: "names_several_leads" });
  const ownerId = await findOwner(input, executor);
  if (ownerId === null) return refuse("invalid_input", { fields: { owner: "unknown_user" } });
  const [known] = found;
  const written =
    known === undefined ? await make(input, names.value, executor) : await change(input, known, names.value, executor);
  if (!written.ok) return written;
  const { leadId } = written.value;
  if (known !== undefined) await confirmLeads([known], executor);
  const standing = [
    ...(await place(input, leadId, executor)),
    ...(ownerId !== undefined && (await own(leadId, ownerId.userId, input.at, executor)) ? ["owner"] : []),
  ];
  if (known === undefined || standing.length > 0)
    await scoreLeads({ leadIds: [leadId], at: input.at, cause: "field" }, executor);
  return ok({ leadId, isMade: known === undefined, changed: [...written.value.changed, ...standing] });
}

function namesOf({ email, externalIds }: UpsertLead): Result<readonly LeadIdentity[]> {
  if (typeof email === "string" && normalizeEmail(email) === null)
    return refuse("invalid_input", { fields: { email: "not_an_email" } });
  const address = typeof email === "string" ? emailIdentity(email) : null;
  const names = externalIds.flatMap(({ source, id }) => externalIdentity(source, id) ?? []);
  const all = address ? [address, ...names] : names;
  // An address that a team reads names nobody.
  return all.length === 0 ? refuse("invalid_input", { fields: { email: "lead_needs_name" } }) : ok(distinct(all));
}

function distinct(names: readonly LeadIdentity[]): LeadIdentity[] {
  return [...new Map(names.map((name) => [`${name.kind} ${name.value}`, name])).values()];
}

async function findNamed(names: readonly LeadIdentity[], executor: Executor): Promise<number[]> {
  const rows = await executor
    .selectDistinct({ leadId: leadIdentities.leadId })
    .from(leadIdentities)
    .where(
      or(...names.map(({ kind, value }) => and(eq(leadIdentities.kind, kind), inArray(leadIdentities.value, [value])))),
    );
  return rows.map(({ leadId }) => leadId);
}

/** undefined: nothing is said of it; null: there is no such user. */
async function findOwner({ owner }: UpsertLead, executor: Executor) {
  if (owner === undefined) return undefined;
  if (owner === null) return { userId: null };
  const userId = (await listOwners(executor)).get(owner.toLowerCase());
  return userId === undefined ? null : { userId };
}

type Written = Result<{ readonly leadId: number; readonly changed: readonly string[] }>;

async function make(input: UpsertLead, identities: readonly LeadIdentity[], executor: Executor): Promise<Written> {
  const { at, createdAt } = input;
  const values = valuesOf(input);
  const types = await readFieldTypes(executor);
  const wrong = Object.entries(values).filter(([field, value]) => !mayHold(field, value, types));
  if (wrong.length > 0)
    return refuse("invalid_input", {
      fields: Object.fromEntries(wrong.map(([field]) => [field, whyNotHeld(field, types)])),
    });
  const born = settleClaimedTime({ claimed: (createdAt ?? at).getTime(), arrived: at.getTime() });
  if (!born.ok) return refuse("invalid_input", { fields: { created_at: born.reason } });
  const organisation = await findOrganisation(executor);
  if (!organisation) return refuse("conflict");
  const { timeZone } = organisation;
  const leadId = await addLead({ identities, values, createdAt: new Date(born.occurredAt), timeZone, at }, executor);
  if (leadId === null) return refuse("conflict", { reason: "made_meanwhile" });
  await lockLeads([leadId], executor);
  return ok({ leadId, changed: Object.keys(values) });
}

async function change(
  input: UpsertLead,
  leadId: number,
  identities: readonly LeadIdentity[],
  executor: Executor,
): Promise<Written> {
  const set = await setLeadFields({ leadId, viewer: null, values: valuesOf(input), at: input.at }, executor);
  if (!set.ok) return set;
  const joined = await executor
    .insert(leadIdentities)
    .values(identities.map((identity) => ({ ...identity, leadId })))
    .onConflictDoNothing()
    .returning({ kind: leadIdentities.kind });
  return ok({ leadId, changed: [...set.value.changed, ...(joined.length > 0 ? ["external_ids"] : [])] });
}

function valuesOf({ email, values }: UpsertLead) {
  return email === undefined ? values : { ...values, email };
}

async function own(leadId: number, toUserId: number | null, at: Date, executor: Executor): Promise<boolean> {
  return (await assignLead({ leadId, toUserId, cause: "import", actorId: null, at }, executor)) !== null;
}

/** Its company and what may be done with it. Gives what is not as it was. */
async function place({ account, permissions, at }: UpsertLead, leadId: number, executor: Executor): Promise<string[]> {
  const accountId = account && (await findAccount(account, at, executor));
  const [was] = await executor
    .select({ accountId: leads.accountId, mayCall: leads.mayCall, mayEmail: leads.mayEmail, mayScore: leads.mayScore })
    .from(leads)
    .where(eq(leads.id, leadId));
  const said = { ...permissions, ...(accountId && { accountId }) };
  const changed = Object.entries(said).filter(([key, value]) => was?.[key as keyof typeof was] !== value);
  if (changed.length === 0) return [];
  await executor
    .update(leads)
    .set({ ...said, updatedAt: at })
    .where(eq(leads.id, leadId));
  return changed.map(([key]) => key);
}

async function findAccount({ name, domain }: NonNullable<UpsertLead["account"]>, at: Date, executor: Executor) {
  const found = await nameAccount({ name, domain, at }, executor);
  const host = domain === null ? null : normalizeDomain(domain);
  // A company known by its name alone goes by its domain from now on.
  if (found && !found.isMade && host !== null)
    await setAccountFields(
      { accountId: found.accountId, values: { "account.domain": host }, actorId: null, at },
      executor,
    );
  return found?.accountId;
}
