"use client";

import { memo } from "react";
import { listCriteria, listGroups } from "#lib/model/criteria.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { criterionPlaceId, groupPlaceId, placeIdOf } from "./place-id.ts";
import { problemSentence } from "./problem-sentences.tsx";
import { type ModelWords, useModelWords } from "./words.ts";

type Props = { definition: Definition; problems: readonly Problem[] };

/** Everything that stands in the way of publishing; each line leads to its place. */
export const ProblemList = memo(function ProblemList({ definition, problems }: Props) {
  const { open, catalogue } = useEditor();
  const words = useModelWords(catalogue);
  if (problems.length === 0) return null;

  function show(id: string) {
    open(id);
    requestAnimationFrame(() => document.getElementById(`place-${id}`)?.scrollIntoView({ block: "center" }));
  }

  return (
    <section aria-labelledby="problems" className="border-hot border-l-2 px-3 py-2">
      <h2 id="problems" className="font-semibold">
        {words.t("problemsTitle", { count: problems.length })}
      </h2>
      <ul>
        {problems.map((problem, index) => {
          const id = placeIdOf(problem.path);
          const name = id === null ? null : nameOf(id, definition, words);
          return (
            <li key={`${problem.path.join(".")}.${index.toString()}`} className="py-0.5">
              {id !== null && name !== null && (
                <button
                  type="button"
                  onClick={() => show(id)}
                  className="font-medium text-accent underline-offset-4 hover:underline max-sm:min-h-11"
                >
                  {name}:
                </button>
              )}{" "}
              {problemSentence(problem, words)}
            </li>
          );
        })}
      </ul>
    </section>
  );
});

function nameOf(id: string, definition: Definition, { t, label }: ModelWords): string | null {
  if (id.startsWith("cell.")) return t("playOf", { cell: id.slice(5) });
  const group = listGroups(definition).find(({ place }) => groupPlaceId(place) === id);
  if (group) return label(group.group.label);
  const criterion = listCriteria(definition).find(({ place }) => criterionPlaceId(place) === id);
  return criterion ? label(criterion.criterion.label) : null;
}
