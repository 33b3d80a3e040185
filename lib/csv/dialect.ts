import { z } from "zod";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const LINE_ENDS = ["crlf", "lf", "cr"] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

/** Tried in this order; of equally good ones the first wins. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;

const oneCharacter = z.string().refine((text) => text.length === 1 && text >= " " && text <= "~", {
  error: "must be one character",
});

/** How the bytes of a file make records. `preamble` and `footer` count records that are no data. */
export type Dialect = {
  readonly encoding: Encoding;
  readonly separator: string;
  /** null: quotes mean nothing in this file. */
  readonly quote: string | null;
  /** What makes a quote inside quotes a plain character: the quote itself, or a backslash. */
  readonly escape: string;
  readonly lineEnd: LineEnd;
  readonly preamble: number;
  readonly hasHeader: boolean;
  readonly footer: number;
  /** What becomes of a record with fewer cells than the header: rejected, or filled up with empty ones. */
  readonly shortRows: "reject" | "fill";
};

export type Grammar = Pick<Dialect, "separator" | "quote" | "escape" | "lineEnd"> & {
  /** Takes a quote that breaks the rules for a plain character. */
  readonly isLenient: boolean;
};

/** What a mapping may state of the file instead of leaving it to be detected. */
export const dialectOverridesSchema = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.union([oneCharacter, z.literal("\t")]).optional(),
  quote: oneCharacter.nullable().optional(),
  escape: oneCharacter.optional(),
  lineEnd: z.enum(LINE_ENDS).optional(),
  preamble: z.int().min(0).max(1000).optional(),
  footer: z.int().min(0).max(1000).optional(),
  shortRows: z.enum(["reject", "fill"]).optional(),
  /** false: the file has none; a list: the names of its columns where it has none. */
  header: z.union([z.boolean(), z.array(z.string().min(1)).min(1)]).optional(),
});
export type DialectOverrides = z.infer<typeof dialectOverridesSchema>;

/** Why a file cannot be read at all; the sentences stand in the catalogue under `import.refusals`. */
export const FILE_REFUSALS = [
  "empty",
  "workbook",
  "compressed",
  "pdf",
  "image",
  "json",
  "markup",
  "binary",
  "no_table",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];
