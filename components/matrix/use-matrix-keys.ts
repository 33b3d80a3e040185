import { isTyping } from "#components/shell/is-typing.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import type { CellData } from "#lib/matrix/matrix.ts";
import { neighbour } from "./neighbour.ts";

type Options = {
  cells: readonly CellData[];
  opened: string;
  onSelect: (cell: string) => void;
  onSwitch: () => void;
};

/** The arrows go from cell to cell wherever the focus is, and T from map to table. */
export function useMatrixKeys({ cells, opened, onSelect, onSwitch }: Options): void {
  usePageKeys((event) => {
    // A popup closed by its own key, or the map when it has the focus, was first.
    if (event.defaultPrevented || isTyping(event.target)) return false;
    if (document.querySelector("[role='dialog'], [role='listbox']")) return false;
    const next = neighbour(cells, opened, event.key);
    if (next) onSelect(next);
    else if (event.key === "t") onSwitch();
    else return false;
    return true;
  });
}
