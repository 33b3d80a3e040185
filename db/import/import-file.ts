import type { ByteSource } from "#lib/csv/byte-source.ts";
import type { ImportPlan } from "#lib/import/plan.ts";
import type { SampleRow } from "#lib/import/report.ts";
import { addCounts } from "#lib/import/report.ts";
import type { Keeper, Progress } from "./file-to-import.ts";
import { importRows } from "./import-rows.ts";
import { costKind, eventKind, leadKind, outcomeKind } from "./row-kinds.ts";
import type { ImportSession } from "./session.ts";
import { settle } from "./settle.ts";

export type ImportFile = {
  readonly plan: ImportPlan;
  readonly source: ByteSource;
  readonly from: Progress;
  readonly keep: Keeper;
  readonly currency: string;
  /** Users by e-mail address in lower case. */
  readonly owners: ReadonlyMap<string, number>;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
};

/** Reads a file from where it stands to its end, and applies what it says of leads that were there. */
export async function importFile(
  { plan, source, from, keep, currency, owners, now, signal }: ImportFile,
  session: ImportSession,
): Promise<{ readonly progress: Progress; readonly sample: SampleRow[] }> {
  const { layout, mapping } = plan;
  const opening = { mapping, layout, session, currency };
  const file = { source, layout, from, keep, signal };
  const { progress: read, sample } = await readKind();
  let progress = read;
  await settle({ now, signal, keep: keepUpdated }, session);
  return { progress, sample };

  function readKind() {
    switch (mapping.kind) {
      case "leads":
        return importRows(leadKind(opening, owners), file, session);
      case "events":
        return importRows(eventKind(opening), file, session);
      case "outcomes":
        return importRows(outcomeKind(opening), file, session);
      case "costs":
        return importRows(costKind(opening), file, session);
    }
  }

  async function keepUpdated(updated: number): Promise<void> {
    progress = { ...read, counts: addCounts(read.counts, { updated }) };
    await keep(progress, []);
  }
}
