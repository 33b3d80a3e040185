import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BurstLine, CriterionLine, EventLine } from "#lib/scoring/breakdown.ts";
import { LimitRow } from "./limit-row.tsx";
import type { LeadWords } from "./use-lead-words.ts";

type Props = { line: CriterionLine; words: LeadWords };

/** A criterion with what it rests on; its events open below it and add up to it. */
export function CriterionRows({ line, words }: Props) {
  const t = useTranslations("lead.ledger");
  const [isOpen, setOpen] = useState(false);
  const events = "events" in line ? line.events : [];
  const isSilent = line.centipoints === 0;
  return (
    <>
      <tr className={isSilent ? "text-ink-3" : ""}>
        <td>
          {events.length > 0 ? (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen((open) => !open)}
              className="inline-flex min-h-6 items-center text-left max-sm:-my-1 decoration-rule-2 underline-offset-4 hover:underline aria-expanded:font-semibold"
            >
              {words.label(line.label)}
            </button>
          ) : (
            words.label(line.label)
          )}
        </td>
        <td className={isSilent ? "" : "text-ink-2"}>
          <Ground line={line} words={words} />
        </td>
        <td className={`whitespace-nowrap text-right max-sm:hidden ${isSilent ? "" : "text-ink-2"}`}>
          {decayOf(line, words)}
        </td>
        <td className="whitespace-nowrap text-right text-ink-3 max-sm:hidden">
          {"halfLifeDays" in line && line.halfLifeDays !== null && t("days", { days: line.halfLifeDays })}
        </td>
        <td>{words.points(line.centipoints)}</td>
      </tr>
      {isOpen && events.map((event) => <EventRow key={event.id} event={event} line={line} words={words} />)}
      {line.maximum && <LimitRow line={line.maximum} name={words.label(line.label)} words={words} />}
    </>
  );
}

function EventRow({ event, line, words }: { event: EventLine | BurstLine; line: CriterionLine; words: LeadWords }) {
  const t = useTranslations("lead.ledger");
  return (
    <tr className="text-ink-3">
      <td className="pl-4">{words.when(event.at)}</td>
      <td>
        {"eventIds" in event
          ? t("ofEvents", { count: event.eventIds.length })
          : (event.asset ?? words.eventType(event.type))}
      </td>
      <td className="whitespace-nowrap text-right max-sm:hidden">
        {words.number(line.centiPerMatch / 100)} × {words.factor(event.factor)}
      </td>
      <td className="whitespace-nowrap text-right max-sm:hidden">{t("age", { days: event.ageDays })}</td>
      <td>{words.points(event.centipoints)}</td>
    </tr>
  );
}

/** What the line rests on: the field's value, the events, or the silence. */
export function Ground({ line, words }: Props) {
  const t = useTranslations("lead.ledger");
  if (!line.isActive) return t("outOfSeason");
  switch (line.type) {
    case "attribute":
      return line.fields
        .map(({ field, value }) =>
          value === null ? t("unknownField", { field: words.field(field) }) : words.value(field, value),
        )
        .join(", ");
    case "inactivity": {
      const since = line.last ? t("since", { day: words.day(line.last.day) }) : t("sinceStart");
      return `${t("idle", { days: line.idleDays })}, ${since}`;
    }
    case "burst":
    case "event": {
      const [newest] = line.events;
      if (!newest) return t("noEvents");
      if (line.events.length > 1) return t("several", { count: line.events.length, day: words.when(newest.at) });
      const what = line.type === "event" && newest.asset ? `${newest.asset}, ` : "";
      return what + (line.type === "burst" ? t("completed", { day: words.when(newest.at) }) : words.when(newest.at));
    }
  }
}

/** The most events whose amounts are written out one by one. */
const MOST_WRITTEN = 3;

function decayOf(line: CriterionLine, words: LeadWords): string {
  const points = words.number(line.centiPerMatch / 100);
  if (line.type === "attribute" || line.type === "inactivity") return points;
  if (line.events.length > 1 && line.events.length <= MOST_WRITTEN)
    return line.events.map(({ centipoints }) => words.points(centipoints)).join(" + ");
  return line.events.length === 0 ? points : `${points} × ${words.factor(line.factorSum)}`;
}
