import { describe, expect, it } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import { summarize } from "#lib/model/pass-summary.ts";
import { LastPass } from "./last-pass.tsx";
import { PassEffects } from "./pass-effects.tsx";

const at = new Date("2026-03-10T23:00:02Z");
const none = summarize({ at, moves: [], qualified: 0 });
const moves = [
  { from: "B2", to: "A2", leads: 1204 },
  { from: null, to: "C4", leads: 12 },
  { from: "D1", to: null, leads: 3 },
  ...[1, 2, 3, 4].map((band) => ({ from: `A${band}`, to: `B${band}`, leads: 1 })),
];

describe("what a pass did to the leads", () => {
  const summary = summarize({ at, moves, qualified: 87 });

  it("is told with the largest moves, in both languages", () => {
    expect(renderWords(<PassEffects summary={summary} />, "en")).toBe(
      "1,223 leads changed cell. 87 became MQL, for the next morning’s lists. 1,204 from B2 to A2, 12 into C4, 3 out of D1, 1 from A1 to B1, 1 from A2 to B2, and 2 other moves",
    );
    expect(renderWords(<PassEffects summary={summary} />, "nl")).toBe(
      "1.223 leads kwamen in een ander vak. 87 werden MQL, voor de lijsten van de volgende ochtend. 1.204 van B2 naar A2, 12 nieuw in C4, 3 weg uit D1, 1 van A1 naar B1, 1 van A2 naar B2 en nog 2 verschuivingen",
    );
  });

  it("is told too when it is nothing", () => {
    expect(renderWords(<PassEffects summary={none} />, "en")).toBe("No lead changed cell. None newly became MQL.");
    expect(renderWords(<PassEffects summary={none} />, "nl")).toBe(
      "Geen lead kwam in een ander vak. Niemand werd MQL.",
    );
  });

  it("is told of every pass without a version, with its cause and time in the organisation's zone", () => {
    for (const cause of ["day", "import", "account", "naming", "zone"] as const)
      for (const locale of ["en", "nl"] as const)
        expect(renderWords(<LastPass cause={cause} summary={none} />, locale)).toContain("00:00");
    expect(renderWords(<LastPass cause="day" summary={none} />, "en")).toContain("Decay of 11 March 00:00");
  });
});
