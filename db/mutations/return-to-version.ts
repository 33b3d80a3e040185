import { db, type Executor } from "#db/client.ts";
import { findVersion } from "#db/queries/models.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type PublishedVersion, publishVersion } from "./publish-version.ts";

export type ReturnToVersion = {
  readonly versionId: number;
  readonly note: string;
  readonly userId: number | null;
  readonly at: Date;
};

/**
 * Puts an earlier version's definition in force again, as the model's next version. A draft is kept.
 * Refuses when the newest version says the same.
 */
export async function returnToVersion(
  { versionId, note, userId, at }: ReturnToVersion,
  executor: Executor = db,
): Promise<Result<PublishedVersion>> {
  const version = await findVersion({ versionId }, executor);
  if (!version) return refuse("not_found");
  const { modelId, definition } = version;
  const published = await publishVersion(
    { modelId, definition, note, userId, at, returnsToVersionId: versionId },
    executor,
  );
  if (published.ok && !published.value.isNew) return refuse("conflict", { reason: "version_is_newest" });
  return published.ok ? ok(published.value) : published;
}
