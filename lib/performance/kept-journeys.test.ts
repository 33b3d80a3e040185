import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/random.ts";
import { exampleJourney } from "./example-journey.ts";
import { type Journey, STEPS } from "./journey.ts";
import { ANY_JOURNEY, type JourneyFilter } from "./journey-filter.ts";
import { type Journeys, tableOf } from "./journeys.ts";
import { KeptJourneys } from "./kept-journeys.ts";
import { type Selection, selectJourneys } from "./select-journeys.ts";

const DAY_MS = 86_400_000;
const random = seededRandom(7);

function anyJourney(leadId: number): Journey {
  const createdDay = 20_000 + random.below(100);
  const createdAt = createdDay * DAY_MS;
  const some = <T>(value: T) => (random.below(2) === 0 ? value : null);
  const isHandedOver = random.below(3) > 0;
  return exampleJourney({
    leadId,
    createdAt,
    createdDay,
    source: some(`source ${random.below(3)}`),
    country: some(random.pick(["NL", "BE"])),
    ownerId: some(random.below(3)),
    ...(isHandedOver && {
      handedOverAt: createdAt + random.below(DAY_MS),
      cell: some(random.pick(["A1", "B2"])),
      versionId: some(1 + random.below(2)),
      acceptedAt: some(createdAt + DAY_MS),
      customerAt: some(createdAt + 2 * DAY_MS),
      deals: random.below(2) === 0 ? [{ at: createdAt, value: { minor: random.below(9), currency: "EUR" } }] : [],
      clocks:
        random.below(3) === 0
          ? [{ arrivedAt: createdAt, startedAt: 1, dueAt: 2, shownAt: null, stoppedAt: random.below(4), endedAt: null }]
          : [],
      callDays: Array.from({ length: random.below(4) }, () => random.below(3)),
      isClosed: random.below(2) === 0,
      firstTouchAt: some(createdAt + 5),
      repId: some(random.below(3)),
    }),
  });
}

const FIELDS = Object.keys(exampleJourney()) as (keyof Journey)[];

/** What was selected, in no order. */
function contents({ arrivals, journeys }: Selection) {
  const found: string[] = [];
  journeys.forEach((journey) => {
    found.push(JSON.stringify(FIELDS.map((field) => journey[field])));
  });
  return { arrivals, journeys: found.sort() };
}

/** The table row by row, in the order of the journeys. */
function tableRows(journeys: Journeys) {
  const { size, sources, reps, callLists, ...table } = tableOf(journeys);
  const deals = new Map(table.deals.map((each) => [each.row, each.deals]));
  const { createdDay, closed, createdAt, steps, customerAt, firstTouchAt } = table;
  const columns = [createdDay, closed, createdAt, ...STEPS.map((step) => steps[step].to), customerAt, firstTouchAt];
  return Array.from({ length: size }, (_, row) => [
    sources.valueOf(table.source[row] ?? 0),
    reps.valueOf(table.rep[row] ?? 0),
    callLists.listOf(table.calls[row] ?? 0),
    deals.get(row),
    ...columns.map((column) => column[row]),
  ]);
}

const FILTERS: readonly Partial<JourneyFilter>[] = [
  {},
  { from: 20_010, until: 20_050 },
  { source: "source 1" },
  { source: "" },
  { country: "BE" },
  { country: "", from: 20_050 },
  { owner: 2 },
  { owner: "none" },
  { cell: "A1" },
  { cell: "" },
  { versionId: 2 },
  { versionId: 2, cell: "B2", country: "NL" },
  { source: "nobody has this" },
];

describe("journeys that are kept", () => {
  it("are selected as from rows, whatever was put, changed and removed in whatever order", () => {
    const kept = new KeptJourneys();
    const rows = new Map<number, readonly Journey[]>();
    for (let turn = 0; turn < 6_000; turn++) {
      const leadId = 1 + random.below(3_000);
      const journeys = Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, () => anyJourney(leadId));
      kept.put(leadId, journeys);
      rows.set(leadId, journeys);
    }
    const all = [...rows.values()].flat();
    for (const changes of FILTERS) {
      const filter = { ...ANY_JOURNEY, ...changes };
      const selected = kept.select(filter);
      expect(contents(selected)).toEqual(contents(selectJourneys(all, filter)));
      const copies: Journey[] = [];
      selected.journeys.forEach((journey) => {
        copies.push(exampleJourney(Object.fromEntries(FIELDS.map((field) => [field, journey[field]]))));
      });
      expect(tableRows(selected.journeys)).toEqual(tableRows(copies));
    }
  });

  it("keep the columns of each selection, whatever is selected after it", () => {
    const kept = new KeptJourneys();
    for (let leadId = 1; leadId <= 300; leadId++) kept.put(leadId, [anyJourney(leadId)]);
    const selections = FILTERS.map((changes) => kept.select({ ...ANY_JOURNEY, ...changes }));
    const rows = selections.map(({ journeys }) => tableRows(journeys));
    expect(selections.map(({ journeys }) => tableRows(journeys))).toEqual(rows);
  });

  it("are selected anew once one has changed, also one that was opened again on a later day than any before", () => {
    const kept = new KeptJourneys();
    const countArrivals = () =>
      kept.selections.read((select) => select(ANY_JOURNEY).arrivals.reduce((sum, { leads }) => sum + leads, 0));
    kept.put(1, [exampleJourney({ leadId: 1, createdDay: 20_000 })]);
    expect([countArrivals(), countArrivals()]).toEqual([1, 1]);
    kept.put(1, [exampleJourney({ leadId: 1, createdDay: 20_000 }), exampleJourney({ leadId: 1, createdDay: 20_500 })]);
    expect(countArrivals()).toBe(2);
    kept.put(1, []);
    expect(countArrivals()).toBe(0);
  });

  it("say whether more changed than attempts, deals and clocks", () => {
    const kept = new KeptJourneys();
    const won = { handedOverAt: 1, acceptedAt: 2, wonAt: 3, customerAt: 3, isClosed: true, cell: "A1", versionId: 2 };
    const journey = (given: Partial<Journey>) =>
      exampleJourney({ leadId: 1, source: "fair", ownerId: 4, ...won, ...given });
    const isOther = (...journeys: Journey[]) => {
      const before = [kept.revision, kept.courseRevision];
      kept.put(1, journeys);
      expect(kept.revision).toBe((before[0] ?? 0) + 1);
      return kept.courseRevision !== before[1];
    };
    expect(isOther(journey({}))).toBe(true);
    const deals = [{ at: 3, value: null }];
    expect(isOther(journey({ firstTouchAt: 2, repId: 5, callDays: [0, 1], deals }))).toBe(false);
    const others: Partial<Journey>[] = [
      ...[{ source: null }, { country: "BE" }, { ownerId: null }, { createdDay: 1 }, { createdAt: 1 }, { cell: null }],
      ...[{ versionId: 3 }, { isClosed: false }, { handedOverAt: null }, { acceptedAt: null }, { qualifiedAt: 2 }],
      ...[{ opportunityAt: 2 }, { wonAt: null }, { customerAt: 4 }, { lostAt: 4 }],
    ];
    for (const other of others) {
      expect([other, isOther(journey(other))]).toEqual([other, true]);
      expect(isOther(journey({}))).toBe(true);
    }
    const untouched = exampleJourney({ leadId: 1 });
    expect(isOther(untouched)).toBe(true);
    expect(isOther({ ...untouched, callDays: [0] })).toBe(false);
    expect(isOther(untouched)).toBe(false);
    expect(isOther({ ...untouched, callDays: [0], isClosed: true })).toBe(true);
    expect(isOther(journey({}), journey({ createdDay: 9 }))).toBe(true);
    expect(isOther(journey({}))).toBe(true);
    expect(isOther()).toBe(true);
  });

  it("are none before the first lead", () => {
    expect(contents(new KeptJourneys().select(ANY_JOURNEY))).toEqual({ arrivals: [], journeys: [] });
  });
});
