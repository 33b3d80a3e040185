import { PassProgress } from "#components/model/pass-progress.tsx";
import { ReturnButton } from "#components/model/return-button.tsx";
import { readBuildProgress } from "#db/queries/build-progress.ts";
import { findVersion, type VersionSummary } from "#db/queries/models.ts";
import { can } from "#lib/access/permissions.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { returnToVersionAction } from "./actions.ts";

type Props = {
  user: SessionUser;
  /** Newest first. */
  versions: readonly VersionSummary[];
  catalogue: ModelCatalogue;
};

/** How far the scores are from the newest version, and the way back to the version before it. */
export async function Pass({ user, versions, catalogue }: Props) {
  const [progress, wayBack] = await Promise.all([
    readBuildProgress(),
    can(user.role, "publish_model") ? findWayBack(versions) : null,
  ]);
  return (
    <PassProgress
      initial={progress}
      wayBack={
        wayBack && (
          <ReturnButton
            // What was written of the one version is no reason for another that came since.
            key={wayBack.version.versionId}
            versionId={wayBack.version.versionId}
            number={wayBack.version.number}
            changes={wayBack.changes}
            catalogue={catalogue}
            kind="quiet"
            isUndo={wayBack.isUndo}
            returnTo={returnToVersionAction}
          />
        )
      }
    />
  );
}

/**
 * The version whose scores are in force, or were before the newest; null when it says the same, or
 * there is none. A return that is in force is taken back by it.
 */
async function findWayBack(versions: readonly VersionSummary[]) {
  const [newest, before] = versions;
  const target = newest?.isInForce ? before : versions.find(({ isInForce }) => isInForce);
  if (!newest || !target) return null;
  const [from, version] = await Promise.all([findVersion(newest), findVersion(target)]);
  const changes = from && version ? compareDefinitions(from.definition, version.definition) : [];
  return version && changes.length > 0
    ? { version, changes, isUndo: newest.isInForce && newest.returnsTo !== null }
    : null;
}
