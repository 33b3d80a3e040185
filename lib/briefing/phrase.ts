import type { Label } from "#lib/scoring/definition.ts";

/** What a sentence rests on: keys of criteria, ids of events. */
type Evidence = { readonly criteria: readonly string[]; readonly eventIds: readonly string[] };

/** Something to say about a lead, worded by the catalogue under `why`. Nothing is said without evidence. */
export type Phrase = Evidence &
  (
    | {
        readonly key: "behaviour";
        readonly label: Label;
        readonly times: number;
        /** Of the newest event: its instant, and what it was about when that reads as a title. */
        readonly at: number;
        readonly title: string | null;
      }
    | { readonly key: "fits" | "misfit"; readonly labels: readonly Label[]; readonly more: number }
    | { readonly key: "fields"; readonly known: number; readonly asked: number }
    | { readonly key: "idle"; readonly days: number }
    | { readonly key: "leaves"; readonly cell: string; readonly day: number }
    | { readonly key: "adjusted"; readonly reason: string }
    | { readonly key: "no_score" }
  );

/** The line of a list that says why a lead stands where it stands. */
export type Why = { readonly main: Phrase; readonly second: Phrase | null };

/** What made a score change, worded by the catalogue under `why.cause`. */
export type Cause = Evidence &
  (
    | { readonly key: "behaviour"; readonly label: Label; readonly times: number }
    | { readonly key: "criterion"; readonly label: Label }
    | { readonly key: "adjusted" | "decay" | "first" | "limit" | "model" | "same" }
  );
