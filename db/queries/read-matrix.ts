import { db, type Executor } from "#db/client.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import { cellsOf } from "#lib/matrix/bands.ts";
import { sumConversions } from "#lib/matrix/conversion.ts";
import { frontierOf } from "#lib/matrix/frontier.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";
import type { GenerationModel } from "./current-generation.ts";
import { countCells, countConversions, countUnscored, sampleLeads } from "./matrix.ts";

const DAY_MS = 86_400_000;
/** More dots say no more. */
const MOST_DOTS = 3_000;

type Query = {
  readonly generationId: number;
  readonly model: GenerationModel;
  readonly filter: LeadFilter;
  readonly outcomeWindowDays: number;
  readonly at: Date;
};

/** The matrix of one model: whole-base figures without a name in them, in four queries however many leads there are. */
export async function readMatrix(query: Query, executor: Executor = db): Promise<Matrix> {
  const { generationId, model, filter, outcomeWindowDays, at } = query;
  const { definition, modelId, number, versionId } = model;
  const of = { generationId, versionId, filter };
  const since = new Date(at.getTime() - outcomeWindowDays * DAY_MS);
  const [counts, conversions, unscored] = await Promise.all([
    countCells(of, executor),
    countConversions({ ...of, since }, executor),
    countUnscored(of, executor),
  ]);
  const cells = cellsOf(definition).map((cell) => ({
    ...cell,
    leads: counts.get(cell.cell) ?? 0,
    conversion: conversions.get(cell.cell) ?? { population: 0, won: 0 },
    play: playOf(definition, cell.cell),
  }));
  const total = cells.reduce((sum, { leads }) => sum + leads, 0);
  return {
    model: { modelId, name: definition.name, number },
    cells,
    thresholds: { fit: definition.axes.fit.thresholds, engagement: definition.axes.engagement.thresholds },
    frontier: frontierOf(definition),
    total,
    unscored,
    base: sumConversions(cells.map(({ conversion }) => conversion)),
    outcomeWindowDays,
    sample: await sampleLeads({ ...of, total, most: MOST_DOTS }, executor),
  };
}

function playOf({ plays }: Definition, cell: string): Play {
  const play = plays[cell];
  if (!play) throw new Error(`No play for cell ${cell}; validate a definition first.`);
  return play;
}
