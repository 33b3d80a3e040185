import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";
import type { CriterionNotes } from "#lib/backtest/criterion-notes.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";

type Columns = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A base that was made. Columns are packed: `lib/preview/pack.ts`. */
export type StoredPreview = {
  readonly madeAt: Date;
  readonly size: number;
  readonly looked: number;
  readonly total: number;
  readonly past: PastSpan | null;
  /** By digest, and by name: those that are there. */
  readonly columns: Columns;
  /** By digest. */
  readonly notes: ReadonlyMap<string, CriterionNotes>;
};

export type PreviewQuery = {
  readonly baseId: number;
  /** Of criteria. */
  readonly digests: readonly string[];
  /** Of the rows themselves. */
  readonly parts: readonly string[];
};

/** null while the base is being made, and when it is gone. */
export async function findPreview(
  { baseId, digests, parts }: PreviewQuery,
  executor: Executor = db,
): Promise<StoredPreview | null> {
  const [base] = await executor.select().from(previewBases).where(eq(previewBases.id, baseId));
  if (!base?.madeAt) return null;
  const { madeAt, size, looked, total, past } = base;
  const columns = await executor
    .select({ digest: previewColumns.digest, packed: previewColumns.packed, notes: previewColumns.notes })
    .from(previewColumns)
    .where(
      and(
        eq(previewColumns.baseId, baseId),
        inArray(previewColumns.digest, [...digests, ...parts]),
        isNotNull(previewColumns.packed),
      ),
    );
  return {
    madeAt,
    size,
    looked,
    total,
    past,
    columns: new Map(
      columns.flatMap(({ digest, packed }) => (packed ? [[digest, new Uint8Array(packed)] as const] : [])),
    ),
    notes: new Map(columns.flatMap(({ digest, notes }) => (notes ? [[digest, notes] as const] : []))),
  };
}
