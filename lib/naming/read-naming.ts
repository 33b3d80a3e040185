import { type Naming, NO_NAMING, namingSchema } from "./naming.ts";

/** Every request asks for the naming in force; reading its text takes longer than all the rest. */
const KEPT = 8;
const read = new Map<string, Naming>();

/** The naming in a stored JSON text; null: none. The same text gives the same object. Throws when it is none. */
export function readNaming(text: string | null): Naming {
  if (text === null) return NO_NAMING;
  const known = read.get(text);
  if (known) return known;
  const naming = namingSchema.parse(JSON.parse(text));
  const [oldest] = read.keys();
  if (read.size >= KEPT && oldest !== undefined) read.delete(oldest);
  read.set(text, naming);
  return naming;
}
