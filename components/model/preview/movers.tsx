import { useMemo } from "react";
import { MOST_ASKED } from "#lib/leads/named-lead.ts";
import { type Flow, listMovers } from "#lib/preview/moves.ts";
import type { ModelWords } from "../words.ts";
import { NamedMoves } from "./named-moves.tsx";
import type { Moved } from "./use-preview.ts";

const SHOWN = 12;

type Props = { moved: Moved; flow: Flow; words: ModelWords };

/** The first of those who move, by name, with the cells they leave and reach. */
export function Movers({ moved, flow, words }: Props) {
  const movers = useMemo(
    () =>
      listMovers(moved.before, moved.after, flow, MOST_ASKED).map((row) => ({
        leadId: moved.base.leadIds[row] ?? 0,
        from: moved.before.cellNames[moved.before.cells[row] ?? 0] ?? "",
        to: moved.after.cellNames[moved.after.cells[row] ?? 0] ?? "",
      })),
    [moved, flow],
  );
  return <NamedMoves moves={movers} label={words.t("preview.moversLabel")} shown={SHOWN} words={words} />;
}
