import type { RowProblem } from "#lib/import/reasons.ts";
import type { Values } from "#lib/import/row.ts";
import type { Written } from "./written.ts";

/** How rows of one kind are read, looked up and written. */
export type RowKind<Row, Plan> = {
  /** null: the row says nothing to record. */
  readonly read: (cells: readonly string[]) => Row | RowProblem | null;
  /** The word of a record that stands for no outcome, where rows may have one. */
  readonly otherWord?: (cells: readonly string[]) => string | null;
  /** Looks up what writing needs to know. The batch before it may still be on its way. */
  readonly plan: (rows: readonly Row[]) => Promise<Plan>;
  /** Writes in the transaction under way. */
  readonly write: (plan: Plan) => Promise<Written>;
  /** Called when a batch was not committed: what was planned since is void. */
  readonly reset: () => void;
  readonly valuesOf: (row: Row) => Values;
  /** Whether rows may be rejected when they are written. */
  readonly mayBeUnknown: boolean;
  readonly mostRows: number;
};
