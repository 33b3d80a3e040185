import { useTranslations } from "next-intl";
import { useState } from "react";
import { Ground } from "#components/lead/criterion-rows.tsx";
import type { LeadWords } from "#components/lead/use-lead-words.ts";
import { type AlignedRow, amountsOf, type Pair } from "#lib/leads/align-breakdowns.ts";
import type { BurstLine, CriterionLine, EventLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { Amounts } from "./amounts.tsx";

type Props = { row: AlignedRow; sides: Pair<ScoreBreakdown>; isAlone: boolean; words: LeadWords };

/** A line of both scores; the events of a criterion open below it. */
export function TriedRow({ row, sides, isAlone, words }: Props) {
  const t = useTranslations("lead.ledger");
  const [isOpen, setOpen] = useState(false);
  const { before, after } = amountsOf(row);
  const events = row.kind === "criterion" ? eventsOf(row.lines) : [];
  const shown = { before: sides.before && before, after: sides.after && after };
  return (
    <>
      <tr
        data-changed={(sides.before && sides.after && before !== after) || undefined}
        className="border-rule border-b align-baseline data-changed:bg-[color-mix(in_oklab,var(--accent)_8%,transparent)]"
      >
        <th scope="row" className="pr-2 text-left font-normal [overflow-wrap:anywhere]">
          {events.length > 0 ? (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen((open) => !open)}
              className="min-h-6 text-left decoration-rule-2 underline-offset-4 hover:underline aria-expanded:font-semibold"
            >
              {nameOf()}
            </button>
          ) : (
            nameOf()
          )}
        </th>
        <td className="truncate pl-3 text-ink-2 max-sm:hidden">
          {row.kind === "criterion" && <CriterionGround lines={row.lines} words={words} />}
          {row.kind === "adjustment" && (row.lines.after ?? row.lines.before)?.reason}
          {row.kind === "limit" && wasAndIs(row.lines, ({ limit }) => words.number(limit / 100))}
        </td>
        <Amounts {...shown} isAlone={isAlone} words={words} />
      </tr>
      {isOpen &&
        events.map(({ id, event, amounts }) => (
          <tr key={id} className="text-ink-3">
            <th scope="row" className="pl-3 text-left font-normal">
              {words.when(event.at)}
            </th>
            <td className="truncate pl-3 max-sm:hidden">
              {"eventIds" in event
                ? t("ofEvents", { count: event.eventIds.length })
                : (event.asset ?? words.eventType(event.type))}
            </td>
            <Amounts
              before={sides.before && (amounts.before ?? 0)}
              after={sides.after && (amounts.after ?? 0)}
              isAlone={isAlone}
              words={words}
            />
          </tr>
        ))}
    </>
  );

  function nameOf(): string {
    switch (row.kind) {
      case "criterion": {
        const line = row.lines.after ?? row.lines.before;
        return line ? words.label(line.label) : "";
      }
      case "limit": {
        const line = row.lines.after ?? row.lines.before;
        return line ? t(`limits.${line.kind}`, { name: row.name ? words.label(row.name) : "" }) : "";
      }
      case "adjustment":
        return t("byHand");
    }
  }
}

/** What the criterion rests on, and by how much it is weighed where that differs. */
function CriterionGround({ lines, words }: { lines: Pair<CriterionLine>; words: LeadWords }) {
  const t = useTranslations("lead.ledger");
  const line = lines.after ?? lines.before;
  if (!line) return null;
  const weighed = [
    wasAndIs(lines, ({ centiPerMatch }) => words.number(centiPerMatch / 100)),
    wasAndIs(lines, (side) =>
      "halfLifeDays" in side && side.halfLifeDays !== null ? t("days", { days: side.halfLifeDays }) : "–",
    ),
  ].filter((text) => text.includes(ARROW));
  return (
    <>
      <Ground line={line} words={words} />
      {weighed.length > 0 && <span className="block truncate text-accent">{weighed.join(", ")}</span>}
    </>
  );
}

const ARROW = " → ";

function wasAndIs<Line>({ before, after }: Pair<Line>, word: (line: Line) => string): string {
  const sides = [before, after].flatMap((line) => (line === null ? [] : [word(line)]));
  return [...new Set(sides)].join(ARROW);
}

type OneEvent = EventLine | BurstLine;

/** What either side counted, newest first. */
function eventsOf({ before, after }: Pair<CriterionLine>) {
  const listed = (line: CriterionLine | null): readonly OneEvent[] => (line && "events" in line ? line.events : []);
  const found = new Map<string, { id: string; event: OneEvent; amounts: { before?: number; after?: number } }>();
  for (const [side, line] of [["after", after] as const, ["before", before] as const])
    for (const event of listed(line)) {
      const known = found.get(event.id) ?? { id: event.id, event, amounts: {} };
      known.amounts[side] = event.centipoints;
      found.set(event.id, known);
    }
  return [...found.values()].sort((one, other) => other.event.at - one.event.at);
}
