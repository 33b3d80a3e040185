import type { Overtaken } from "#components/model/drafts.ts";
import type { Reviewer, ShownReview } from "#components/model/review/review.ts";
import { listDraftComments } from "#db/queries/model-comments.ts";
import { type Draft, findVersion, type Version, type VersionSummary } from "#db/queries/models.ts";
import { isSignOffRequired, readSignOff } from "#db/queries/sign-off.ts";
import { can } from "#lib/access/permissions.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { showVersionRow } from "./shown.ts";

/** What was said of a draft and who signed it. */
export async function readReview({ modelId }: { modelId: number }): Promise<ShownReview> {
  const [comments, { revision, asked, signatures }, isRequired] = await Promise.all([
    listDraftComments({ modelId }),
    readSignOff({ modelId }),
    isSignOffRequired(),
  ]);
  return { revision, comments, signatures, asked: asked && { ...asked, at: asked.at.toISOString() }, isRequired };
}

export function reviewerOf({ userId, role }: SessionUser): Reviewer {
  return {
    userId,
    role,
    mayAsk: can(role, "edit_model"),
    mayResolve: can(role, "sign_model"),
    mayManage: can(role, "manage_sign_off"),
  };
}

type Lineage = { draft: Draft; published: Version | null; versions: readonly VersionSummary[] };

/** The versions that came since a draft was begun, and what they changed; null when none did. */
export async function findOvertaken({ draft, published, versions }: Lineage): Promise<Overtaken | null> {
  const { baseVersionId } = draft;
  if (!published || baseVersionId === published.versionId) return null;
  const base = baseVersionId === null ? null : await findVersion({ versionId: baseVersionId });
  const since = versions.filter(({ number }) => number > (base?.number ?? 0));
  return {
    versions: since.map(showVersionRow),
    changes: base && compareDefinitions(base.definition, published.definition),
  };
}
