"use client";

import { QUIET_BUTTON } from "./inline-control.ts";
import type { ModelWords } from "./words.ts";

/** How conditions go together: every one of them, or any. */
export type Join = "all" | "any";

type Props = {
  words: ModelWords;
  isNegated: boolean;
  joins: readonly Join[];
  onNegate: () => void;
  onJoin: (join: Join) => void;
  onRemove: (() => void) | undefined;
};

/** Turns a condition around, joins it with another, takes it away. */
export function ConditionActions({ words: { t }, isNegated, joins, onNegate, onJoin, onRemove }: Props) {
  return (
    <div className="flex flex-wrap gap-x-4">
      <button
        type="button"
        aria-pressed={isNegated}
        onClick={onNegate}
        className={`${QUIET_BUTTON} aria-pressed:font-semibold aria-pressed:underline`}
      >
        {t("condition.turn")}
      </button>
      {joins.map((join) => (
        <button key={join} type="button" onClick={() => onJoin(join)} className={QUIET_BUTTON}>
          {t(`condition.join.${join}`)}
        </button>
      ))}
      {onRemove && (
        <button type="button" onClick={onRemove} className={QUIET_BUTTON}>
          {t("condition.remove")}
        </button>
      )}
    </div>
  );
}
