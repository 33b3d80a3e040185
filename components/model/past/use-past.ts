"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { type Cases, type Extent, extentOf, isEnough, knownRows } from "#lib/backtest/cases.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { BaseScores } from "#lib/preview/base-scores.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { fetchPreview } from "../preview/fetch-preview.ts";
import { type Held, NO_PREVIEW, type Preview, PreviewLoader } from "../preview/preview-loader.ts";
import { useAskable } from "../preview/use-askable.ts";
import { useBegunScores } from "./use-begun-scores.ts";

/** Leads of the past as an editor holds them, and what there is to learn from them. */
export type Past = {
  readonly held: Held;
  readonly span: PastSpan;
  readonly cases: Cases;
  /** 1 for rows whose outcome is known. */
  readonly known: Uint8Array;
  readonly extent: Extent;
  readonly isEnough: boolean;
  /** How many leads each looked at stands for. */
  readonly scale: number;
};

/** Their scores as published and as drafted: the same objects from one definition to the next. */
export type PastScores = { readonly past: Past; readonly before: BaseScores; readonly after: BaseScores };

type Options = {
  readonly modelId: number;
  /** As it stands when the hand rests: nothing of the past follows each step. */
  readonly definition: Definition;
  readonly published: Definition;
  readonly catalogue: ModelCatalogue;
  /** Whether the leads of today are here: they are what somebody waits for, and come first. */
  readonly isDue: boolean;
};

export type PastPreview = Pick<Preview, "isMeasuring" | "hasFailed"> & { readonly scores: PastScores | null };

/** The past under a draft; its scores are null before it is here. */
export function usePast({ modelId, definition, published, catalogue, isDue }: Options): PastPreview {
  const [preview, setPreview] = useState<Preview>(NO_PREVIEW);
  const loader = useRef<PreviewLoader | null>(null);
  useEffect(() => {
    const opened = new PreviewLoader({ kind: "past", modelId, fetch: fetchPreview, onChange: setPreview });
    loader.current = opened;
    return () => opened.close();
  }, [modelId]);
  const askable = useAskable(catalogue);
  useEffect(() => {
    if (isDue) loader.current?.want(askable(definition), published);
  }, [isDue, askable, definition, published]);

  const { held, isMeasuring, hasFailed } = preview;
  const base = held?.base ?? null;
  const rows = useMemo(() => base && rowsOf(base), [base]);
  const past = useMemo(() => held && rows && { held, ...rows }, [held, rows]);
  const begun = useBegunScores(held, published);
  const scores = useMemo(() => {
    if (!past || begun?.of !== past.held.base) return null;
    const { before, after } = begun;
    before.weigh(published, past.held.columns);
    after.weigh(definition, past.held.columns);
    return { past, before, after };
  }, [past, begun, published, definition]);
  return useMemo(() => ({ scores, isMeasuring, hasFailed }), [scores, isMeasuring, hasFailed]);
}

function rowsOf({ past, leadIds, looked, total }: Held["base"]): Omit<Past, "held"> | null {
  if (past === null) return null;
  const { span, places, won, withSales } = past;
  const cases = { leadIds, places, won, withSales, days: span.days };
  const known = knownRows(cases);
  const extent = extentOf(cases, known);
  return { span, cases, known, extent, isEnough: isEnough(extent), scale: looked === 0 ? 1 : total / looked };
}
