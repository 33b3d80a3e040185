import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { breaches } from "./contract.ts";

type Properties = Record<string, string | null>;
export type StoredObject = { id: string; properties: Properties; modifiedAt: number };
type Owner = { readonly id: string; readonly email: string; readonly firstName: string; readonly lastName: string };
type Property = { readonly name: string; readonly label: string; readonly type: string; readonly fieldType: string };
type Refusal = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };

export const TEST_TOKEN = "pat-eu1-test";
const MOST_FOUND = 10_000;
const STAMP = "2026-03-01T09:00:00.000Z";
const USUAL: readonly Property[] = [
  { name: "firstname", label: "First Name", type: "string", fieldType: "text" },
  { name: "lastname", label: "Last Name", type: "string", fieldType: "text" },
  { name: "email", label: "Email", type: "string", fieldType: "text" },
  { name: "jobtitle", label: "Job Title", type: "string", fieldType: "text" },
  { name: "company", label: "Company Name", type: "string", fieldType: "text" },
  { name: "numemployees_exact", label: "Employees", type: "number", fieldType: "number" },
  { name: "interests", label: "Interests", type: "enumeration", fieldType: "checkbox" },
  { name: "renewal", label: "Renewal", type: "date", fieldType: "date" },
];

const searchSchema = z.object({
  filterGroups: z.tuple([
    z.object({
      filters: z.array(z.object({ propertyName: z.string(), operator: z.string(), value: z.string() })).max(6),
    }),
  ]),
  sorts: z.tuple([z.string()]),
  properties: z.array(z.string()),
  limit: z.number().max(200),
  after: z.string(),
});
const updateSchema = z.object({
  inputs: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string()) })).max(100),
});
const readSchema = z.object({ inputs: z.array(z.object({ id: z.string() })).max(1000) });
const createSchema = z.object({ name: z.string(), label: z.string(), type: z.string(), fieldType: z.string() });

/**
 * HubSpot as its published documents say it is, in memory, on this machine. What is asked and what is answered is held
 * against the contract; a breach is a failure of the test that sees `breaches`.
 */
export async function openHubspotServer({ now = () => Date.parse(STAMP) }: { now?: () => number } = {}) {
  const contacts = new Map<string, StoredObject>();
  const deals = new Map<string, StoredObject & { contactIds: string[] }>();
  const owners: Owner[] = [];
  const properties: (Property & { groupName: string })[] = USUAL.map((each) => ({
    ...each,
    groupName: "contactinformation",
  }));
  const groups = new Set<string>();
  const calls: { path: string; body: unknown }[] = [];
  const broken: string[] = [];
  /** Answers of the next calls instead of what they ask for. */
  const refusals: Refusal[] = [];

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      broken.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    contacts,
    deals,
    owners,
    properties,
    groups,
    calls,
    broken,
    refusals,
    addContact,
    addDeal,
    change,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };

  function addContact(id: string, given: Properties, modifiedAt = now()): void {
    const createdate = new Date(modifiedAt).toISOString();
    contacts.set(id, { id, properties: { createdate, ...given }, modifiedAt });
  }

  function addDeal(id: string, given: Properties, contactIds: string[], modifiedAt = now()): void {
    deals.set(id, { id, properties: given, modifiedAt, contactIds });
  }

  /** What somebody does to a contact there. */
  function change(id: string, given: Properties): void {
    const contact = contacts.get(id);
    if (!contact) throw new Error(`There is no contact ${id}.`);
    Object.assign(contact.properties, given);
    contact.modifiedAt = now();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString("utf8");
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://hubspot.test");
    calls.push({ path: pathname, body });
    const refusal = refusals.shift();
    if (refusal) return send(response, refusal);
    if (request.headers.authorization !== `Bearer ${TEST_TOKEN}`)
      return send(response, {
        status: 401,
        body: errorOf("INVALID_AUTHENTICATION", "Authentication credentials not found."),
      });
    const { answer, schemas, status = 200 } = respond(`${request.method} ${pathname}`, body, searchParams);
    if (schemas.asked) broken.push(...breaches(body, schemas.asked));
    broken.push(...breaches(answer, status >= 400 ? "Error" : schemas.said));
    send(response, { status, body: answer });
  }

  function send(response: ServerResponse, { status, body, headers = {} }: Refusal): void {
    const date = new Date(now()).toUTCString();
    response.writeHead(status, { "content-type": "application/json", date, ...headers }).end(JSON.stringify(body));
  }

  function respond(route: string, body: unknown, query: URLSearchParams): Responded {
    switch (route) {
      case "GET /account-info/v3/details":
        return { answer: ACCOUNT, schemas: { said: "PortalInformationResponse" } };
      case "GET /crm/v3/properties/contacts":
        return {
          answer: { results: properties.map(toProperty) },
          schemas: { said: "CollectionResponsePropertyNoPaging" },
        };
      case "POST /crm/v3/properties/contacts/groups":
        groups.add("voorrang");
        return {
          answer: { archived: false, displayOrder: -1, label: "Voorrang", name: "voorrang" },
          schemas: { asked: "PropertyGroupCreate", said: "PropertyGroup" },
          status: 201,
        };
      case "POST /crm/v3/properties/contacts":
        return create(body);
      case "GET /crm/v3/owners":
        return { answer: ownersPage(query), schemas: { said: "CollectionResponsePublicOwnerForwardPaging" } };
      case "POST /crm/v3/objects/contacts/search":
        return search([...contacts.values()], body);
      case "POST /crm/v3/objects/deals/search":
        return search([...deals.values()], body);
      case "POST /crm/v3/objects/contacts/batch/update":
        return update(body);
      case "POST /crm/v4/associations/deals/contacts/batch/read":
        return associations(body);
      default:
        throw new Error(`HubSpot has no ${route}.`);
    }
  }

  function create(body: unknown): Responded {
    const schemas = { asked: "PropertyCreate", said: "Property" };
    const made = createSchema.parse(body);
    if (properties.some(({ name }) => name === made.name))
      return { answer: errorOf("OBJECT_ALREADY_EXISTS", "A property with that name exists."), schemas, status: 409 };
    properties.push({ ...made, groupName: "voorrang" });
    return { answer: toProperty({ ...made, groupName: "voorrang" }), schemas, status: 201 };
  }

  function ownersPage(query: URLSearchParams): unknown {
    const from = Number(query.get("after") ?? 0);
    const limit = Number(query.get("limit"));
    const page = owners.slice(from, from + limit).map((owner) => ({
      ...owner,
      type: "PERSON",
      archived: false,
      createdAt: STAMP,
      updatedAt: STAMP,
    }));
    const paging = from + limit < owners.length ? { paging: { next: { after: String(from + limit) } } } : {};
    return { results: page, ...paging };
  }

  function search(objects: readonly StoredObject[], body: unknown): Responded {
    const schemas = { asked: "PublicObjectSearchRequest", said: "CollectionResponseWithTotalSimplePublicObject" };
    const { filterGroups, properties: named, limit, after } = searchSchema.parse(body);
    const from = Number(after);
    if (from + limit > MOST_FOUND)
      return {
        answer: errorOf("VALIDATION_ERROR", "Paging beyond 10,000 results is not supported."),
        schemas,
        status: 400,
      };
    const found = objects
      .filter((each) => filterGroups[0].filters.every((filter) => isMatch(each, filter)))
      .sort((a, b) => Number(a.id) - Number(b.id));
    const results = found.slice(from, from + limit).map((each) => toResult(each, named));
    const next = from + limit < found.length ? { paging: { next: { after: String(from + limit) } } } : {};
    return { answer: { total: found.length, results, ...next }, schemas };
  }

  function update(body: unknown): Responded {
    const { inputs } = updateSchema.parse(body);
    const asked = "BatchInputSimplePublicObjectBatchInput";
    const unknown = inputs.flatMap((input) => Object.keys(input.properties)).find((name) => !isProperty(name));
    if (unknown !== undefined) {
      const answer = errorOf("VALIDATION_ERROR", `Property "${unknown}" does not exist`);
      return { answer, schemas: { asked, said: "Error" }, status: 400 };
    }
    const gone = inputs.filter(({ id }) => !contacts.has(id)).map(({ id }) => id);
    for (const { id, properties: given } of inputs) if (contacts.has(id)) change(id, given);
    const results = inputs.flatMap(({ id }) => {
      const contact = contacts.get(id);
      return contact ? [toResult(contact, Object.keys(contact.properties))] : [];
    });
    const answer = { status: "COMPLETE", results, startedAt: STAMP, completedAt: STAMP };
    if (gone.length === 0) return { answer, schemas: { asked, said: "BatchResponseSimplePublicObject" } };
    const error = { status: "error", category: "OBJECT_NOT_FOUND", message: "Could not get some CONTACT objects" };
    const errors = [{ ...error, context: { ids: gone }, links: {}, errors: [] }];
    return {
      answer: { ...answer, numErrors: errors.length, errors },
      schemas: { asked, said: "BatchResponseSimplePublicObjectWithErrors" },
      status: 207,
    };
  }

  function isProperty(name: string): boolean {
    return name === "hubspot_owner_id" || properties.some((each) => each.name === name);
  }

  function associations(body: unknown): Responded {
    const { inputs } = readSchema.parse(body);
    const results = inputs.flatMap(({ id }) => {
      const to = (deals.get(id)?.contactIds ?? []).map((toObjectId) => ({ toObjectId, associationTypes: [] }));
      return to.length === 0 ? [] : [{ from: { id }, to }];
    });
    return {
      answer: { status: "COMPLETE", results, startedAt: STAMP, completedAt: STAMP },
      schemas: {
        asked: "BatchInputPublicFetchAssociationsBatchRequest",
        said: "BatchResponsePublicAssociationMultiWithLabel",
      },
    };
  }
}

export type HubspotServer = Awaited<ReturnType<typeof openHubspotServer>>;

type Responded = {
  readonly answer: unknown;
  readonly schemas: { readonly asked?: string; readonly said: string };
  readonly status?: number;
};

const ACCOUNT = {
  portalId: 1234567,
  accountType: "STANDARD",
  timeZone: "Europe/Amsterdam",
  companyCurrency: "EUR",
  additionalCurrencies: [],
  utcOffset: "+01:00",
  utcOffsetMilliseconds: 3_600_000,
  uiDomain: "app-eu1.hubspot.com",
  dataHostingLocation: "eu1",
};

function toProperty(property: Property & { readonly groupName: string }) {
  return { description: "", options: [], hidden: false, ...property };
}

function toResult({ id, properties, modifiedAt }: StoredObject, named: readonly string[]) {
  const asked = Object.fromEntries(named.map((name) => [name, properties[name] ?? null]));
  const updatedAt = new Date(modifiedAt).toISOString();
  return { id, properties: asked, createdAt: STAMP, updatedAt, archived: false };
}

function isMatch(
  { id, properties, modifiedAt }: StoredObject,
  {
    propertyName,
    operator,
    value,
  }: { readonly propertyName: string; readonly operator: string; readonly value: string },
): boolean {
  const isTime = propertyName === "lastmodifieddate" || propertyName === "hs_lastmodifieddate";
  const stored = propertyName === "hs_object_id" ? id : isTime ? String(modifiedAt) : properties[propertyName];
  switch (operator) {
    case "GTE":
      return Number(stored) >= Number(value);
    case "GT":
      return Number(stored) > Number(value);
    case "EQ":
      return stored === value;
    default:
      throw new Error(`The test's HubSpot knows no ${operator}.`);
  }
}

export function errorOf(category: string, message: string) {
  return { status: "error", category, message, correlationId: "aeb5f871-7f07-4993-9211-075dc63e7cbf" };
}

/** As HubSpot refuses a call that comes too soon, or after the last of the day. */
export function tooMany(
  policyName: "SECONDLY" | "TEN_SECONDLY_ROLLING" | "DAILY",
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const message = `You have reached your ${policyName.toLowerCase()} limit.`;
  return { status: 429, body: { ...errorOf("RATE_LIMITS", message), errorType: "RATE_LIMIT", policyName }, headers };
}
