import { useEffect, useMemo, useRef } from "react";
import { BaseScores } from "#lib/preview/base-scores.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Held } from "../preview/preview-loader.ts";
import { useWork } from "./use-work.ts";

/**
 * The scores of the leads that are held twice, both by one definition, weighed between what the page shows: what others
 * bring is then a difference, which takes no time that anybody notices. null until then.
 */
export function useBegunScores(held: Held | null, definition: Definition) {
  const latest = useRef({ held, definition });
  useEffect(() => {
    latest.current = { held, definition };
  }, [held, definition]);
  const base = held?.base ?? null;
  const start = useMemo(
    () =>
      base &&
      function* () {
        const { held, definition } = latest.current;
        const before = new BaseScores(base);
        yield* before.weighInSteps(definition, held?.columns ?? new Map());
        const after = new BaseScores(base);
        after.begin(before);
        return { of: base, before, after };
      },
    [base],
  );
  return useWork(start);
}
