import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { type Departure, toldOnce } from "#lib/call-list/departure.ts";

const SHOWN = 4;

/** Who left the list since the one before, and why. */
export function Departures({ departures, title }: { departures: readonly Departure[]; title: string }) {
  const t = useTranslations("today");
  if (departures.length === 0) return null;
  const told = toldOnce(departures);
  const rest = told.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  return (
    <footer className="mt-auto grid gap-x-4 pt-6 pb-4 text-ink-3 text-small sm:grid-cols-[168px_1fr]">
      <h2 className="type-label">{title}</h2>
      <p>
        {told.slice(0, SHOWN).map(({ departure, count }) => (
          <Fragment key={`${departure.key} ${departure.leadId}`}>
            {departure.isHidden ? (
              <span className="font-medium text-ink-2">{t("departures.hidden", { count })}</span>
            ) : (
              <Link
                href={`/leads/${departure.leadId}`}
                className="font-medium text-ink-2 underline-offset-4 hover:underline"
              >
                {departure.name ?? t("unnamed", { id: departure.leadId })}
              </Link>
            )}{" "}
            <Reason departure={departure} count={count} />{" "}
          </Fragment>
        ))}
        {rest > 0 && t("departures.more", { count: rest })}
      </p>
    </footer>
  );
}

function Reason({ departure, count }: { departure: Departure; count: number }) {
  const t = useTranslations("today.departures");
  switch (departure.key) {
    case "stage":
      return t(`stage.${departure.stage}`);
    case "cell":
      return t("cell", { from: departure.from, to: departure.to });
    case "given_away":
      return t("given_away", { count, to: departure.to ?? t("somebody") });
    case "deleted":
      return t("deleted", { count });
    default:
      return t(departure.key);
  }
}
