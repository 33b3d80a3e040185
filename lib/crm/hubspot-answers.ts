import { z } from "zod";
import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";
import { CrmError } from "./crm-error.ts";
import type { CrmContact, CrmDeal, CrmField } from "./door.ts";

const ROLLING_MS = 10_000;
const DAY_LIMIT_MS = 3_600_000;

export const accountSchema = z.object({ portalId: z.number(), uiDomain: z.string(), companyCurrency: z.string() });
export const propertySchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: z.string(),
  hidden: z.boolean().optional(),
});
export const ownerSchema = z.object({
  id: z.string(),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
});
export const pagingSchema = z.object({ next: z.object({ after: z.string() }).optional() }).optional();
export const objectSchema = z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) });
export type HubspotObject = z.infer<typeof objectSchema>;
export const associationsSchema = z.object({
  from: z.object({ id: z.string() }),
  to: z.array(z.object({ toObjectId: z.coerce.string() })),
});
export const failuresSchema = z.object({
  errors: z
    .array(
      z.object({
        category: z.string(),
        message: z.string(),
        context: z.record(z.string(), z.array(z.string())).default({}),
      }),
    )
    .default([]),
});
const refusalSchema = z.object({ message: z.string(), category: z.string(), policyName: z.string() }).partial();
const cursorSchema = z.object({ since: z.number(), next: z.number().nullable(), lastId: z.string() });
export type Cursor = z.infer<typeof cursorSchema>;
export const START: Cursor = { since: 0, next: null, lastId: "0" };

export function refusalOf({ status, headers }: Response, said: unknown): CrmError {
  const { message = "", category = "", policyName = "" } = refusalSchema.safeParse(said).data ?? {};
  const detail = `${status} ${message}`;
  if (status === 401) return new CrmError("signed_out", detail);
  if (status === 403) return new CrmError("not_allowed", detail);
  if (status !== 429) return new CrmError(status >= 500 || status === 408 ? "failing" : "refused", detail);
  const isDaily =
    /daily/i.test(`${policyName} ${category} ${message}`) || headers.get("x-hubspot-ratelimit-daily-remaining") === "0";
  const seconds = Number(headers.get("retry-after"));
  const askedMs = seconds > 0 ? seconds * 1000 : null;
  if (isDaily) return new CrmError("used_up", detail, { afterMs: askedMs ?? DAY_LIMIT_MS });
  return new CrmError("paced", detail, {
    afterMs: askedMs ?? (/ten_?secondly/i.test(`${policyName} ${message}`) ? ROLLING_MS : 1000),
  });
}

/** Where to go on; from the beginning when nobody can tell, which does no more than take time. */
export function readCursor(cursor: string | null): Cursor {
  if (cursor === null) return START;
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    return START;
  }
}

export function fieldTypeOf(type: string, fieldType: string): FieldType {
  if (type === "bool" || fieldType === "booleancheckbox") return "boolean";
  if (type === "number") return "number";
  if (type === "date" || type === "datetime") return "date";
  return type === "enumeration" && fieldType === "checkbox" ? "list" : "text";
}

export function toContact(
  { id, properties }: HubspotObject,
  fields: readonly CrmField[],
  timeZone: string,
): CrmContact {
  const values: Record<string, FieldValue> = {};
  for (const { name, type } of fields) {
    const value = readProperty(properties[name] ?? "", type, timeZone);
    if (value !== null) values[name] = value;
  }
  return {
    id,
    email: properties.email || null,
    createdAt: instantOf(properties.createdate),
    ownerId: properties.hubspot_owner_id || null,
    refusesEmail: properties.hs_email_optout === "true",
    values,
  };
}

/** null: it is empty, or not of its type. */
function readProperty(text: string, type: FieldType, timeZone: string): FieldValue | null {
  const said = text.trim();
  if (said === "") return null;
  switch (type) {
    case "text":
      return said;
    case "number":
      return Number.isFinite(Number(said)) ? Number(said) : null;
    case "boolean":
      return said === "true" ? true : said === "false" ? false : null;
    case "list":
      return said.split(";").filter(Boolean);
    case "date": {
      const day = parseEpochDay(said);
      const at = day === null ? instantOf(said) : null;
      return day ?? (at === null ? null : localDay(at, timeZone));
    }
  }
}

/** A time as its ISO text or its milliseconds; null: none. */
function instantOf(text: string | null | undefined): number | null {
  if (!text) return null;
  const at = /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

export function toDeal(
  { id, properties }: HubspotObject,
  contactIds: readonly string[],
  usualCurrency: string,
): CrmDeal {
  const amount = properties.amount ? Number(properties.amount) : Number.NaN;
  return {
    id,
    contactIds,
    result: properties.hs_is_closed_won === "true" ? "won" : "lost",
    closedAt: instantOf(properties.closedate),
    amount: Number.isFinite(amount) ? amount : null,
    currency: properties.deal_currency_code || usualCurrency || null,
  };
}
