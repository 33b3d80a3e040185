import { accounts, leads } from "#db/schema/index.ts";

/** The columns that hold a lead's own fields, as `flattenFields` takes them. */
export const LEAD_FIELDS = {
  firstName: leads.firstName,
  lastName: leads.lastName,
  email: leads.email,
  phone: leads.phone,
  jobTitle: leads.jobTitle,
  country: leads.country,
  city: leads.city,
  language: leads.language,
  source: leads.source,
  custom: leads.custom,
};

/** What else is kept of a lead: whose it is, where it stands, and what may be done with it. */
export const LEAD_STANDING = {
  ownerId: leads.ownerId,
  stage: leads.stage,
  stageEnteredAt: leads.stageEnteredAt,
  returnsOn: leads.returnsOn,
  mayCall: leads.mayCall,
  mayEmail: leads.mayEmail,
  mayScore: leads.mayScore,
  createdAt: leads.createdAt,
};

/** Those of its account's. */
export const ACCOUNT_FIELDS = {
  name: accounts.name,
  domain: accounts.domain,
  industry: accounts.industry,
  employees: accounts.employees,
  country: accounts.country,
  city: accounts.city,
  custom: accounts.custom,
};
