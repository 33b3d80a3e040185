import { accounts, leads, users } from "#db/schema/index.ts";
import { leadName } from "#lib/leads/lead-name.ts";

/** Who a lead of a list is, and whose; of `leads` with its account and its owner. */
export const LISTED_PERSON = {
  leadId: leads.id,
  firstName: leads.firstName,
  lastName: leads.lastName,
  jobTitle: leads.jobTitle,
  company: accounts.name,
  country: leads.country,
  email: leads.email,
  phone: leads.phone,
  mayCall: leads.mayCall,
  mayEmail: leads.mayEmail,
  owner: users.name,
};

type Found = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
};

/** The same by one name, without the ways to reach whoever may not be reached by them. */
export function toListedPerson<Row extends Found>({ firstName, lastName, mayCall, mayEmail, ...row }: Row) {
  const email = mayEmail ? row.email : null;
  return { ...row, name: leadName({ firstName, lastName, email }), email, phone: mayCall ? row.phone : null };
}
