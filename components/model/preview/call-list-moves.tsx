"use client";

import { memo } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { type ModelWords, useModelWords } from "../words.ts";
import { type NamedMove, NamedMoves } from "./named-moves.tsx";
import { useCallMoves } from "./use-call-moves.ts";
import type { Moved } from "./use-preview.ts";

const SHOWN = 8;

type Props = {
  modelId: number;
  moved: Moved;
  definition: Definition;
  published: Definition;
  catalogue: ModelCatalogue;
};

/** Who leaves and who enters the call lists of today under the draft. */
export const CallListMoves = memo(function CallListMoves({ catalogue, ...props }: Props) {
  const words = useModelWords(catalogue);
  const { t } = words;
  const moves = useCallMoves(props);
  if (moves.status !== "told")
    return (
      <section aria-label={t("lists.title")}>
        <p className="text-ink-3 text-small">{t(`lists.${moves.status}`)}</p>
      </section>
    );
  const { leaving, entering, isNobodyAtWork } = moves;
  return (
    <section aria-label={t("lists.title")} className="flex flex-col gap-3">
      {leaving.length + entering.length === 0 ? (
        <p className="text-ink-3 text-small">{t(isNobodyAtWork ? "lists.nobodyAtWork" : "lists.same")}</p>
      ) : (
        <>
          <Listed title={t("lists.leave")} moves={leaving} words={words} />
          <Listed title={t("lists.enter")} moves={entering} words={words} />
        </>
      )}
    </section>
  );
});

function Listed({ title, moves, words }: { title: string; moves: readonly NamedMove[]; words: ModelWords }) {
  return (
    <div>
      <h3 className="type-label flex justify-between">
        {title} <span>{words.number(moves.length)}</span>
      </h3>
      {moves.length > 0 && <NamedMoves moves={moves} label={title} shown={SHOWN} isWhole words={words} />}
    </div>
  );
}
