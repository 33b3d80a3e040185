/** A stage and the instant (epoch milliseconds) since which the lead is in it. */
export type StageSince = { readonly stage: string; readonly since: number };

export type StageStep = { readonly at: number; readonly fromStage: string | null; readonly toStage: string };

/**
 * The stage as it stood before `cut` (null: now). `steps` are the lead's stage changes in order of
 * time; before the first of them the lead was in the stage that one left, since its creation.
 */
export function stageAt(input: {
  readonly current: StageSince;
  readonly createdAt: number;
  readonly steps: readonly StageStep[];
  readonly cut: number | null;
}): StageSince {
  const { current, createdAt, steps, cut } = input;
  if (cut === null) return current;
  const last = steps.findLast((step) => step.at < cut);
  if (last) return { stage: last.toStage, since: last.at };
  const first = steps[0];
  if (first === undefined) return current;
  return { stage: first.fromStage ?? first.toStage, since: createdAt };
}
