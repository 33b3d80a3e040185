import { z } from "zod";
import { errorOf } from "./hubspot-refusals.ts";
import {
  type Properties,
  type Responded,
  STAMP,
  type StoredObject,
  searchObjects,
  toResult,
} from "./hubspot-search.ts";

type Owner = { readonly id: string; readonly email: string; readonly firstName: string; readonly lastName: string };
type Property = { readonly name: string; readonly label: string; readonly type: string; readonly fieldType: string };

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

const updateSchema = z.object({
  inputs: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string()) })).max(100),
});
const readSchema = z.object({ inputs: z.array(z.object({ id: z.string() })).max(1000) });
const createSchema = z.object({ name: z.string(), label: z.string(), type: z.string(), fieldType: z.string() });

/** What a HubSpot account holds and does, in memory; `now` gives epoch milliseconds. */
export function openHubspotPortal(now: () => number) {
  const contacts = new Map<string, StoredObject>();
  const deals = new Map<string, StoredObject & { contactIds: string[] }>();
  const owners: Owner[] = [];
  const properties: (Property & { groupName: string })[] = USUAL.map((each) => ({
    ...each,
    groupName: "contactinformation",
  }));
  const groups = new Set<string>();
  return { contacts, deals, owners, properties, groups, addContact, addDeal, change, respond };

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
        return searchObjects([...contacts.values()], body);
      case "POST /crm/v3/objects/deals/search":
        return searchObjects([...deals.values()], body);
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
