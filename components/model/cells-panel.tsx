"use client";

import { memo, type ReactNode, useCallback } from "react";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { MixField } from "./mix-field.tsx";
import { cellId } from "./place-id.ts";
import { PlayInspector } from "./play-inspector.tsx";
import { PlaysMatrix } from "./plays-matrix.tsx";
import { problemsAt } from "./problems.ts";
import { QualifiesField } from "./qualifies-field.tsx";
import { ThresholdsField } from "./thresholds-field.tsx";
import { useModelWords } from "./words.ts";

type Props = {
  definition: Definition;
  /** As it was when the hand rested: what tells of the thresholds follows. */
  settled: Definition;
  /** As published; what changed is marked against it. */
  published: Definition;
  openId: string | null;
  problems: readonly Problem[];
};

/** What the scores lead to: thresholds, the cells between them and their plays, and who is handed over. */
export const CellsPanel = memo(function CellsPanel({ definition, settled, published, openId, problems }: Props) {
  const { open, catalogue } = useEditor();
  const words = useModelWords(catalogue);
  const { t } = words;
  const openCell = Object.keys(definition.plays).find((cell) => cellId(cell) === openId);
  const openPlay = openCell === undefined ? undefined : definition.plays[openCell];
  const renderCell = useCallback(
    (cell: string, content: ReactNode) => (
      <button
        type="button"
        aria-expanded={openCell === cell}
        onClick={() => open(openCell === cell ? null : cellId(cell))}
        className="block h-full w-full text-left aria-expanded:outline-2 aria-expanded:outline-accent aria-expanded:-outline-offset-2"
      >
        {content}
      </button>
    ),
    [openCell, open],
  );
  return (
    <section aria-labelledby="cells" className="flex flex-col gap-4">
      <div>
        <h2 id="cells" className="type-title pb-2">
          {t("cellsTitle")}
        </h2>
        <PlaysMatrix definition={settled} published={published} words={words} renderCell={renderCell} />
        {openCell !== undefined && openPlay && (
          <PlayInspector
            cell={openCell}
            play={openPlay}
            was={published.plays[openCell]}
            qualifies={definition.qualifies}
            problems={problemsAt(problems, ["plays", openCell])}
            words={words}
          />
        )}
        <p className="pt-2 text-ink-3 text-small">{t("matrixHint")}</p>
      </div>
      <div className="grid gap-x-8 gap-y-4 border-rule border-t pt-3 sm:grid-cols-2">
        {(["engagement", "fit"] as const).map((axis) => (
          <ThresholdsField
            key={axis}
            axis={axis}
            thresholds={definition.axes[axis].thresholds}
            published={published.axes[axis].thresholds}
            problems={problems}
            words={words}
          />
        ))}
        <QualifiesField
          definition={definition}
          published={published}
          problems={problemsAt(problems, ["qualifies"])}
          words={words}
        />
        <MixField
          mix={definition.mix}
          published={published.mix}
          problems={problemsAt(problems, ["mix"])}
          words={words}
        />
      </div>
    </section>
  );
}, isSamePanel);

/** Points of criteria change nothing that it shows. */
function isSamePanel(before: Props, after: Props): boolean {
  const parts = ({ definition: { axes, plays, qualifies, mix }, settled, published, openId, problems }: Props) => [
    axes.fit.thresholds,
    axes.engagement.thresholds,
    plays,
    qualifies,
    mix,
    settled,
    published,
    openId,
    problems,
  ];
  const known = parts(before);
  return parts(after).every((part, place) => part === known[place]);
}
