import { eq, max } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { models } from "#db/schema/index.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** Makes a model without versions, tried after the others of its kind. Gives its id. */
export async function addModel(
  { kind, at }: { readonly kind: Definition["kind"]; readonly at: Date },
  executor: Executor,
): Promise<number> {
  const [last] = await executor
    .select({ position: max(models.position) })
    .from(models)
    .where(eq(models.kind, kind));
  const position = (last?.position ?? 0) + 1;
  const [row] = await executor.insert(models).values({ kind, position, createdAt: at }).returning({ id: models.id });
  if (!row) throw new Error("The model was not stored.");
  return row.id;
}
