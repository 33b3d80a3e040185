import { openCensus } from "#db/census/open-census.ts";
import { type Store, store } from "#db/client.ts";
import { countCells, countUnscored } from "#lib/census/count.ts";
import { sampleIds } from "#lib/census/sample.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import { cellsOf } from "#lib/matrix/bands.ts";
import { sumConversions } from "#lib/matrix/conversion.ts";
import { frontierOf } from "#lib/matrix/frontier.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";
import type { GenerationModel } from "./current-generation.ts";
import { readConversions, readDots } from "./matrix.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More dots say no more. */
const MOST_DOTS = 3_000;

type Query = {
  readonly generationId: number;
  readonly model: GenerationModel;
  readonly filter: LeadFilter;
  readonly outcomeWindowDays: number;
  readonly at: Date;
};

/** The matrix of one model: whole-base figures without a name in them, in a fixed number of queries. */
export async function readMatrix(query: Query, target: Store = store): Promise<Matrix> {
  const { generationId, model, filter, outcomeWindowDays, at } = query;
  const { definition, modelId, number, versionId } = model;
  const of = { versionId, filter };
  const since = startOfHour(at.getTime() - outcomeWindowDays * DAY_MS);
  const [census, conversions] = await Promise.all([
    openCensus(generationId, target).read(),
    readConversions({ ...of, generationId, since }, target),
  ]);
  const counts = countCells(census, of);
  const cells = cellsOf(definition).map((cell) => ({
    ...cell,
    leads: counts.get(cell.cell) ?? 0,
    conversion: conversions.byCell.get(cell.cell) ?? { population: 0, won: 0 },
    play: playOf(definition, cell.cell),
  }));
  const total = cells.reduce((sum, { leads }) => sum + leads, 0);
  const { every, leadIds } = sampleIds(census, { ...of, total, most: MOST_DOTS });
  return {
    model: { modelId, name: definition.name, number },
    cells,
    thresholds: { fit: definition.axes.fit.thresholds, engagement: definition.axes.engagement.thresholds },
    frontier: frontierOf(definition),
    total,
    unscored: countUnscored(census, filter),
    base: sumConversions(cells.map(({ conversion }) => conversion)),
    windowDays: conversions.isTimed ? outcomeWindowDays : null,
    sample: { every, dots: await readDots({ generationId, versionId, leadIds }, target.db) },
  };
}

/** So that what ended in the window is read once an hour, not once a request. */
function startOfHour(at: number): Date {
  return new Date(at - (at % HOUR_MS));
}

function playOf({ plays }: Definition, cell: string): Play {
  const play = plays[cell];
  if (!play) throw new Error(`No play for cell ${cell}; validate a definition first.`);
  return play;
}
