import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BriefingSection } from "#components/briefing/briefing-section.tsx";
import { LastTouches } from "#components/briefing/last-touches.tsx";
import { NextStep } from "#components/briefing/next-step.tsx";
import type { AnswerAction } from "#components/qualification/answer-action.ts";
import { QualificationSection } from "#components/qualification/qualification-section.tsx";
import { formatCentipoints } from "#components/scoring/format-centipoints.ts";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import { EmailLink } from "#components/ui/email-link.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { PhoneLink } from "#components/ui/phone-link.tsx";
import { sourceNumbers, sourcesOf } from "#lib/briefing/sources.ts";
import type { CallRow } from "#lib/call-list/view.ts";
import { ScoreLedger } from "./score-ledger.tsx";
import { ScorePart } from "./score-part.tsx";
import type { Words } from "./use-words.ts";

type Props = {
  row: CallRow;
  /** The first words of the call; null when there is nothing to begin with. */
  openingLine: string | null;
  /** null: the reader may only look. */
  answer: AnswerAction | null;
  /** Whose list it is. */
  repId: number;
  /** Epoch day of the list. */
  today: number;
  /** The server's time when the list was read. */
  readAt: number;
  words: Words;
  headingId: string;
  /** Called as the lead's own page is opened. */
  onLeave: () => void;
  /** Called as the number is dialled. */
  onCall: () => void;
  /** The day that changes of scores are counted from, and whether they are shown line by line. */
  sinceDay: number;
  showsChange: boolean;
  onToggleChange: () => void;
  /** What was done with the lead this day. */
  children: ReactNode;
};

/** The lead one is about to call: who, how to reach them, and where the score comes from. */
export function LeadPanel(props: Props) {
  const {
    row,
    openingLine,
    answer,
    repId,
    today,
    readAt,
    words,
    headingId,
    onLeave,
    onCall,
    sinceDay,
    showsChange,
    onToggleChange,
  } = props;
  const t = useTranslations("today");
  const { leadId, score, preparation, jobTitle, company, city, employees } = row;
  const { briefing, opening, lastTouches, qualification } = preparation;
  const name = row.name ?? t("unnamed", { id: leadId });
  const place = [city, employees === null ? null : t("employees", { count: employees })].filter(Boolean).join(", ");
  return (
    <div className="flex flex-col gap-3.5 px-gutter pt-4 pb-6">
      <header className="grid grid-cols-[1fr_auto] gap-4">
        <div className="min-w-0">
          <h2 id={headingId} className="type-name">
            <Link href={`/leads/${leadId}`} onClick={onLeave} className="underline-offset-4 hover:underline">
              {name}
            </Link>
          </h2>
          <p className="text-ink-2">{[jobTitle, company].filter(Boolean).join(", ")}</p>
          <p className="text-ink-3 text-small">{place}</p>
        </div>
        {score && <BigScore score={score} words={words} />}
      </header>
      <PhoneLine row={row} name={name} words={words} onCall={onCall} />
      {props.children}
      {row.isUnassigned && <p className="text-ink-2 text-small">{t("claims")}</p>}
      <NextStep preparation={preparation} today={today} readAt={readAt} />
      {briefing && (
        <BriefingSection
          key={leadId}
          leadId={leadId}
          briefing={briefing}
          opening={opening}
          openingLine={openingLine}
          today={today}
          onLeave={onLeave}
        />
      )}
      <LastTouches touches={lastTouches} readerId={repId} today={today} />
      <QualificationSection
        key={`questions ${leadId}`}
        leadId={leadId}
        qualification={qualification}
        today={today}
        answer={answer}
      />
      {score ? (
        <ScorePart score={score} sinceDay={sinceDay} words={words} showsChange={showsChange} onToggle={onToggleChange}>
          <ScoreLedger
            ledger={score.ledger}
            sources={briefing && sourceNumbers(sourcesOf(briefing, opening))}
            words={words}
          />
        </ScorePart>
      ) : (
        <p className="type-prose text-ink-2">{t("noScore")}</p>
      )}
    </div>
  );
}

function BigScore({ score, words }: { score: NonNullable<CallRow["score"]>; words: Words }) {
  const temperatures = useTranslations("shell.temperature");
  const text = formatCentipoints(score.combined, words.locale);
  return (
    <div className="text-right">
      <p className="type-figure text-[34px]/8">
        {text.slice(0, -3)}
        <span className="text-[20px] text-ink-3">{text.slice(-3)}</span>
      </p>
      <p>
        <b>{score.cell}</b> <TemperatureLabel temperature={score.temperature} word={temperatures(score.temperature)} />
      </p>
    </div>
  );
}

type PhoneProps = { row: CallRow; name: string; words: Words; onCall: () => void };

function PhoneLine({ row, name, words, onCall }: PhoneProps) {
  const t = useTranslations("today");
  const { phone, email, lastTouch } = row;
  return (
    <div className="flex items-baseline justify-between gap-4 border-rule-3 border-y py-1.5">
      {phone ? (
        <span className="flex min-w-0 items-baseline gap-2">
          <PhoneLink
            phone={phone}
            dial={row.dial}
            label={t("call", { name, phone })}
            unsure={t("unsurePhone")}
            onClick={onCall}
            className="font-semibold text-[16px]/6"
          />
          {row.dial !== null && <Kbd>P</Kbd>}
        </span>
      ) : email ? (
        <div className="min-w-0">
          <EmailLink
            email={email}
            label={t("email", { name, email })}
            className="font-semibold text-[15px]/6 underline-offset-4 [overflow-wrap:anywhere] hover:underline"
          />
          <p className="text-ink-2 text-small">{t("noPhoneSoEmail")}</p>
        </div>
      ) : (
        <span className="text-[16px]/6 text-ink-3">{t("unreachable")}</span>
      )}
      <span className="shrink-0 text-right text-ink-3 text-small">
        {lastTouch ? words.sayTouch(lastTouch) : t("noTouch")}
      </span>
    </div>
  );
}
