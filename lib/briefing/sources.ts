import type { Briefing } from "./briefing.ts";
import type { Opening } from "./opening.ts";
import type { ToldEvent } from "./statement.ts";

/** What the sentences of a briefing point at by number, from 1. */
export type Source = {
  readonly number: number;
  readonly criteria: readonly string[];
  /** The newest of so many. */
  readonly events: readonly ToldEvent[];
  /** A conversation, where it rests on that. */
  readonly touch: { readonly id: number; readonly at: number } | null;
  readonly count: number;
};

export type Sources = {
  /** In the order of their numbers. */
  readonly all: readonly Source[];
  /** Of each statement in its order; null for one that rests on nothing that happened. */
  readonly ofStatements: readonly (number | null)[];
  readonly ofOpening: readonly number[];
};

/** Numbers what the briefing rests on: sentences first, then what only its opening line brings up. */
export function sourcesOf({ statements }: Pick<Briefing, "statements">, opening: Opening | null): Sources {
  const all: Source[] = [];
  const add = (source: Omit<Source, "number">) => {
    all.push({ number: all.length + 1, ...source });
    return all.length;
  };
  const ofStatements = statements.map(({ events, criteria, count }) =>
    count > 0 ? add({ events, criteria, touch: null, count }) : null,
  );
  const ofOpening = opening ? restsOn(opening) : [];
  return { all, ofStatements, ofOpening: [...new Set(ofOpening)].sort((one, other) => one - other) };

  function restsOn(said: Opening): number[] {
    if (said.kind === "talk")
      return [add({ events: [], criteria: [], touch: { id: said.touchId, at: said.at }, count: 1 })];
    return said.clauses.map(({ eventId, at, title }) => {
      const known = all.find(({ events }) => events.some(({ id }) => id === eventId));
      return known?.number ?? add({ events: [{ id: eventId, at, title }], criteria: [], touch: null, count: 1 });
    });
  }
}

/** The number by which each criterion of the bill is told. */
export function sourceNumbers({ all }: Sources): ReadonlyMap<string, number> {
  return new Map(all.toReversed().flatMap(({ criteria, number }) => criteria.map((key) => [key, number] as const)));
}
