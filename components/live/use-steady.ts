import { useState } from "react";

/** What is shown stays as it was while the reader's hand is on it; `isBehind`: there is something newer. */
export function useSteady<T>(latest: T | undefined, isHeld: boolean): { shown: T | undefined; isBehind: boolean } {
  const [kept, keep] = useState(latest);
  const isSteady = isHeld && kept !== undefined;
  if (!isSteady && kept !== latest) keep(latest);
  return { shown: isSteady ? kept : latest, isBehind: isSteady && kept !== latest };
}
