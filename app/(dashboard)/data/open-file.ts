import { readFieldTypes } from "#db/queries/generation-plan.ts";
import type { ImportRecord } from "#db/queries/imports.ts";
import { detectLayout, type Layout } from "#lib/csv/detect.ts";
import type { DialectOverrides } from "#lib/csv/dialect.ts";
import type { Inspection } from "#lib/csv/inspect.ts";
import type { ImportKind } from "#lib/import/constants.ts";
import { guessMapping } from "#lib/import/guess.ts";
import { guessDates, guessType } from "#lib/import/guess-values.ts";
import { readInspection } from "#lib/import/inspections.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { planImport, reportReading } from "#lib/import/plan.ts";
import type { FileColumn, OpenedFile } from "#lib/import/view.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";

/** An upload as its mapping reads it; null: the bytes are no longer there. */
export async function openFile({
  filePath,
  mapping,
}: Pick<ImportRecord, "filePath" | "mapping">): Promise<OpenedFile | null> {
  const inspection = await readInspection(filePath);
  if (!inspection) return null;
  const fieldTypes = await readFieldTypes();
  const planned = await planImport({ inspection, mapping, fieldTypes });
  const layout = planned.ok ? planned.plan.layout : await readLayout(inspection, mapping.dialect);
  if (!layout) return null;
  return {
    mapping,
    guessed: guessMapping({ kind: mapping.kind, layout, fieldTypes }).mapping.columns,
    reading: { ...reportReading(layout), shortRows: layout.dialect.shortRows },
    columns: layout.columns.map((name, at) => showColumn(name, at, { layout, mapping })),
    refusal: planned.ok ? null : { refusal: planned.refusal, about: planned.about },
  };
}

type Guessing = {
  readonly inspection: Inspection;
  readonly kind: ImportKind;
  readonly dialect: DialectOverrides;
  readonly fieldTypes: FieldCatalogue;
};

/** The mapping to start from when a file is read so; null: it cannot be read so. */
export async function guessFile({ inspection, kind, dialect, fieldTypes }: Guessing): Promise<Mapping | null> {
  const layout = await readLayout(inspection, dialect);
  return layout && { ...guessMapping({ kind, layout, fieldTypes }).mapping, dialect };
}

/** How it reads, and as it is when what was stated of it makes no table. */
async function readLayout(inspection: Inspection, dialect: DialectOverrides): Promise<Layout | null> {
  const stated = await detectLayout(inspection, dialect);
  if (stated.ok) return stated.layout;
  const detected = await detectLayout(inspection);
  return detected.ok ? detected.layout : null;
}

const SAMPLES = 3;
const MOST_SAMPLE_CHARACTERS = 60;

function showColumn(
  name: string,
  at: number,
  { layout, mapping }: { readonly layout: Layout; readonly mapping: Mapping },
): FileColumn {
  const cells = layout.sample.map((row) => row[at] ?? "").filter((cell) => !mapping.missing.includes(cell.trim()));
  const filled = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ""));
  return {
    name,
    samples: [...filled].slice(0, SAMPLES).map((text) => text.slice(0, MOST_SAMPLE_CHARACTERS)),
    type: guessType(cells, mapping.decimal),
    dates: guessDates(cells),
  };
}
