import { z } from "zod";
import {
  type CrmDeal,
  type CrmDoor,
  type CrmFailure,
  type CrmField,
  type CrmOpening,
  type CrmPage,
  PUSH_TARGETS,
  type PushTarget,
  type TargetWords,
  type UsualFields,
} from "./door.ts";
import {
  accountSchema,
  associationsSchema,
  type Cursor,
  failuresSchema,
  fieldTypeOf,
  type HubspotObject,
  objectSchema,
  ownerSchema,
  pagingSchema,
  propertySchema,
  readCursor,
  toContact,
  toDeal,
} from "./hubspot-answers.ts";
import { openCalls } from "./hubspot-calls.ts";
import type { Patience } from "./patience.ts";

const PAGE = 100;
/** Documented: what was just written may be missing from a search for some moments. */
const LAG_MS = 120_000;

const GROUP = "voorrang";
const PROPERTIES: Readonly<
  Record<PushTarget, { readonly name: string; readonly type: string; readonly fieldType: string }>
> = {
  fit: { name: "voorrang_fit", type: "number", fieldType: "number" },
  engagement: { name: "voorrang_engagement", type: "number", fieldType: "number" },
  combined: { name: "voorrang_score", type: "number", fieldType: "number" },
  cell: { name: "voorrang_cell", type: "string", fieldType: "text" },
  reasons: { name: "voorrang_reasons", type: "string", fieldType: "textarea" },
};
const CONTACT_PROPERTIES = ["email", "createdate", "hubspot_owner_id", "hs_email_optout"];
const DEAL_PROPERTIES = ["hs_is_closed_won", "closedate", "amount", "deal_currency_code"];

const USUAL_FIELDS: UsualFields = {
  first_name: "firstname",
  last_name: "lastname",
  email: "email",
  phone: "phone",
  job_title: "jobtitle",
  country: "country",
  city: "city",
  "account.name": "company",
  "account.industry": "industry",
};

/** HubSpot's public API, version 3 and for associations 4, as its published OpenAPI documents say. */
export function openHubspot(opening: CrmOpening, { sleep }: Pick<Patience, "sleep"> = {}): CrmDoor {
  const { timeZone } = opening;
  const ask = openCalls(opening, { sleep });
  let known: Promise<z.infer<typeof accountSchema>> | null = null;

  return { usualFields: USUAL_FIELDS, account, listFields, listOwners, makeTargets, pullContacts, pullDeals, push };

  function readAccount() {
    known ??= ask({ path: "/account-info/v3/details", schema: accountSchema }).then(({ said }) => said);
    return known;
  }

  async function account() {
    const { portalId, uiDomain } = await readAccount();
    return { id: String(portalId), name: `${portalId} (${uiDomain})` };
  }

  async function listFields(): Promise<CrmField[]> {
    return (await readProperties()).flatMap(({ name, label, type, fieldType, groupName, hidden }) =>
      hidden || groupName === GROUP ? [] : [{ name, label, type: fieldTypeOf(type, fieldType) }],
    );
  }

  async function listOwners() {
    const schema = z.object({ results: z.array(ownerSchema), paging: pagingSchema });
    const owners: z.infer<typeof ownerSchema>[] = [];
    for (let after: string | undefined; ; ) {
      const { said } = await ask({ path: "/crm/v3/owners", qs: { limit: PAGE, ...(after && { after }) }, schema });
      owners.push(...said.results);
      after = said.paging?.next?.after;
      if (after === undefined) break;
    }
    return owners.map(({ id, email, firstName, lastName }) => {
      const name = [firstName, lastName].filter(Boolean).join(" ");
      return { id, email: email || null, name: name || email || id };
    });
  }

  async function makeTargets(targets: readonly PushTarget[], words: TargetWords) {
    const there = await readProperties();
    const missing = targets.filter((target) => there.every(({ name }) => name !== PROPERTIES[target].name));
    if (missing.length === 0) return;
    if (there.every(({ groupName }) => groupName !== GROUP))
      await make("/crm/v3/properties/contacts/groups", { name: GROUP, label: "Voorrang", displayOrder: -1 });
    for (const target of missing)
      await make("/crm/v3/properties/contacts", { ...PROPERTIES[target], label: words[target], groupName: GROUP });
  }

  async function readProperties() {
    const schema = z.object({ results: z.array(propertySchema) });
    return (await ask({ path: "/crm/v3/properties/contacts", schema })).said.results;
  }

  /** One that somebody else just made stays as it is. */
  async function make(path: string, body: unknown): Promise<void> {
    await ask({ path, body, schema: z.unknown(), mayBeThere: true });
  }

  async function pullContacts({ cursor, fields }: Parameters<CrmDoor["pullContacts"]>[0]) {
    const properties = [...CONTACT_PROPERTIES, ...fields.map(({ name }) => name)];
    const page = await search("contacts", { cursor, modified: "lastmodifieddate", properties });
    return { ...page, records: page.records.map((record) => toContact(record, fields, timeZone)) };
  }

  async function pullDeals({ cursor }: { readonly cursor: string | null }): Promise<CrmPage<CrmDeal>> {
    const closed = { propertyName: "hs_is_closed", operator: "EQ", value: "true" };
    const asked = { cursor, modified: "hs_lastmodifieddate", properties: DEAL_PROPERTIES, filters: [closed] };
    const page = await search("deals", asked);
    if (page.records.length === 0) return { ...page, records: [] };
    const { companyCurrency } = await readAccount();
    const contacts = await contactsOf(page.records.map(({ id }) => id));
    return {
      ...page,
      records: page.records.map((deal) => toDeal(deal, contacts.get(deal.id) ?? [], companyCurrency)),
    };
  }

  /**
   * The next records by id of those that changed since: each page is a search of its own, so that neither the
   * 10,000 results which a search gives at most nor a change meanwhile leaves one out.
   */
  async function search(
    object: "contacts" | "deals",
    { cursor, modified, properties, filters = [] }: Search,
  ): Promise<CrmPage<HubspotObject>> {
    const from = readCursor(cursor);
    const body = {
      filterGroups: [
        {
          filters: [
            { propertyName: modified, operator: "GTE", value: String(from.since) },
            { propertyName: "hs_object_id", operator: "GT", value: from.lastId },
            ...filters,
          ],
        },
      ],
      sorts: ["hs_object_id"],
      properties,
      limit: PAGE,
      after: "0",
    };
    const schema = z.object({ results: z.array(objectSchema) });
    const { said, answeredAt } = await ask({ path: `/crm/v3/objects/${object}/search`, body, schema, isSearch: true });
    const next = from.next ?? Math.max(from.since, answeredAt - LAG_MS);
    const isLast = said.results.length < PAGE;
    const lastId = said.results.at(-1)?.id ?? from.lastId;
    const onward: Cursor = isLast ? { since: next, next: null, lastId: "0" } : { since: from.since, next, lastId };
    return { records: said.results, cursor: JSON.stringify(onward), isLast };
  }

  async function contactsOf(dealIds: readonly string[]): Promise<Map<string, string[]>> {
    const { said } = await ask({
      path: "/crm/v4/associations/deals/contacts/batch/read",
      body: { inputs: dealIds.map((id) => ({ id })) },
      schema: z.object({ results: z.array(associationsSchema) }),
    });
    return new Map(said.results.map(({ from, to }) => [from.id, to.map(({ toObjectId }) => toObjectId)]));
  }

  async function push(updates: Parameters<CrmDoor["push"]>[0]): Promise<CrmFailure[]> {
    const inputs = updates.map(({ id, values, ownerId }) => {
      const properties: Record<string, string> = ownerId === undefined ? {} : { hubspot_owner_id: ownerId };
      for (const target of PUSH_TARGETS) {
        const value = values[target];
        if (value !== undefined) properties[PROPERTIES[target].name] = value === null ? "" : String(value);
      }
      return { id, properties };
    });
    const { said } = await ask({
      path: "/crm/v3/objects/contacts/batch/update",
      body: { inputs },
      schema: failuresSchema,
    });
    return said.errors.flatMap(({ category, message, context }) =>
      (context.ids ?? []).map((id): CrmFailure => {
        const reason = category === "OBJECT_NOT_FOUND" ? "gone" : "refused";
        return { id, reason, detail: message };
      }),
    );
  }
}

type Search = {
  readonly cursor: string | null;
  /** The property that says when a record changed. */
  readonly modified: string;
  readonly properties: readonly string[];
  readonly filters?: readonly { readonly propertyName: string; readonly operator: string; readonly value: string }[];
};
