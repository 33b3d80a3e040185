import { z } from "zod";

/** How a file was read, as it is shown before and after an import. */
export const readingSchema = z.object({
  encoding: z.string(),
  separator: z.string(),
  quote: z.string().nullable(),
  lineEnd: z.string(),
  preamble: z.int(),
  hasHeader: z.boolean(),
  footer: z.int(),
  columns: z.array(z.string()),
});
export type ReportedReading = z.infer<typeof readingSchema>;
