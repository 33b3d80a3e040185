import { parseArgs } from "node:util";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { type Random, seededRandom } from "#lib/random.ts";
import { compile } from "#lib/scoring/compile.ts";
import type { Facts, Moment, ScoringEvent } from "#lib/scoring/facts.ts";
import { score, totals } from "#lib/scoring/score.ts";
import { eventSamples } from "./dataset-events.ts";
import { DATASET_FIELDS, DATASET_MODEL } from "./dataset-model.ts";
import { type Answers, jsonRulesEngine, ourAnswers, ourModel, type PlainLead, zenEngine } from "./engine-rules.ts";

const EVENTS = 200;
const ROUNDS = 2000;
const WARM_UP = 3000;
const LEADS = 2000;
/** Asked of the others at once: it spares them waits. */
const AT_ONCE = 64;
const DAY = 20_619;
const DAY_MS = 86_400_000;
const MOMENT: Moment = { day: DAY, cut: null };

/** The engine alone: one lead with many events, and twenty plain rules beside two engines that others use. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean" } } });
  const result = { ...timeLead(), ...(await compareEngines()) };
  process.stdout.write(`${JSON.stringify(result, null, values.json ? undefined : 2)}\n`);
}

function timeLead() {
  const own = Object.fromEntries(DATASET_FIELDS.map(({ key, type }) => [key, type] as const));
  const model = compile(DATASET_MODEL, { fields: { ...STANDARD_FIELDS, ...own }, eventTypes: [], stages: [] });
  const random = seededRandom(7);
  // Leads in turn, so that no lead's values stay at hand from one time to the next.
  const leads = Array.from({ length: 100 }, () => withEvents(plainLead(random), random));
  const turn = (n: number) => leads[n % leads.length] ?? leads[0];
  const microsecondsPerLead = medianMicroseconds((n) => totals(turn(n) ?? factsOf({}), model, MOMENT));
  const breakdownMicroseconds = medianMicroseconds((n) => score(turn(n) ?? factsOf({}), model, MOMENT));
  return { microsecondsPerLead, breakdownMicroseconds };
}

function medianMicroseconds(work: (round: number) => unknown): number {
  for (let n = 0; n < WARM_UP; n++) work(n);
  const times = Array.from({ length: ROUNDS }, (_, n) => {
    const from = performance.now();
    work(n);
    return performance.now() - from;
  });
  return rounded(median(times) * 1000);
}

async function compareEngines() {
  const random = seededRandom(8);
  const leads = Array.from({ length: LEADS }, () => plainLead(random));
  const facts = leads.map(factsOf);
  const model = ourModel();
  const [jsonRules, zen] = [jsonRulesEngine(), zenEngine()];
  const expected = facts.map((each) => ourAnswers(each, model, MOMENT));
  const ours = await fastest(async () => {
    for (const each of facts) totals(each, model, MOMENT);
  });
  for (const ask of [jsonRules, zen]) requireSame(expected, await askAll(ask, leads));
  const theirs = {
    jsonRules: await fastest(() => askAll(jsonRules, leads)),
    zen: await fastest(() => askAll(zen, leads)),
  };
  return {
    rulesMicrosecondsPerLead: rounded((ours / LEADS) * 1000),
    jsonRulesEngineRatio: rounded(theirs.jsonRules / ours),
    zenEngineRatio: rounded(theirs.zen / ours),
  };
}

async function askAll(ask: (lead: PlainLead) => Promise<Answers>, leads: readonly PlainLead[]): Promise<Answers[]> {
  const answers: Answers[] = [];
  for (let from = 0; from < leads.length; from += AT_ONCE)
    answers.push(...(await Promise.all(leads.slice(from, from + AT_ONCE).map(ask))));
  return answers;
}

function requireSame(expected: readonly Answers[], actual: readonly Answers[]): void {
  expected.forEach((answers, lead) => {
    if (answers.join() !== actual[lead]?.join()) throw new Error(`The engines do not agree about lead ${lead}.`);
  });
}

const TURNS_MS = 1500;

/** Milliseconds of the quickest turn: by then each engine is warm and nothing else has come between. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (const begun = performance.now(); performance.now() - begun < TURNS_MS; ) {
    const from = performance.now();
    await work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

function plainLead(random: Random): PlainLead {
  return {
    job_title: random.pick(["CEO", "Head of Operations", "Sales Director", "Student", "Inkoper", "Controller"]),
    country: random.pick(["Nederland", "België", "Deutschland", "France"]),
    city: random.pick(["Amsterdam", "Gent", "Köln", "Utrecht", "Antwerpen", "Düsseldorf", "Eindhoven", "Luik"]),
    source: random.pick(["google", "referral", "fair", "webinar", "partner"]),
    industry: random.pick(["Software", "Logistics", "Food", "Health", "Retail", "Public"]),
    language: random.pick(["nl", "fr", "de", "en"]),
    newsletter: random.next() < 0.5,
    team_size: 1 + random.below(60),
    employees: Math.ceil(5 * 10 ** (random.next() * 3)),
  };
}

function factsOf(fields: PlainLead): Facts {
  const createdDay = DAY - 800;
  return {
    createdAt: createdDay * DAY_MS,
    createdDay,
    stage: "lead",
    stageEnteredAt: createdDay * DAY_MS,
    stageEnteredDay: createdDay,
    fields,
    changes: [],
    events: [],
    adjustments: [],
  };
}

function withEvents(lead: PlainLead, random: Random): Facts {
  const { industry, employees, ...own } = lead;
  const fields = { ...own, "account.industry": industry ?? null, "account.employees": employees ?? null };
  const events = eventSamples(EVENTS, random).map(({ type, asset, properties }, n): ScoringEvent => {
    const at = (DAY - random.next() * 700) * DAY_MS;
    return { id: String(n), type, asset, at, day: Math.floor(at / DAY_MS), properties };
  });
  return { ...factsOf({}), fields, events };
}

const rounded = (figure: number) => Number(figure.toFixed(2));
const median = (figures: readonly number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
