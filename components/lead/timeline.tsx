import Link from "next/link";
import { useTranslations } from "next-intl";
import { createSerializer } from "nuqs/server";
import type { ReactNode } from "react";
import type { LeadPageView } from "#lib/leads/page-view.ts";
import { TIMELINE_FILTERS, type TimelineFilter, type TimelineItem } from "#lib/leads/timeline.ts";
import { type Adjusting, mayWithdraw } from "./adjusting.ts";
import { ITEMS_A_PAGE, itemsWanted, leadParams } from "./lead-params.ts";
import { ScrollToEvent } from "./scroll-to-event.tsx";
import { TimelineLine } from "./timeline-line.tsx";
import type { LeadWords } from "./use-lead-words.ts";

const addressOf = createSerializer(leadParams);

type Props = {
  view: LeadPageView;
  show: TimelineFilter;
  items: number;
  /** The chosen day, to stay with; null: today. */
  day: number | null;
  /** The event that it points at; null: none. */
  eventId: string | null;
  words: LeadWords;
  /** null: the reader may not correct scores. */
  adjusting: Adjusting | null;
  /** How a deal is entered by hand; null: not by this reader. */
  deal: ReactNode;
};

/** What happened, newest first and day by day, with what it gave when it happened. */
export function Timeline({ view, show, items, day, eventId, words, adjusting, deal }: Props) {
  const t = useTranslations("lead.timeline");
  const { timeline, effects, profile } = view;
  const path = `/leads/${profile.leadId}`;
  return (
    <section aria-labelledby="timeline-title">
      {eventId !== null && <ScrollToEvent eventId={eventId} />}
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="timeline-title" className="type-title">
          {t("title")}
        </h2>
        <nav aria-label={t("filter")} className="flex gap-3 text-small">
          {TIMELINE_FILTERS.map((each) => (
            <Link
              key={each}
              href={addressOf(path, { show: each, day })}
              scroll={false}
              aria-current={each === show ? "true" : undefined}
              className="min-h-6 border-transparent border-b-2 py-0.5 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t(each)}
            </Link>
          ))}
        </nav>
      </div>
      {deal && <div className="mt-1">{deal}</div>}
      {timeline.items.length === 0 && <p className="mt-3 text-ink-2">{t("nothing")}</p>}
      {byDay(timeline.items, words).map(({ day: on, items: ofDay }) => (
        <section key={on} aria-label={headingOf(on)}>
          <h3 className="type-label mt-1.5 border-rule border-t pt-1.5 pb-0.5">{headingOf(on)}</h3>
          <ol>
            {ofDay.map((item) => (
              <TimelineLine
                key={`${item.kind} ${item.id}`}
                item={item}
                gave={item.kind === "event" ? effects[item.id] : undefined}
                isPointedAt={item.kind === "event" && item.id === eventId}
                leadId={profile.leadId}
                words={words}
                withdraw={
                  item.kind === "adjustment" && adjusting && mayWithdraw(adjusting, item.actorId)
                    ? adjusting.withdraw
                    : null
                }
              />
            ))}
          </ol>
        </section>
      ))}
      {timeline.isMore && (
        <Link
          href={addressOf(path, { show, day, items: itemsWanted(items + 2 * ITEMS_A_PAGE) })}
          scroll={false}
          className="mt-3 inline-flex h-8 items-center rounded-sm border border-ink px-3 font-medium hover:bg-paper-3"
        >
          {t("older")}
        </Link>
      )}
    </section>
  );

  function headingOf(on: number): string {
    return on === view.today ? t("todayIs", { day: words.weekDay(on) }) : `${words.weekDay(on)}${yearOf(on)}`;
  }
  /** Far back a weekday and date alone do not say which year. */
  function yearOf(on: number): string {
    return view.today - on > 300 ? ` ${new Date(on * 86_400_000).getUTCFullYear()}` : "";
  }
}

function byDay(items: readonly TimelineItem[], words: LeadWords) {
  const days: { day: number; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const day = words.dayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
