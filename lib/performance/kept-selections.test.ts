import fc from "fast-check";
import { expect, it } from "vitest";
import { exampleJourney } from "./example-journey.ts";
import { ANY_JOURNEY, type JourneyFilter } from "./journey-filter.ts";
import { tableOf } from "./journeys.ts";
import { KeptJourneys } from "./kept-journeys.ts";
import { type Selection, selectJourneys } from "./select-journeys.ts";

const LEADS = 40;
const SOURCES = ["fair", "web", "mail", "talk"];
const FILTERS: readonly JourneyFilter[] = [
  ANY_JOURNEY,
  ...SOURCES.map((source) => ({ ...ANY_JOURNEY, source })),
  { ...ANY_JOURNEY, from: 10, until: 25 },
];

const journeyAt = (leadId: number, handedOverAt: number) =>
  exampleJourney({
    ...{ leadId, createdDay: leadId, createdAt: leadId, source: SOURCES[leadId % 4] ?? null, handedOverAt },
    firstTouchAt: leadId % 3 === 0 ? null : handedOverAt + 60_000 * ((leadId * 7) % LEADS),
  });

const columnsOf = ({ journeys }: Selection) => {
  const { size, createdAt, handedOverAt, waits } = tableOf(journeys);
  return { createdAt: [...createdAt], handedOverAt: [...handedOverAt], waits: [...waits.values], size };
};

it("gives each answer the columns of all it asks for, in whatever order it reads them and whatever was asked before", () => {
  // Asks for one, or reads one of those that it asked for.
  const step = fc.record({ which: fc.nat(FILTERS.length - 1), isAsking: fc.boolean() });
  const answer = fc.record({ steps: fc.array(step, { maxLength: 12 }), isAfterChange: fc.boolean() });
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
      const kept = new KeptJourneys();
      const rows = Array.from({ length: LEADS }, (_, at) => journeyAt(at + 1, 1_000));
      for (const row of rows) kept.put(row.leadId, [row]);
      for (const [turn, { steps, isAfterChange }] of answers.entries()) {
        if (isAfterChange) {
          const changed = journeyAt(1 + (turn % LEADS), 2_000 + turn);
          rows[changed.leadId - 1] = changed;
          kept.put(changed.leadId, [changed]);
        }
        kept.selections.read((select) => {
          const asked: { filter: JourneyFilter; selection: Selection }[] = [];
          for (const { which, isAsking } of steps) {
            const filter = FILTERS[which] ?? ANY_JOURNEY;
            if (isAsking) asked.push({ filter, selection: select(filter) });
            const read = asked[which % asked.length];
            if (!isAsking && read)
              expect(columnsOf(read.selection)).toEqual(columnsOf(selectJourneys(rows, read.filter)));
          }
        });
      }
    }),
  );
});

it("keeps two, and the memory of the one that was asked for longest ago serves the next", () => {
  const kept = new KeptJourneys();
  for (let leadId = 1; leadId <= LEADS; leadId++) kept.put(leadId, [journeyAt(leadId, 1_000)]);
  const memoryOf = (source: string) =>
    kept.selections.read((select) => tableOf(select({ ...ANY_JOURNEY, source }).journeys).createdAt.buffer);
  const [fair, web] = [memoryOf("fair"), memoryOf("web")];
  expect(web).not.toBe(fair);
  expect(memoryOf("fair")).toBe(fair);
  expect(memoryOf("mail")).toBe(web);
  expect(memoryOf("fair")).toBe(fair);
  expect(memoryOf("talk")).toBe(web);
});

it("serves one answer at a time, also after one that failed", () => {
  const { selections } = new KeptJourneys();
  expect(() => selections.read(() => selections.read(() => null))).toThrow("one answer at a time");
  expect(selections.read(() => "made")).toBe("made");
});

it("gives one selection to who asks for the same twice, also by days beyond the first and the last", () => {
  const kept = new KeptJourneys();
  kept.put(1, [journeyAt(1, 1_000)]);
  kept.selections.read((select) => {
    expect(select({ ...ANY_JOURNEY, from: -5, until: 900 })).toBe(select(ANY_JOURNEY));
  });
});
