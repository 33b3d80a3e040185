import { useTranslations } from "next-intl";
import type { RepWaiting, SlowRep, Waiting } from "#lib/performance/first-touch.ts";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";
import { WaitTable } from "./wait-table.tsx";

type Props = {
  reps: readonly RepWaiting[];
  all: Waiting | null;
  slow: SlowRep | null;
  names: ReadonlyMap<number, string>;
  linkTo: LinkTo;
};

/** Who calls how soon. */
export function RepFigure({ reps, all, slow, names, linkTo }: Props) {
  const t = useTranslations("performance");
  const { duration } = useFigures();
  const nameOf = (repId: number) => names.get(repId) ?? t("reps.somebody");
  return (
    <Figure id="performance-reps" finding={finding()} caption={t("reps.caption")}>
      {reps.length > 0 && (
        <WaitTable
          heading={t("reps.rep")}
          rows={reps.map(({ repId, ...waiting }) => ({
            key: String(repId),
            name: nameOf(repId),
            waiting,
            href: linkTo({ of: "first_touch", rep: repId }),
          }))}
          median={all?.median ?? null}
        />
      )}
    </Figure>
  );

  function finding(): string {
    if (slow)
      return t("reps.slow", { name: nameOf(slow.repId), wait: duration(slow.median), others: duration(slow.others) });
    return all ? t("reps.even", { median: duration(all.median) }) : t("reps.none");
  }
}
