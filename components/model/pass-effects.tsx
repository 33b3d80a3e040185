import { useFormatter, useTranslations } from "next-intl";
import type { CellMove, PassSummary } from "#lib/model/pass-summary.ts";

/** Moves that are told one by one. */
const SHOWN = 5;

/** What a pass did to the leads: how many changed cell and became MQL, and the largest moves. */
export function PassEffects({ summary }: { summary: PassSummary }) {
  const t = useTranslations("model.effects");
  const format = useFormatter();
  const { moves, moved, qualified } = summary;
  const more = moves.length - SHOWN;
  const told = moves
    .slice(0, SHOWN)
    .map((move) => t(wayOf(move), { ...move, from: move.from ?? "", to: move.to ?? "" }));
  return (
    <div className="max-w-[80ch] text-ink-2 text-small">
      <p>
        {t("moved", { count: moved })} {t("qualified", { count: qualified })}
      </p>
      {told.length > 0 && <p>{format.list(more > 0 ? [...told, t("more", { count: more })] : told)}</p>}
    </div>
  );
}

function wayOf({ from, to }: CellMove): "enters" | "leaves" | "moves" {
  if (from === null) return "enters";
  return to === null ? "leaves" : "moves";
}
