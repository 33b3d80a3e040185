import { movedPlace } from "#components/shell/list-move.ts";
import { useListKeys } from "#components/shell/use-list-keys.ts";

type Options = {
  rows: readonly { readonly leadId: number }[];
  /** The place of the selected lead; -1: none of them is. */
  current: number;
  hasArrows?: boolean;
  onSelect: (leadId: number) => void;
  onOpen: (leadId: number) => void;
};

/** The keys that walk rows of leads and open the selected one. */
export function useRowKeys({ rows, current, hasArrows, onSelect, onOpen }: Options): void {
  useListKeys({
    hasArrows,
    onMove: (move) => {
      const next = movedPlace(move, { place: current, count: rows.length });
      const row = next === null ? undefined : rows[next];
      if (row) onSelect(row.leadId);
    },
    onOpen: () => {
      const row = rows[current];
      if (row) onOpen(row.leadId);
    },
  });
}
