import type { Label } from "#lib/scoring/definition.ts";
import type { Act } from "./acts.ts";

/** An event that a sentence rests on. */
export type ToldEvent = {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly title: string | null;
};

/** What a sentence rests on: keys of criteria, and events, the newest of them, newest first. */
type Ground = {
  readonly criteria: readonly string[];
  readonly events: readonly ToldEvent[];
  /** Of how many events these are the newest. */
  readonly count: number;
};

/** So many within so many hours, among those that the sentence tells. */
export type Rush = { readonly times: number; readonly hours: number };

/** One sentence of a briefing, worded by the catalogue under `briefing`. None is made without ground. */
export type Statement = Ground &
  (
    | { readonly kind: "act"; readonly act: Act; readonly rush: Rush | null }
    /** Of a type that only its label describes; `times` is 1 where the label names a number of its own. */
    | { readonly kind: "labelled"; readonly label: Label; readonly times: number }
    | {
        readonly kind: "silent";
        readonly label: Label;
        readonly days: number;
        /** Whether anything at all would have ended it. */
        readonly isEverything: boolean;
      }
    | {
        readonly kind: "adjusted";
        readonly adjustmentId: string;
        readonly centipoints: number;
        readonly reason: string;
      }
  );
