import {
  EMAIL_KIND,
  externalIdentity,
  isRoleAddress,
  type LeadIdentity,
  normalizeEmail,
  readIdentities,
} from "#lib/leads/identity.ts";
import { type Binding, bindCell, type Cell } from "./cells.ts";
import type { RowProblem } from "./reasons.ts";

/** Who a row is about: what a file of ours says first, then ids at the source, then e-mail addresses. */
export type NamedLead = { readonly identities: readonly LeadIdentity[]; readonly email: string | null };

/** Reads the columns that name the lead. */
export class IdentityReader {
  readonly #named: readonly Cell[];
  readonly #ids: readonly Cell[];
  readonly #emails: readonly Cell[];
  readonly #source: string;

  constructor(binding: Binding) {
    const bind = (target: "identities" | "external_id" | "email") =>
      binding.mapping.columns.filter(({ to }) => to === target).flatMap((entry) => bindCell(entry, binding) ?? []);
    this.#named = bind("identities");
    this.#ids = bind("external_id");
    this.#emails = bind("email");
    this.#source = binding.mapping.source;
  }

  read(cells: readonly string[]): NamedLead | RowProblem {
    const identities: LeadIdentity[] = [];
    for (const { read, column } of this.#named) {
      const text = read(cells);
      if (text === null || text.trim() === "") continue;
      const named = readIdentities(text);
      if (!named) return { reason: "identities_invalid", column, value: text };
      identities.push(...named);
    }
    for (const { read, column } of this.#ids) {
      const text = read(cells);
      if (text === null || text.trim() === "") continue;
      const identity = externalIdentity(this.#source, text);
      if (!identity) return { reason: "id_too_long", column, value: text };
      identities.push(identity);
    }
    let email: string | null = null;
    for (const { read, column } of this.#emails) {
      const text = read(cells);
      if (text === null || text.trim() === "") continue;
      const address = normalizeEmail(text);
      if (address === null) return { reason: "email_invalid", column, value: text };
      email ??= address;
      const isNamed = identities.some(({ kind, value }) => kind === EMAIL_KIND && value === address);
      if (!isNamed && !isRoleAddress(address)) identities.push({ kind: EMAIL_KIND, value: address });
    }
    return { identities, email };
  }
}
