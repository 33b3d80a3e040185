import type { Capacity } from "#lib/backtest/capacity.ts";
import type { Change } from "#lib/model/diff.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { VersionRow } from "./version-list.tsx";

/** A published version, as the pages of the model show it. Times are ISO texts: they come from the server. */
export type ShownVersion = {
  readonly versionId: number;
  readonly modelId: number;
  readonly number: number;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly definition: Definition;
};

export type ShownDraft = {
  readonly modelId: number;
  readonly definition: Definition;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string | null;
  /** The version the draft began with; null when there was none. */
  readonly baseVersionId: number | null;
};

/** What was published since a draft was begun, newest first. */
export type Overtaken = {
  readonly versions: readonly VersionRow[];
  /** From the version it began with to the newest; null when it began with none. */
  readonly changes: readonly Change[] | null;
};

/** Somebody else's save, found instead of the one that was changed; null when the draft is gone: published or dropped. */
export type OtherSave = {
  readonly definition: Definition;
  readonly revision: number;
  readonly by: string | null;
  readonly at: string;
} | null;

export type SaveOutcome =
  | { readonly status: "saved"; readonly revision: number; readonly at: string }
  | { readonly status: "conflict"; readonly theirs: OtherSave };

/** What the editor asks of the server. */
export type DraftActions = {
  readonly save: (input: {
    readonly modelId: number;
    readonly definition: Definition;
    readonly revision: number | null;
    readonly baseVersionId: number | null;
  }) => Promise<ActionResult<SaveOutcome>>;
  readonly publish: (input: {
    readonly modelId: number;
    readonly revision: number;
    readonly note: string;
    /** The version that came since and is knowingly replaced; null: none was seen. */
    readonly replacesVersionId: number | null;
  }) => Promise<ActionResult<{ readonly number: number; readonly isNew: boolean }>>;
  /** What sales can take. */
  readonly setCapacity: (input: { readonly capacity: Capacity | null }) => Promise<ActionResult<null>>;
  readonly discard: (input: { readonly modelId: number; readonly revision: number }) => Promise<ActionResult<null>>;
};
