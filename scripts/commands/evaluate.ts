import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { type EvaluationCase, findOrderField, listEvaluationCases } from "#db/queries/evaluation-cases.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { aucOf } from "#lib/evaluation/auc.ts";
import { levelsOf } from "#lib/evaluation/levels.ts";
import { liftTable } from "#lib/evaluation/lift-table.ts";
import type { FieldType } from "#lib/scoring/facts.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { type Command, CommandError, type CommandInput, textOption } from "#scripts/run/command.ts";

const NEWEST = 0.2;
const TENTHS = 10;
/** Fewer than these say little: the interval of an AUC is wide. */
const ENOUGH_LEADS = 500;
const ENOUGH_HITS = 50;

export const command: Command = {
  help: `npm run voorrang -- evaluate [--field KEY] [--order KEY]

How well the stored scores rank who became a customer (or for whom the yes-or-no field KEY is true):
AUC, base rate and lift of the tenths by score, over all leads and over the newest fifth. Newest by --order, a
number or date of your own; when absent by the day leads were created, and if that is one day, by a number
that is another for every lead. Facts learnt after an outcome count too: a model that uses them looks
better than it is.`,
  options: { field: { type: "string" }, order: { type: "string" } },
  async run(input) {
    const generation = await findCurrentGeneration();
    if (!generation) throw new CommandError("There are no scores yet: publish a model first.");
    const hitField = await ownField(input, "field", ["boolean"]);
    const orderField = (await ownField(input, "order", ["number", "date"])) ?? (await findOrderField(generation));
    const cases = await listEvaluationCases({ generationId: generation.id, hitField, orderField });
    const all = measure(cases);
    const newest = measure(cases.slice(Math.floor(cases.length * (1 - NEWEST))));
    const facts = {
      outcome: hitField ?? "won",
      order: orderField ?? "created_at",
      day: formatEpochDay(generation.day),
    };
    const warnings = listWarnings(all);
    return {
      json: { ...all, newest, ...facts, warnings },
      text: [`all leads: ${sentence(all)}`, `newest fifth by ${facts.order}: ${sentence(newest)}`, ...warnings].join(
        "\n",
      ),
    };
  },
};

type Measures = {
  readonly auc: number | null;
  /** Bounds of its 95 % interval. */
  readonly aucInterval: readonly [number, number] | null;
  readonly leads: number;
  readonly hits: number;
  readonly baseRate: number | null;
  readonly liftBestTenth: number | null;
  /** Of each tenth by score, the best first; empty when nobody became a customer. */
  readonly liftByTenth: readonly number[];
};

function measure(cases: readonly EvaluationCase[]): Measures {
  const positives = cases.flatMap(({ isHit, combined }) => (isHit ? [combined] : []));
  const negatives = cases.flatMap(({ isHit, combined }) => (isHit ? [] : [combined]));
  const levels = levelsOf({ positives, negatives });
  const area = aucOf(levels);
  const liftByTenth = liftTable(levels, TENTHS).map(({ lift }) => Number(lift.toFixed(4)));
  return {
    auc: rounded(area?.auc),
    aucInterval: area && [rounded(area.low) ?? 0, rounded(area.high) ?? 1],
    leads: cases.length,
    hits: positives.length,
    baseRate: cases.length === 0 ? null : rounded(positives.length / cases.length),
    liftBestTenth: liftByTenth[0] ?? null,
    liftByTenth,
  };
}

function listWarnings({ leads, hits }: Measures): string[] {
  if (leads >= ENOUGH_LEADS && hits >= ENOUGH_HITS) return [];
  return [
    `${leads} leads and ${hits} hits are few: below ${ENOUGH_LEADS} and ${ENOUGH_HITS} these figures say little.`,
  ];
}

function sentence({ auc, aucInterval, leads, hits, baseRate, liftBestTenth }: Measures): string {
  if (auc === null || aucInterval === null) return `${leads} leads, ${hits} hits: nothing to rank`;
  const percent = ((baseRate ?? 0) * 100).toFixed(1);
  const [low, high] = aucInterval.map((bound) => bound.toFixed(3));
  const best = `best tenth ${liftBestTenth?.toFixed(2)} x as often`;
  return `AUC ${auc.toFixed(3)} (${low} to ${high}); ${leads} leads, ${hits} hits (${percent} %); ${best}`;
}

function rounded(value: number | null | undefined): number | null {
  return value == null ? null : Number(value.toFixed(4));
}

async function ownField(input: CommandInput, option: string, allowed: readonly FieldType[]): Promise<string | null> {
  const key = textOption(input, option);
  if (key === undefined) return null;
  const type = (await readFieldTypes())[key];
  if (type === undefined) throw new CommandError(`There is no field ${key}.`);
  if (!allowed.includes(type))
    throw new CommandError(`The field ${key} holds ${type}: --${option} takes ${allowed.join(" or ")}.`);
  return key;
}
