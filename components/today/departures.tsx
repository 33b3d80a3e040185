import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Departure } from "#lib/call-list/departure.ts";

const SHOWN = 4;

/** Who left the list since the one before, and why. */
export function Departures({ departures, title }: { departures: readonly Departure[]; title: string }) {
  const t = useTranslations("today");
  if (departures.length === 0) return null;
  const shown = departures.slice(0, SHOWN);
  return (
    <footer className="mt-auto grid gap-x-4 pt-6 pb-4 text-ink-3 text-small sm:grid-cols-[168px_1fr]">
      <h2 className="type-label">{title}</h2>
      <p>
        {shown.map((departure) => (
          <Fragment key={`${departure.key} ${departure.leadId}`}>
            {departure.isHidden ? (
              <span className="font-medium text-ink-2">{t("departures.hidden")}</span>
            ) : (
              <Link
                href={`/leads/${departure.leadId}`}
                className="font-medium text-ink-2 underline-offset-4 hover:underline"
              >
                {departure.name ?? t("unnamed", { id: departure.leadId })}
              </Link>
            )}{" "}
            <Reason departure={departure} />{" "}
          </Fragment>
        ))}
        {departures.length > SHOWN && t("departures.more", { count: departures.length - SHOWN })}
      </p>
    </footer>
  );
}

function Reason({ departure }: { departure: Departure }) {
  const t = useTranslations("today.departures");
  switch (departure.key) {
    case "stage":
      return t(`stage.${departure.stage}`);
    case "cell":
      return t("cell", { from: departure.from, to: departure.to });
    case "given_away":
      return t("given_away", { to: departure.to ?? t("somebody") });
    default:
      return t(departure.key);
  }
}
