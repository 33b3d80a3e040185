"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import type { Briefing } from "#lib/briefing/briefing.ts";
import type { Opening } from "#lib/briefing/opening.ts";
import { sourcesOf } from "#lib/briefing/sources.ts";
import type { Statement } from "#lib/briefing/statement.ts";
import { Marked } from "./marked.tsx";
import { SourceEvents } from "./source-events.tsx";
import { SourceMark } from "./source-mark.tsx";
import { TraitLines } from "./trait-lines.tsx";
import { useStatementWords } from "./use-statement-words.ts";

type Props = {
  leadId: number;
  briefing: Pick<Briefing, "statements" | "traits">;
  opening: Opening | null;
  /** In the lead's own language; null when there is nothing to begin with. */
  openingLine: string | null;
  today: number;
  /** Called as the lead's own page is opened. */
  onLeave?: () => void;
};

/** What the lead did and how it fits, and the first words of the call; each sentence shows the events that it rests on. */
export function BriefingSection({ leadId, briefing, opening, openingLine, today, onLeave }: Props) {
  const t = useTranslations("briefing");
  const reader = useLocale();
  const { say } = useStatementWords(today);
  const [openNumber, setOpenNumber] = useState<number | null>(null);
  const id = useId();
  const { statements, traits } = briefing;
  const sources = sourcesOf(briefing, opening);
  const isOpenLine = openNumber !== null && !sources.ofStatements.includes(openNumber);
  const language = opening?.language ?? reader;

  return (
    <>
      <section aria-labelledby={`${id}-briefing`}>
        <h3 id={`${id}-briefing`} className="type-label">
          {t("title")}
        </h3>
        <p className="type-prose [overflow-wrap:anywhere]">
          {statements.length === 0
            ? t("none")
            : statements.map((statement, place) => (
                <span key={nameOf(statement)}>
                  {place > 0 && " "}
                  <Marked sentence={say(statement)}>{markOf(sources.ofStatements[place])}</Marked>
                </span>
              ))}
        </p>
        {!isOpenLine && eventsOf(openNumber)}
        <TraitLines traits={traits} />
      </section>
      <section aria-labelledby={`${id}-opening`}>
        <h3 id={`${id}-opening`} className="type-label flex justify-between gap-4">
          <span>{t("opening.title")}</span>
          {openingLine !== null && language !== reader && <span>{t(`opening.${language}`)}</span>}
        </h3>
        {openingLine === null ? (
          <p className="text-ink-2">{t("opening.none")}</p>
        ) : (
          <blockquote className="type-prose mt-0.5 border-accent border-l-2 pl-3 [overflow-wrap:anywhere]">
            <span lang={language} className="italic">
              <Marked sentence={openingLine}>{sources.ofOpening.map(markOf)}</Marked>
            </span>
          </blockquote>
        )}
        {isOpenLine && eventsOf(openNumber)}
      </section>
    </>
  );

  function markOf(number: number | null | undefined): ReactNode {
    const source = sources.all.find((each) => each.number === number);
    if (!source) return null;
    const isOpen = openNumber === source.number;
    return (
      <SourceMark
        key={source.number}
        source={source}
        listId={`${id}-events`}
        isOpen={isOpen}
        onToggle={() => setOpenNumber(isOpen ? null : source.number)}
      />
    );
  }
  function eventsOf(number: number | null): ReactNode {
    const source = sources.all.find((each) => each.number === number);
    return (
      source && <SourceEvents source={source} listId={`${id}-events`} leadId={leadId} today={today} onLeave={onLeave} />
    );
  }
}

function nameOf(statement: Statement): string {
  if (statement.kind === "adjusted") return `adjusted ${statement.adjustmentId}`;
  return `${statement.kind} ${statement.criteria.join()} ${statement.events[0]?.id ?? ""}`;
}
