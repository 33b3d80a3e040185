import { desc } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { qualitySettings } from "#db/schema/index.ts";
import type { QualitySettings } from "#lib/data-quality/settings.ts";

/** What the team asks of its data, as it was said last. */
export async function findQualitySettings(executor: Executor = db): Promise<QualitySettings> {
  const [row] = await executor.select().from(qualitySettings).orderBy(desc(qualitySettings.id)).limit(1);
  if (!row) return { required: null, bounce: null };
  const { requiredFields, bounceKind, bounceKey } = row;
  return {
    required: requiredFields,
    bounce: bounceKind === null || bounceKey === null ? null : { kind: bounceKind, key: bounceKey },
  };
}
