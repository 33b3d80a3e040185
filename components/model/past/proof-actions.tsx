"use client";

import { memo } from "react";
import type { Capacity } from "#lib/backtest/capacity.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { ModelWords } from "../words.ts";
import type { SaveCapacity } from "./capacity-field.tsx";
import { SuggestDialog } from "./suggest-dialog.tsx";
import { TargetField } from "./target-field.tsx";
import type { PastPreview } from "./use-past.ts";

type Props = {
  preview: PastPreview;
  definition: Definition;
  capacity: Capacity | null;
  saveCapacity: SaveCapacity;
  words: ModelWords;
};

/** What a marketer may do with what the past says. */
export const ProofActions = memo(function ProofActions({ preview: { scores }, words, ...props }: Props) {
  if (scores === null || scores.past.span.kind === "none") return null;
  return (
    <div className="flex flex-col gap-4">
      <TargetField scores={scores} locale={words.locale} {...props} />
      <div>
        <SuggestDialog past={scores.past} words={words} />
      </div>
    </div>
  );
});
