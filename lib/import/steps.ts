import { type Binding, bindCell, type Cell } from "./cells.ts";
import type { MappedColumn } from "./mapping.ts";
import type { Reason } from "./reasons.ts";

/** What one mapped column does with its cell, unless that is missing. */
export type Step<Draft> = { readonly cell: Cell; readonly take: (text: string, draft: Draft) => Reason | null };

/** The steps of the mapped columns that the file has and for which there is something to do. */
export function bindSteps<Draft>(
  binding: Binding,
  toStep: (entry: MappedColumn, cell: Cell) => Step<Draft>["take"] | null,
): Step<Draft>[] {
  return binding.mapping.columns.flatMap((entry) => {
    const cell = bindCell(entry, binding);
    const take = cell && toStep(entry, cell);
    return take ? [{ cell, take }] : [];
  });
}
