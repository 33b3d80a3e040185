import { createHash } from "node:crypto";
import { parseTexts } from "#lib/json.ts";

/** What names one lead: a kind with a value that is unique in it, as stored in `lead_identities`. */
export type LeadIdentity = { readonly kind: string; readonly value: string };

const EXTERNAL = "external:";
export const EMAIL_KIND = "email";
/** Of leads without an e-mail of their own and without an external id. */
export const PERSON_KIND = "person";

const MOST_EMAIL_CHARACTERS = 320;
export const MOST_EXTERNAL_ID_CHARACTERS = 512;

/** Local parts that a team reads: they tell companies apart, not persons. */
const ROLE_ADDRESSES = new Set(
  `abuse accounting accounts administratie administration admin bestellungen billing boekhouding buchhaltung
  contact directie einkauf empfang enquiries facturen facturatie feedback finance hello hallo help helpdesk hr
  info inkoop inquiries invoice invoices jobs kantoor klantenservice kontakt kundenservice mail mailbox management
  marketing news newsletter no-reply noreply office orders personeel post postmaster press privacy purchasing
  reception receptie rechnung sales secretariaat sekretariat service support team vacatures verkoop vertrieb
  webmaster welcome zentrale`.split(/\s+/),
);

/** The address as it is compared: without blanks, in lower case; null when it is no address. */
export function normalizeEmail(text: string): string | null {
  const address = text.replace(/[\s\u200b\ufeff]+/g, "").toLowerCase();
  const at = address.indexOf("@");
  const isAddress = at > 0 && at === address.lastIndexOf("@") && at < address.length - 1;
  return isAddress && address.length <= MOST_EMAIL_CHARACTERS ? address : null;
}

/** Whether a team rather than a person reads the (normalised) address. */
export function isRoleAddress(email: string): boolean {
  const local = email.slice(0, email.indexOf("@"));
  return ROLE_ADDRESSES.has(local.split("+")[0] ?? local);
}

/** The identity that an e-mail gives; null for a role address and for what is no address. */
export function emailIdentity(text: string): LeadIdentity | null {
  const email = normalizeEmail(text);
  return email === null || isRoleAddress(email) ? null : { kind: EMAIL_KIND, value: email };
}

/** The kind of the ids that leads have at a source. */
export function externalKind(source: string): string {
  return EXTERNAL + source;
}

/** Whether it is an id at a source. */
export function isExternal({ kind }: LeadIdentity): boolean {
  return kind.startsWith(EXTERNAL);
}

/** The source whose id it is; null when it is none of a source. */
export function sourceOf(identity: LeadIdentity): string | null {
  return isExternal(identity) ? identity.kind.slice(EXTERNAL.length) : null;
}

/** The identity that a lead has at a source; null when the id is blank or too long to be one. */
export function externalIdentity(source: string, id: string): LeadIdentity | null {
  const value = id.trim();
  return value === "" || value.length > MOST_EXTERNAL_ID_CHARACTERS ? null : { kind: externalKind(source), value };
}

/** Identities as one cell of a file: a JSON list of `kind:value`, as `external:hubspot:51`. */
export function writeIdentities(identities: readonly LeadIdentity[]): string {
  return JSON.stringify(identities.map(({ kind, value }) => `${kind}:${value}`));
}

/** What `writeIdentities` wrote; null when the text is something else. */
export function readIdentities(text: string): LeadIdentity[] | null {
  const names = parseTexts(text)?.map(readIdentity);
  return names?.every((name) => name !== null) ? names : null;
}

/** An id at a source, an address, or the mark of a person with neither; what is none of them names nobody. */
const NAMED = /^(?:(?<source>external:[a-z][a-z0-9_-]*)|(?<plain>email|person)):(?<value>.+)$/s;

function readIdentity(text: string): LeadIdentity | null {
  const { source, plain, value = "" } = NAMED.exec(text)?.groups ?? {};
  if (source !== undefined) return externalIdentity(source.slice(EXTERNAL.length), value);
  if (plain === EMAIL_KIND) return emailIdentity(value);
  return plain === PERSON_KIND && /^[0-9a-f]{32}$/.test(value) ? { kind: PERSON_KIND, value } : null;
}

/** All that is left to know a lead by when it has neither an e-mail of its own nor an external id. */
export type PersonTraits = readonly (string | null)[];

/**
 * The identity of a person known by name, phone, company or a role address only: the same traits
 * (case and blanks ignored) name the same lead; null when nothing is known.
 */
export function personIdentity(traits: PersonTraits): LeadIdentity | null {
  const known = traits.map((trait) => trait?.toLowerCase().replace(/\s+/g, " ").trim() ?? "");
  if (known.every((trait) => trait === "")) return null;
  const digest = createHash("sha256").update(known.join("\u0000")).digest("hex");
  return { kind: PERSON_KIND, value: digest.slice(0, 32) };
}
