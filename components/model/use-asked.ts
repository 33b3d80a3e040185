import { useEffect, useState } from "react";
import { criteriaByKey } from "#lib/model/criteria.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { criterionPlaceId } from "./place-id.ts";

/** What of the editor is open: at first the criterion that a link asks for, which then comes into sight. */
export function useAsked(definition: Definition, asked: string | null) {
  const [first] = useState(() => {
    const found = asked === null ? undefined : criteriaByKey(definition).get(asked);
    return found ? criterionPlaceId(found.place) : null;
  });
  useEffect(() => {
    if (first !== null) document.getElementById(`place-${first}`)?.scrollIntoView({ block: "center" });
  }, [first]);
  return useState(first);
}
