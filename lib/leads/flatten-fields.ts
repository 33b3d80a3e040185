import type { FieldChange, FieldValue } from "#lib/scoring/facts.ts";
import { emailDomain } from "./email-domain.ts";

/** The columns of a lead that conditions may name. */
export type LeadColumns = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly language: string | null;
  readonly source: string | null;
  readonly custom: Readonly<Record<string, FieldValue>>;
};

export type AccountColumns = {
  readonly name: string;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly country: string | null;
  readonly city: string | null;
  /** Keyed as `field_definitions.key`, so with `account.` in front. */
  readonly custom: Readonly<Record<string, FieldValue>>;
};

type Fields = Record<string, FieldValue | null>;

/** All fields of a lead and its account by the keys that conditions use. */
export function flattenFields(lead: LeadColumns, account: AccountColumns | null): Fields {
  const fields: Fields = {
    ...lead.custom,
    first_name: lead.firstName,
    last_name: lead.lastName,
    email: lead.email,
    email_domain: emailDomain(lead.email),
    phone: lead.phone,
    job_title: lead.jobTitle,
    country: lead.country,
    city: lead.city,
    language: lead.language,
    source: lead.source,
  };
  return account ? Object.assign(fields, accountFields(account)) : fields;
}

function accountFields(account: AccountColumns): Fields {
  return {
    ...account.custom,
    "account.name": account.name,
    "account.domain": account.domain,
    "account.industry": account.industry,
    "account.employees": account.employees,
    "account.country": account.country,
    "account.city": account.city,
  };
}

/** A field's history with the history of what is derived from it. */
export function withDerived(change: FieldChange): FieldChange[] {
  if (change.field !== "email") return [change];
  const value = typeof change.value === "string" ? emailDomain(change.value) : null;
  return [change, { ...change, field: "email_domain", value }];
}
