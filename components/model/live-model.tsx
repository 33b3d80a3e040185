"use client";

import { useDeferredValue, useMemo } from "react";
import type { Capacity } from "#lib/backtest/capacity.ts";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { CapacityField, type SaveCapacity } from "./past/capacity-field.tsx";
import { ProofPanel } from "./past/proof-panel.tsx";
import { usePast } from "./past/use-past.ts";
import { CallListMoves } from "./preview/call-list-moves.tsx";
import { LiveMatrix } from "./preview/live-matrix.tsx";
import { MovesTable } from "./preview/moves-table.tsx";
import { usePreview } from "./preview/use-preview.ts";
import { TryLead } from "./try/try-lead.tsx";
import { useModelWords } from "./words.ts";

type Props = {
  modelId: number;
  /** The draft; the published version where nobody works on a change. */
  definition: Definition;
  /** null before the first version. */
  published: Definition | null;
  isDraft: boolean;
  /** What sales can take; null where nobody has said. */
  capacity: Capacity | null;
  /** null where the reader may not say so. */
  saveCapacity: SaveCapacity | null;
  catalogue: ModelCatalogue;
};

/** Where all leads stand and who a draft would move, for who may only look. */
export function LiveModel({ modelId, definition, published, isDraft, capacity, saveCapacity, catalogue }: Props) {
  const before = published ?? definition;
  const isCompared = isDraft && published !== null;
  const preview = usePreview({ modelId, definition, published: before, catalogue });
  const past = usePast({ modelId, definition, published: before, catalogue, isDue: preview.held !== null });
  const words = useModelWords(catalogue);
  const movers = useDeferredValue(preview.moved);
  const isSound = useMemo(
    () => validateDefinition(definition, toScoringCatalogue(catalogue)).length === 0,
    [definition, catalogue],
  );
  const proof = (
    <>
      <ProofPanel
        preview={past}
        definition={definition}
        isDraft={isDraft}
        isCompared={isCompared}
        capacity={capacity}
        words={words}
      />
      {saveCapacity && past.scores?.past.span.kind === "dated" && (
        <p className="flex flex-wrap items-center gap-2">
          <CapacityField value={capacity} locale={words.locale} save={saveCapacity} />
        </p>
      )}
    </>
  );
  const trial = (
    <TryLead
      modelId={modelId}
      draft={isDraft && isSound ? definition : null}
      published={published}
      isAlone={!isDraft}
      catalogue={catalogue}
    />
  );
  return (
    <div className="grid gap-x-12 gap-y-6 py-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,560px)]">
      <div className="flex min-w-0 flex-col gap-6">
        <LiveMatrix
          definition={definition}
          published={before}
          preview={preview}
          catalogue={catalogue}
          isCompared={isCompared}
          isFixed
        />
        {isDraft ? proof : trial}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        {isCompared && movers && (
          <>
            <MovesTable moved={movers} catalogue={catalogue} />
            <CallListMoves
              modelId={modelId}
              moved={movers}
              definition={definition}
              published={before}
              catalogue={catalogue}
            />
          </>
        )}
        {isDraft ? trial : proof}
      </div>
    </div>
  );
}
