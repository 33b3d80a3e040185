"use client";

import { useMemo, useState } from "react";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { criteriaByKey, groupsByKey } from "#lib/model/criteria.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { RESTS_AFTER_MS, useSettled } from "./preview/use-settled.ts";
import { problemsByPlace } from "./problems.ts";
import { limitScale, pointScale } from "./ruler-scales.ts";

type Options = {
  /** The version it is compared with; undefined before the first. */
  base: Definition | undefined;
  catalogue: ModelCatalogue;
};

/** What the editor tells of a definition: its problems, and what it changes. */
export function useFindings(definition: Definition, { base, catalogue }: Options) {
  // What is told of the definition waits until the finger rests; the rows may not.
  const settled = useSettled(definition, RESTS_AFTER_MS);
  const problems = useMemo(() => validateDefinition(settled, toScoringCatalogue(catalogue)), [settled, catalogue]);
  const placedProblems = useMemo(() => problemsByPlace(problems), [problems]);
  /** null: there is no version to differ from. */
  const changes = useMemo(() => (base ? compareDefinitions(base, settled) : null), [base, settled]);
  // Before the first version there is nothing to differ from but the draft as it was opened.
  const [opened] = useState(definition);
  const before = base ?? opened;
  const old = useMemo(() => ({ criteria: criteriaByKey(before), groups: groupsByKey(before) }), [before]);
  const scales = useScales([definition, before]);
  return { settled, problems, placedProblems, changes, before, old, scales };
}

/** Scales that stay the same object while they say the same, so that rows need not be drawn anew. */
function useScales(definitions: Parameters<typeof pointScale>[0]) {
  const pointMax = pointScale(definitions).max;
  const limitMax = limitScale(definitions).max;
  return useMemo(
    () => ({ points: { min: -pointMax, max: pointMax }, limits: { min: 0, max: limitMax } }),
    [pointMax, limitMax],
  );
}
