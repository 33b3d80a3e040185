import { z } from "zod";
import { type ImportPlan, reportReading } from "./plan.ts";
import { readingSchema } from "./reading.ts";
import { reasonSchema } from "./reasons.ts";
import { WARNINGS } from "./warnings.ts";

const count = z.int().min(0).default(0);

/** What became of the rows read so far; kept with the import, so that it goes on counting after a kill. */
export const countsSchema = z.object({
  read: count,
  /** Rows that made a lead, or events or outcomes made. */
  created: count,
  /** Leads that were there and changed. */
  updated: count,
  /** Rows about a lead that an earlier row of the file made. */
  repeated: count,
  rejected: count,
  /** Leads made because an event or outcome named them. */
  leadsCreated: count,
  /** Rows whose id at the source joined a lead that had another, because they share an e-mail address. */
  joined: count,
  /** Rows that name two leads: the first identity counts. */
  conflicts: count,
  /** Rows that say nothing to record. */
  empty: count,
  /** Events and outcomes that were there already. */
  known: count,
  /** Words that the mapping takes for neither won nor lost, and how often each stood there; some of them when they are many. */
  otherWords: z.record(z.string(), z.int()).default({}),
  reasons: z.partialRecord(reasonSchema, z.int()).default({}),
});
export type Counts = z.infer<typeof countsSchema>;

const rowSchema = z.object({
  line: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: reasonSchema,
});
export type ReportedRow = z.infer<typeof rowSchema>;

/** A row as it was understood; `action` is null where only the whole file tells. */
const sampleSchema = z.object({
  line: z.int(),
  action: z.enum(["created", "updated", "unchanged"]).nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])),
});
export type SampleRow = z.infer<typeof sampleSchema>;

export const reportSchema = z.object({
  counts: countsSchema,
  reading: readingSchema,
  /** Keys of the organisation's own fields that the import made, or would make. */
  fieldsCreated: z.array(z.string()),
  missingColumns: z.array(z.string()),
  warnings: z.array(z.enum(WARNINGS)),
  /** The first rows that were not taken; the database keeps them all. */
  rejections: z.array(rowSchema),
  /** The first rows, of a dry run. */
  sample: z.array(sampleSchema).default([]),
  seconds: z.number(),
});
export type ImportReport = z.infer<typeof reportSchema>;

export const NO_COUNTS: Counts = countsSchema.parse({});

/** A column of free text holds a word a row; nobody reads on. */
const MOST_WORDS = 50;

/** Counts so far and those of some rows more. */
export function addCounts(a: Counts, b: Partial<Counts>): Counts {
  const reasons = { ...a.reasons };
  for (const [reason, times] of Object.entries(b.reasons ?? {})) {
    const key = reasonSchema.parse(reason);
    reasons[key] = (reasons[key] ?? 0) + times;
  }
  const otherWords = { ...a.otherWords };
  for (const [word, times] of Object.entries(b.otherWords ?? {})) {
    if (Object.hasOwn(otherWords, word) || Object.keys(otherWords).length < MOST_WORDS)
      otherWords[word] = (otherWords[word] ?? 0) + times;
  }
  const sum = (key: Exclude<keyof Counts, "reasons" | "otherWords">) => a[key] + (b[key] ?? 0);
  return {
    read: sum("read"),
    created: sum("created"),
    updated: sum("updated"),
    repeated: sum("repeated"),
    rejected: sum("rejected"),
    leadsCreated: sum("leadsCreated"),
    joined: sum("joined"),
    conflicts: sum("conflicts"),
    empty: sum("empty"),
    known: sum("known"),
    otherWords,
    reasons,
  };
}

/** So many rejected rows a report shows. */
export const REPORTED_REJECTIONS = 20;
const MOST_REPORTED_CHARACTERS = 200;

type Reported = {
  readonly plan: ImportPlan;
  readonly counts: Counts;
  readonly rejections: readonly ReportedRow[];
  readonly sample: readonly SampleRow[];
  readonly seconds: number;
};

/** The report of an import or dry run that has come to its end. */
export function reportOf({ plan, counts, rejections, sample, seconds }: Reported): ImportReport {
  return {
    counts,
    reading: reportReading(plan.layout),
    fieldsCreated: plan.newFields.map(({ key }) => key),
    missingColumns: [...plan.missingColumns],
    // What was read says more than the sample: a quote that is never closed hides all rows from that.
    warnings: [...plan.warnings, ...(counts.read === 0 ? (["no_rows"] as const) : [])],
    rejections: rejections.map(({ line, column, value, reason }) => ({
      line,
      column,
      value: value?.slice(0, MOST_REPORTED_CHARACTERS) ?? null,
      reason,
    })),
    sample: [...sample],
    seconds,
  };
}
