import type { ShownDraft, ShownVersion } from "#components/model/drafts.ts";
import type { VersionRow } from "#components/model/version-list.tsx";
import type { Draft, Version, VersionSummary } from "#db/queries/models.ts";

// What crosses to the browser has its times as texts.

export function showVersion({ publishedAt, ...version }: Version): ShownVersion {
  return { ...version, publishedAt: publishedAt.toISOString() };
}

export function showVersionRow({ publishedAt, ...version }: VersionSummary): VersionRow {
  return { ...version, publishedAt: publishedAt.toISOString() };
}

export function showDraft({ updatedAt, updatedBy, ...draft }: Draft): ShownDraft {
  return { ...draft, savedAt: updatedAt.toISOString(), savedBy: updatedBy };
}
