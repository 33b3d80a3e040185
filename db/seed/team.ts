import type { Role } from "#lib/access/roles.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Country } from "./places.ts";

/** A person of the demo organisation. `pace` is the median of working minutes until a rep calls a fresh MQL. */
export type Member = {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly email: string;
  readonly locale: Locale;
  readonly dailyCapacity: number;
  readonly territory: readonly Country[];
  readonly pace: number;
};

const rep = (id: number, name: string, territory: readonly Country[], pace: number, dailyCapacity = 25): Member => ({
  id,
  name,
  role: "rep",
  email: addressOf(name),
  locale: "nl",
  dailyCapacity,
  territory,
  pace,
});

const colleague = (id: number, name: string, role: Role): Member => ({
  ...rep(id, name, [], 0),
  role,
});

/** Planted: Ruben de Wit needs days where the others need an hour. The first of each role signs in. */
export const TEAM: readonly Member[] = [
  rep(1, "Femke Jansen", ["NL"], 45, 32),
  rep(2, "Yasmin Arslan", ["NL"], 70),
  rep(3, "Ruben de Wit", ["NL"], 1_150, 20),
  rep(4, "Jeroen Wouters", ["BE"], 95),
  rep(5, "Sofie Maes", ["BE", "NL"], 60),
  rep(6, "Katrin Baumann", ["DE"], 120, 30),
  colleague(7, "Lotte Aerts", "marketer"),
  colleague(8, "Daan Willems", "manager"),
  colleague(9, "Noor Bakker", "admin"),
];

export const REPS = TEAM.filter(({ role }) => role === "rep");
export const MARKETER = memberOf("marketer");
export const MANAGER = memberOf("manager");

export function memberOf(role: Role): Member {
  const found = TEAM.find((member) => member.role === role);
  if (!found) throw new Error(`Nobody in the team is a ${role}.`);
  return found;
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", (_, at) => (at === name.indexOf(" ") ? "." : ""))}@voorrang.example`;
}
