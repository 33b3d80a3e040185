/** What names an account, as stored in `account_identities`. */
export type AccountIdentity = { readonly kind: "domain" | "name"; readonly value: string };

/** The identities of a company: its domain, and its name for rows that say no more. */
export function accountIdentities({ name, domain }: { name: string | null; domain: string | null }): AccountIdentity[] {
  const identities: AccountIdentity[] = [];
  const host = domain === null ? null : normalizeDomain(domain);
  if (host) identities.push({ kind: "domain", value: host });
  const plain = name?.toLowerCase().replace(/\s+/g, " ").trim();
  if (plain) identities.push({ kind: "name", value: plain });
  return identities;
}

/** `https://www.Acme.nl/contact` and `acme.nl` are one domain; null when nothing of it is left. */
export function normalizeDomain(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/^www\./, "")
    .split(/[/?#:\s]/)[0];
  return host || null;
}
