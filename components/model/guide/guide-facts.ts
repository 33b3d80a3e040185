import type { GuideSample } from "#lib/model/guide/sample.ts";
import type { Signal } from "#lib/model/guide/signals.ts";
import type { FieldTraits } from "#lib/model/guide/traits.ts";

/** What the organisation's own data say to the questions. */
export type GuideFacts = Pick<GuideSample, "leads" | "won" | "arrivalsPerWeek" | "rejections"> & {
  readonly traits: readonly FieldTraits[];
  readonly signals: readonly Signal[];
  /** How many of either the shares are of. */
  readonly looked: { readonly leads: number; readonly customers: number };
};
