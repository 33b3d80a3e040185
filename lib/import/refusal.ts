import { z } from "zod";
import { FILE_REFUSALS } from "#lib/csv/dialect.ts";
import { MAPPING_REFUSALS } from "./targets.ts";

/** Why nothing of a file was imported, or not all of it; the sentences stand in the catalogue under `import.refusals`. */
export const IMPORT_REFUSALS = [
  ...FILE_REFUSALS,
  ...MAPPING_REFUSALS,
  "file_gone",
  "file_changed",
  "no_organisation",
  "unexpected",
] as const;

/** `about`: the column, target, field or file that the sentence names. */
export const importRefusalSchema = z.object({ refusal: z.enum(IMPORT_REFUSALS), about: z.string().default("") });
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

/** As the database keeps it, in one text. */
export function encodeRefusal({ refusal, about }: ImportRefusal): string {
  return about === "" ? refusal : `${refusal}:${about}`;
}

/** A stored refusal; a text that is none is one that nobody expected. */
export function decodeRefusal(text: string): ImportRefusal {
  const colon = text.indexOf(":");
  const [refusal, about] = colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
  const parsed = importRefusalSchema.safeParse({ refusal, about });
  return parsed.success ? parsed.data : { refusal: "unexpected", about: "" };
}

/** Nothing of the file can be imported; nothing was written. */
export class ImportRefused extends Error {
  readonly refusal: ImportRefusal;

  constructor(refusal: ImportRefusal) {
    super(encodeRefusal(refusal));
    this.refusal = refusal;
  }
}
