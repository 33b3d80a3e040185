import type { Definition, Group, Label } from "#lib/scoring/definition.ts";

export const TEMPLATE_KEYS = ["b2b_software", "manufacturing", "b2c", "weighting", "cold_warm_hot", "five"] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** A model to begin with, as it would be where every field and event type is there under the name it has here. */
export type Template = Pick<Definition, "mix"> & {
  readonly key: TemplateKey;
  /** What the model is called at first. */
  readonly name: Label;
  readonly axes: { readonly fit: TemplateAxis; readonly engagement: TemplateAxis };
};

type TemplateAxis = { readonly groups: readonly Group[]; readonly thresholds: readonly number[] };
