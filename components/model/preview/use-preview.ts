"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { countMoves, type Moves } from "#lib/preview/moves.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { fetchPreview, type HeldBase } from "./fetch-preview.ts";
import { NO_PREVIEW, type Preview, PreviewLoader } from "./preview-loader.ts";
import { useAskable } from "./use-askable.ts";
import { RESTS_AFTER_MS, useSettled } from "./use-settled.ts";

type Options = {
  readonly modelId: number;
  readonly definition: Definition;
  /** What it is compared with. */
  readonly published: Definition;
  readonly catalogue: ModelCatalogue;
};

/** The leads of an editor, moved by its definition as it stands. */
export type Moved = {
  readonly base: HeldBase;
  /** Their scores as published and as drafted; the same objects from one definition to the next. */
  readonly before: BaseScores;
  readonly after: BaseScores;
  readonly moves: Moves;
};

/** The leads under the hand; null before they are here. */
export function usePreview({
  modelId,
  definition,
  published,
  catalogue,
}: Options): Preview & { readonly moved: Moved | null } {
  const [preview, setPreview] = useState<Preview>(NO_PREVIEW);
  const loader = useRef<PreviewLoader | null>(null);
  useEffect(() => {
    const opened = new PreviewLoader({ kind: "now", modelId, fetch: fetchPreview, onChange: setPreview });
    loader.current = opened;
    return () => opened.close();
  }, [modelId]);
  const askable = useAskable(catalogue);
  const resting = useSettled(definition, RESTS_AFTER_MS);
  useEffect(() => loader.current?.want(askable(resting), published), [askable, resting, published]);

  const { held } = preview;
  const base = held?.base ?? null;
  const scores = useMemo(() => base && { before: new BaseScores(base), after: new BaseScores(base) }, [base]);
  const before = useMemo(() => {
    if (!held || !scores) return null;
    scores.before.weigh(published, held.columns);
    return { scores: scores.before };
  }, [held, scores, published]);
  const moved = useMemo(() => {
    if (!held || !scores || !before) return null;
    scores.after.begin(before.scores);
    scores.after.weigh(definition, held.columns);
    const { after } = scores;
    return { base: held.base, before: before.scores, after, moves: countMoves(before.scores, after) };
  }, [held, scores, before, definition]);
  return useMemo(() => ({ ...preview, moved }), [preview, moved]);
}
