import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AnswerAction } from "#components/qualification/answer-action.ts";
import { flagsOf, offeredFlags } from "#lib/leads/flags.ts";
import type { LeadPageView } from "#lib/leads/page-view.ts";
import { FORECAST_DAYS } from "#lib/leads/score-view.ts";
import type { TimelineFilter } from "#lib/leads/timeline.ts";
import { offeredDispositions } from "#lib/lifecycle/reach.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { mayReopen, verdictsFor } from "#lib/lifecycle/transitions.ts";
import { AdjustDialog } from "./adjust-dialog.tsx";
import type { Adjusting } from "./adjusting.ts";
import { AllFields } from "./all-fields.tsx";
import { Colleagues } from "./colleagues.tsx";
import { DayPicker } from "./day-picker.tsx";
import { DealDialog, type Dealing } from "./deal-dialog.tsx";
import { type FlagLead, LeadFlags } from "./lead-flags.tsx";
import { type Giving, LeadHead } from "./lead-head.tsx";
import { Ledger } from "./ledger.tsx";
import { PreparationColumn } from "./preparation-column.tsx";
import { ScoreChart } from "./score-chart.tsx";
import { Timeline } from "./timeline.tsx";
import { type LeadWords, useLeadWords } from "./use-lead-words.ts";
import type { WorkActions } from "./use-work.ts";
import { WhereItStands } from "./where-it-stands.tsx";
import { WorkBar } from "./work-bar.tsx";
import { WorkProvider } from "./work-provider.tsx";

type Props = {
  view: LeadPageView;
  show: TimelineFilter;
  items: number;
  day: number | null;
  /** The event that the timeline points at; null: none. */
  eventId: string | null;
  /** null: the reader does not work leads. */
  answer: AnswerAction | null;
  /** null: the reader does not work leads. */
  work: WorkActions | null;
  /** Who reads it. */
  userId: number;
  giving: Giving;
  /** Whether the reader may make one of two leads. */
  mayMerge: boolean;
  /** Whether the reader may look at the model. */
  mayTry: boolean;
  /** null: the reader may not correct scores. */
  adjusting: Adjusting | null;
  /** null: the reader does not work leads. */
  dealing: Dealing | null;
  /** null: the reader may not set flags. */
  flag: FlagLead | null;
};

/** One person: who, where they stand and why, and what happened. */
export function LeadPage(props: Props) {
  const { view, show, items, day, eventId, answer, work, userId, giving, mayMerge, mayTry, adjusting, dealing, flag } =
    props;
  const t = useTranslations("lead");
  const { profile, scoring, catalogue } = view;
  const words = useLeadWords(view.today, catalogue);
  const name = profile.name ?? t("unnamed", { leadId: profile.leadId });
  const page = (
    <main className="lg:min-h-[calc(100dvh-44px)] xl:grid xl:grid-rows-[auto_1fr]">
      <LeadHead view={view} words={words} giving={giving} />
      <div className="max-lg:flex max-lg:flex-col lg:grid lg:max-xl:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,1fr)_360px] xl:grid-cols-[356px_minmax(0,1fr)_392px]">
        <div className="flex flex-col gap-4 px-gutter py-3 max-xl:order-2 lg:max-xl:col-start-1 lg:max-xl:row-start-2">
          <PreparationColumn view={view} answer={answer} />
          {scoring && <WhereItStands scoring={scoring} words={words} />}
          <Colleagues colleagues={view.colleagues} words={words} />
          <AllFields view={view} words={words} mayMerge={mayMerge} />
        </div>
        <div className="min-w-0 border-rule-2 px-gutter py-3 max-lg:border-b lg:max-xl:col-start-1 xl:border-l">
          <Scores
            view={view}
            words={words}
            mayTry={mayTry}
            adjust={
              adjusting && <AdjustDialog leadId={profile.leadId} name={name} today={view.today} adjusting={adjusting} />
            }
          />
          <LeadFlags
            leadId={profile.leadId}
            offered={offeredFlags(view.flags, flagsOf(profile.fields))}
            own={flagsOf(profile.fields)}
            flag={flag}
          />
        </div>
        <div className="max-lg:contents lg:flex lg:min-w-0 lg:flex-col lg:border-rule-2 lg:border-l lg:max-xl:order-3 lg:max-xl:col-start-2 lg:max-xl:row-span-2 lg:max-xl:row-start-1">
          <div className="flex-1 px-gutter py-3 max-lg:order-3 max-lg:border-rule-2 max-lg:border-t">
            <Timeline
              view={view}
              show={show}
              items={items}
              day={day}
              eventId={eventId}
              words={words}
              adjusting={adjusting}
              deal={dealing && <DealDialog leadId={profile.leadId} name={name} today={view.today} dealing={dealing} />}
            />
          </div>
          {work && (
            // Without a box of its own around it, it stays in sight along the whole page of a phone.
            <div className="sticky bottom-0 z-10 max-lg:order-4">
              <WorkBar
                today={view.today}
                snoozeDays={view.snoozeDays}
                hasPhone={profile.mayCall && profile.phone !== null}
                offered={offeredDispositions(profile)}
                verdicts={verdictsFor(profile.stage)}
              />
            </div>
          )}
        </div>
      </div>
    </main>
  );
  if (!work) return page;
  return (
    <WorkProvider
      key={profile.leadId}
      leadId={profile.leadId}
      name={name}
      userId={userId}
      isOpen={isOpen(profile.stage)}
      isDialled={profile.dial !== null}
      seenTouchId={view.seenTouchId}
      actions={mayReopen(profile.stage) ? work : { ...work, reopen: null }}
    >
      {page}
    </WorkProvider>
  );
}

type ScoresProps = { view: LeadPageView; words: LeadWords; mayTry: boolean; adjust: ReactNode };

function Scores({ view, words, mayTry, adjust }: ScoresProps) {
  const t = useTranslations("lead");
  const { scoring, profile, catalogue } = view;
  if (!scoring || !profile.mayScore || scoring.days.every(({ score }) => score === null)) {
    return <p className="type-prose text-ink-2">{t(profile.mayScore ? "noScoreText" : "objectedText")}</p>;
  }
  const { explained, day, today } = scoring;
  return (
    <>
      <section aria-labelledby="chart-title">
        <h2 id="chart-title" className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="type-title">{t("chart.title")}</span>
          <span className="text-ink-3 text-small">{t("chart.note")}</span>
        </h2>
        <ScoreChart scoring={scoring} catalogue={catalogue} />
      </section>
      <section aria-labelledby="ledger-title" className="mt-4">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <h2 id="ledger-title" className="flex flex-wrap items-baseline gap-x-2.5">
            <span className="type-title">
              {explained
                ? t("ledger.title", { score: words.points(explained.breakdown.combined) })
                : t("ledger.titleNone", { day: words.longDay(day) })}
            </span>
            {explained && (
              <span className="text-ink-3 text-small">
                {t(day === today ? "ledger.under" : "ledger.underOn", {
                  model: words.label(explained.version.name),
                  number: explained.version.number,
                  day: words.longDay(day),
                })}
              </span>
            )}
          </h2>
          <DayPicker
            day={day}
            today={today}
            firstDay={words.dayOf(profile.createdAt)}
            lastDay={today + FORECAST_DAYS}
          />
        </div>
        {explained ? (
          <Ledger explained={explained} today={view.today} catalogue={catalogue}>
            <span className="flex flex-wrap items-center gap-x-5">
              {mayTry && (
                <Link
                  href={`/model?lead=${profile.leadId}`}
                  className="inline-flex min-h-6 items-center text-accent text-small underline-offset-4 hover:underline max-sm:min-h-11"
                >
                  {t("tryInModel")}
                </Link>
              )}
              {adjust}
            </span>
          </Ledger>
        ) : (
          <>
            <p className="my-1 text-ink-2">{t("ledger.none")}</p>
            {adjust}
          </>
        )}
      </section>
    </>
  );
}
