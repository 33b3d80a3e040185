import type { Mapping } from "./mapping.ts";

type Columns = Mapping["columns"];

/**
 * The mapping of a file that is read in another way than before: columns still there keep what was
 * chosen, new ones get the guess, those that are gone are dropped.
 */
export function completeColumns(chosen: Columns, guessed: Columns): Columns {
  const kept = new Map(chosen.map((entry) => [entry.column?.toLowerCase(), entry]));
  const constants = chosen.filter(({ column }) => column === undefined);
  return [...guessed.map((guess) => kept.get(guess.column?.toLowerCase()) ?? guess), ...constants];
}
