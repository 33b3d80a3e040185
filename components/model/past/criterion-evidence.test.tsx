import { expect, test } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import type { CriterionNotes } from "#lib/backtest/criterion-notes.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { EditorProvider } from "../editor-context.tsx";
import { useModelWords } from "../words.ts";
import { CriterionEvidence } from "./criterion-evidence.tsx";
import { EvidenceCells } from "./evidence-cells.tsx";
import { type Grounds, GroundsProvider } from "./past-context.tsx";

const catalogue: ModelCatalogue = {
  fields: [{ key: "employees", type: "number", label: null }],
  eventTypes: [],
  stages: [],
};
const definition = aDefinition({
  fit: [
    {
      type: "attribute",
      key: "large",
      label: "Large",
      points: 10,
      condition: { field: "employees", op: "at_least", value: 50 },
    },
  ],
});
const criterion = definition.axes.fit.groups[0]?.criteria[0];
if (!criterion) throw new Error("There is one.");
const key = measureKey(criterion);

const LEADS = 50;
const NOTHING_NOTED: CriterionNotes = { cases: 0, filled: null, untimed: null, gaps: null, rejections: {} };

type Counts = { matched: number; leads?: number; notes?: Partial<CriterionNotes> };

/** Of so many leads of today so many are matched; of the past there is only what was noted. */
function groundsOf({ matched, leads = LEADS, notes }: Counts): Grounds {
  const column = Int32Array.from({ length: leads }, (_, row) => Number(row < matched));
  const none = new Int32Array(0);
  const days = [{ day: 20_000, isOver: true, endsWeek: true }];
  const span: PastSpan = {
    kind: "dated",
    days,
    windowDays: 90,
    areWinsTimed: true,
    orderField: null,
    leaks: [],
    rejections: {},
  };
  const adjusted = { fit: null, engagement: null };
  return {
    now: { columns: new Map([[key, column]]), size: leads, scale: 1 },
    past: {
      held: {
        reach: "",
        base: {
          baseId: 1,
          size: 0,
          adjusted,
          leadIds: new Uint32Array(0),
          looked: 0,
          total: 0,
          madeAt: "",
          past: null,
        },
        columns: new Map(),
        notes: new Map([[key, { ...NOTHING_NOTED, ...notes }]]),
      },
      span,
      cases: { leadIds: new Uint32Array(0), places: none, won: none, withSales: none, days },
      known: new Uint8Array(0),
      extent: { cases: 0, positives: 0, leads: 0, customers: 0 },
      isEnough: false,
      scale: 1,
    },
  };
}

function Shown({ grounds }: { grounds: Grounds }) {
  const words = useModelWords(catalogue);
  const nothing = () => undefined;
  if (!criterion) return null;
  return (
    <EditorProvider value={{ catalogue, read: () => definition, edit: nothing, settle: nothing, open: nothing }}>
      <GroundsProvider value={grounds}>
        <EvidenceCells criterion={criterion} />
        <CriterionEvidence criterion={criterion} words={words} />
      </GroundsProvider>
    </EditorProvider>
  );
}

const said = (grounds: Grounds) => ({
  en: renderWords(<Shown grounds={grounds} />, "en"),
  nl: renderWords(<Shown grounds={grounds} />, "nl"),
});

test("a rule that matches none of the leads never fires", () => {
  const { en, nl } = said(groundsOf({ matched: 0 }));
  expect(en).toContain("Never fires.");
  expect(nl).toContain("Raakt geen enkele lead.");
  expect(en).not.toContain("Matches");
});

test("where there are no leads, none is counted and no rule is said never to fire", () => {
  const { en } = said(groundsOf({ matched: 0, leads: 0 }));
  expect(en).not.toContain("Never fires");
  expect(en).not.toMatch(/\d/);
});

test("a rule that matches every lead fires on all, and says how many that are", () => {
  const { en, nl } = said(groundsOf({ matched: LEADS }));
  expect(en).toContain("Fires on all leads. Matches 50 of 50 leads.");
  expect(nl).toContain("Raakt alle leads.");
});

test.each([1, LEADS - 1])("a rule that matches %d of 50 leads is said to do neither", (matched) => {
  const { en } = said(groundsOf({ matched }));
  expect(en).toContain(`Matches ${matched} of 50 leads.`);
  expect(en).not.toContain("Never fires");
  expect(en).not.toContain("Fires on all");
});

test("a rule on a field that few leads have says how few", () => {
  const { en, nl } = said(groundsOf({ matched: 1, notes: { cases: 25, filled: 3 } }));
  expect(en).toContain("Rests on a field that is 12% filled.");
  expect(nl).toContain("Rust op een veld dat voor 12% gevuld is.");
});

test("a field that half of the leads have is not called seldom filled", () => {
  expect(said(groundsOf({ matched: 1, notes: { cases: 50, filled: 25 } })).en).not.toContain("filled");
  expect(said(groundsOf({ matched: 1, notes: { cases: 50, filled: 24 } })).en).toContain("48% filled");
});
