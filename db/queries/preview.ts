import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";

/** A base that was made. Columns are packed: `lib/preview/pack.ts`. */
export type StoredPreview = {
  readonly madeAt: Date;
  readonly size: number;
  readonly looked: number;
  readonly total: number;
  readonly leadIds: Uint8Array<ArrayBuffer>;
  /** null where no lead is adjusted. */
  readonly fit: Uint8Array<ArrayBuffer> | null;
  readonly engagement: Uint8Array<ArrayBuffer> | null;
  /** By digest, those that were measured. */
  readonly columns: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
};

/** null while the base is being made, and when it is gone. */
export async function findPreview(
  { baseId, digests }: { readonly baseId: number; readonly digests: readonly string[] },
  executor: Executor = db,
): Promise<StoredPreview | null> {
  const [base] = await executor.select().from(previewBases).where(eq(previewBases.id, baseId));
  if (!base?.madeAt || !base.leadIds) return null;
  const { madeAt, size, looked, total, leadIds, fit, engagement } = base;
  const columns = await executor
    .select({ digest: previewColumns.digest, packed: previewColumns.packed })
    .from(previewColumns)
    .where(
      and(
        eq(previewColumns.baseId, baseId),
        inArray(previewColumns.digest, [...digests]),
        isNotNull(previewColumns.packed),
      ),
    );
  return {
    madeAt,
    size,
    looked,
    total,
    leadIds: new Uint8Array(leadIds),
    fit: fit && new Uint8Array(fit),
    engagement: engagement && new Uint8Array(engagement),
    columns: new Map(
      columns.flatMap(({ digest, packed }) => (packed ? [[digest, new Uint8Array(packed)] as const] : [])),
    ),
  };
}
