import { asc, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { models } from "#db/schema/index.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import type { Reach } from "#lib/preview/reach.ts";
import type { Criterion, Definition } from "#lib/scoring/definition.ts";
import type { Generation } from "./current-generation.ts";
import { listRulesInForce } from "./rules-in-force.ts";

/** Stands for the version that a draft would become. */
export const DRAFT = 0;

type Measured = {
  readonly generation: Generation;
  /** The model that is edited. */
  readonly modelId: number;
  readonly reach: Reach;
  readonly criteria: readonly Criterion[];
};

/**
 * Models are tried in order, so those before the edited one still take their leads; none but it measures anything. The
 * order is the one that a publish of the draft would put in force.
 */
export async function modelsToMeasure(
  { generation, modelId, reach, criteria }: Measured,
  executor: Executor,
): Promise<Generation["models"]> {
  const edited = { versionId: DRAFT, modelId, number: 0, definition: withCriteria(reach, criteria) };
  const inForce = new Map(generation.models.map((model) => [model.modelId, model]));
  const order = await executor
    .select({ id: models.id })
    .from(models)
    .where(isNull(models.retiredAt))
    .orderBy(asc(models.position), asc(models.id));
  const tried = order.flatMap(({ id }) => {
    if (id === modelId) return [edited];
    const model = inForce.get(id);
    return model ? [{ ...model, definition: withCriteria(model.definition, []) }] : [];
  });
  return tried.includes(edited) ? tried : [...tried, edited];
}

/**
 * The models that are tried on a day of the past, by its cut; null: today. Before the edited one stand those that did then, as they were, in the
 * order of then. Where the edited one was not in force yet, those of then that stand before it today.
 */
export async function openModelsOfThen(
  measured: Measured & { readonly from: Date },
  executor: Executor,
): Promise<(cut: number | null) => Generation["models"]> {
  const [today, periods] = await Promise.all([
    modelsToMeasure(measured, executor),
    listRulesInForce(measured, executor),
  ]);
  const edited = today.find(({ versionId }) => versionId === DRAFT);
  if (edited === undefined) throw new Error("The edited model is not among those measured.");
  const beforeToday = today.slice(0, today.indexOf(edited)).map(({ modelId }) => modelId);
  const tried = new Map(
    periods.map((period) => {
      const inForce: Generation["models"] = period.models;
      const place = inForce.findIndex(({ modelId }) => modelId === measured.modelId);
      const before =
        place === -1 ? inForce.filter(({ modelId }) => beforeToday.includes(modelId)) : inForce.slice(0, place);
      const emptied = before.map((model) => ({ ...model, definition: withCriteria(model.definition, []) }));
      const models: Generation["models"] = [...emptied, edited];
      return [period, models] as const;
    }),
  );
  return (cut) => (cut === null ? today : (tried.get(rulesAt(periods, cut)) ?? [edited]));
}

function withCriteria({ segment, stages, eventsFrom }: Reach, criteria: readonly Criterion[]): Definition {
  const thresholds = [25, 50, 75];
  const measured = { key: "measured", label: "measured", cap: null, floor: null, criteria: [...criteria] };
  return {
    kind: "lead",
    name: "measured",
    segment,
    stages,
    eventsFrom,
    axes: { fit: { groups: [], thresholds }, engagement: { groups: [measured], thresholds } },
    mix: { fit: 50, engagement: 50 },
    plays: {},
    qualifies: { cells: ["A1"] },
  };
}
