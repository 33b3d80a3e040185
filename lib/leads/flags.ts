import { z } from "zod";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** The lead's own field, of type list, that holds its flags. */
export const FLAGS_FIELD = "flags";
export const FLAGS_LABEL = { nl: "Vlaggen", en: "Flags" } as const;

/** As one reads it on a button. */
const LONGEST_FLAG = 40;

/** A flag as the organisation names it: one line, without blanks around it. */
export const flagNameSchema = z
  .string()
  .transform((text) => text.trim().replace(/\s+/g, " "))
  .pipe(z.string().min(1, "required").max(LONGEST_FLAG, "text_too_long"));

/** A flag of the organisation's list; one out of use is offered no more. */
export type Flag = { readonly name: string; readonly isRetired: boolean };

/** The flags of a lead. */
export function flagsOf(fields: Readonly<Record<string, FieldValue | null>>): readonly string[] {
  const value = fields[FLAGS_FIELD];
  return Array.isArray(value) ? value.map(String) : [];
}

/** The flags with one more or one less, each once, in the order in which they were set. */
export function withFlag(flags: readonly string[], name: string, isSet: boolean): readonly string[] {
  const others = flags.filter((flag) => flag !== name);
  if (!isSet) return others;
  return flags.includes(name) ? flags : [...flags, name];
}

/** The flags to show for a lead: those in use, and what it has besides. */
export function offeredFlags(known: readonly Flag[], own: readonly string[]): readonly string[] {
  const inUse = known.filter(({ isRetired }) => !isRetired).map(({ name }) => name);
  return [...inUse, ...own.filter((name) => !inUse.includes(name))];
}
