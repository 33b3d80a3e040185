import type { ArrivedBinding } from "./cells.ts";
import { IdentityReader } from "./identity-cells.ts";
import { OutcomeReader } from "./outcome-cells.ts";
import type { RowProblem } from "./reasons.ts";
import type { OutcomesRow } from "./row.ts";

/** Reads rows of an outcomes file. */
export class OutcomeRows {
  readonly #identities: IdentityReader;
  readonly #outcome: OutcomeReader;

  constructor(binding: ArrivedBinding) {
    this.#identities = new IdentityReader(binding);
    this.#outcome = new OutcomeReader(binding);
  }

  /** The word of a row that the mapping takes for no outcome; null: there is none. */
  otherWord(cells: readonly string[]): string | null {
    return this.#outcome.otherWord(cells);
  }

  /** The row, what keeps it from being taken, or null when it says that there is no outcome yet. */
  read(cells: readonly string[]): OutcomesRow | RowProblem | null {
    const named = this.#identities.read(cells);
    if ("reason" in named) return named;
    if (named.identities.length === 0) return { reason: "no_lead", column: null, value: null };
    const outcome = this.#outcome.read(cells);
    if (outcome === null || "reason" in outcome) return outcome;
    return { identities: named.identities, outcome };
  }
}
