import { useCallback, useMemo, useRef } from "react";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { askableOf, isSoundSegment } from "#lib/preview/askable.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** What of a definition under the hand can be measured; the same function while the catalogue is. */
export function useAskable(catalogue: ModelCatalogue): (definition: Definition) => Definition {
  const known = useMemo(() => toScoringCatalogue(catalogue), [catalogue]);
  const lastSegment = useRef<Definition["segment"]>(null);
  return useCallback(
    (definition) => {
      if (isSoundSegment(definition.segment, known)) lastSegment.current = definition.segment;
      return askableOf(definition, known, lastSegment.current);
    },
    [known],
  );
}
