"use client";

import { type ReactNode, useState } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import { changeSentence } from "./change-sentence.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import { useModelWords } from "./words.ts";

type Props = {
  changes: readonly Change[];
  catalogue: ModelCatalogue;
  /** Sentences shown at first; the rest comes on demand. */
  shown?: number;
  /** What stands behind the sentence of a change. */
  renderNote?: (change: Change) => ReactNode;
};

/** Differences as running text. */
export function DiffProse({ changes, catalogue, shown = changes.length, renderNote }: Props) {
  const words = useModelWords(catalogue);
  const [isWhole, setWhole] = useState(false);
  const visible = isWhole ? changes : changes.slice(0, shown);
  const rest = changes.length - visible.length;
  return (
    <p className="type-prose">
      {visible.map((change, index) => (
        // Sentences have no identity of their own: their order is the document's.
        <span key={`${change.type}.${index.toString()}`}>
          {changeSentence(change, words)}
          {renderNote?.(change)}{" "}
        </span>
      ))}
      {(rest > 0 || isWhole) && (
        <button type="button" onClick={() => setWhole(!isWhole)} className={QUIET_BUTTON}>
          {isWhole ? words.t("diff.less") : words.t("diff.more", { count: rest })}
        </button>
      )}
    </p>
  );
}
