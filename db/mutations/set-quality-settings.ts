import { db, type Executor } from "#db/client.ts";
import { qualitySettings } from "#db/schema/index.ts";
import type { QualitySettings } from "#lib/data-quality/settings.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

type SetQualitySettings = QualitySettings & { readonly actorId: number; readonly at: Date };

/** Says what is asked of the data, and has it measured anew. */
export async function setQualitySettings(
  { required, bounce, actorId, at }: SetQualitySettings,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.insert(qualitySettings).values({
      requiredFields: required === null ? null : [...required],
      bounceKind: bounce?.kind ?? null,
      bounceKey: bounce?.key ?? null,
      setBy: actorId,
      setAt: at,
    });
    const action = "organisation.quality_settings_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { required, bounce } }, tx);
    await enqueueJob({ queue: "measure-quality", data: {} }, tx);
  });
}
