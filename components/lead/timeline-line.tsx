import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TimelineItem } from "#lib/leads/timeline.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { LeadWords } from "./use-lead-words.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

type Withdraw = (input: { leadId: number; adjustmentId: number }) => Promise<unknown>;
type Props = {
  item: TimelineItem;
  /** Centipoints of the combined score; undefined where there was no score. */
  gave: number | undefined;
  leadId: number;
  words: LeadWords;
  withdraw: Withdraw | null;
};

const MARKS: Readonly<Record<TimelineItem["kind"], string>> = {
  event: "rounded-full border-ink bg-ink",
  touch: "border-ink",
  stage: "rotate-45 border-accent bg-accent",
  cell: "rotate-45 border-accent",
  adjustment: "rounded-full border-accent",
  outcome: "rotate-45 border-ink",
};

/** One thing that happened: when, what, and what it gave. */
export function TimelineLine({ item, gave, leadId, words, withdraw }: Props) {
  const clock = words.time(item.at);
  const isGone = ("isUndone" in item && item.isUndone) || ("withdrawnAt" in item && item.withdrawnAt !== null);
  return (
    <li className="grid grid-cols-[36px_7px_minmax(0,1fr)_auto] items-baseline gap-x-2.5 py-1 text-small">
      <span className="text-ink-3">{clock === "00:00" ? "" : clock}</span>
      <i aria-hidden="true" className={`size-[7px] self-center border-[1.5px] ${MARKS[item.kind]}`} />
      <div
        className={`${item.kind === "event" ? "truncate hover:whitespace-normal" : "[overflow-wrap:anywhere]"} ${isGone ? "text-ink-3 line-through" : ""}`}
      >
        <What item={item} words={words} />
        {item.kind === "adjustment" && withdraw && item.withdrawnAt === null && (
          <WithdrawButton input={{ leadId, adjustmentId: Number(item.id) }} withdraw={withdraw} />
        )}
      </div>
      <span className={gave === 0 ? "text-ink-3" : ""}>{gave !== undefined && words.signed(gave)}</span>
    </li>
  );
}

function What({ item, words }: { item: TimelineItem; words: LeadWords }) {
  const t = useTranslations("lead.timeline");
  const dispositions = useTranslations("dispositions");
  const reasons = useTranslations("reasons");
  const stages = useTranslations("shell.stage");
  switch (item.kind) {
    case "event":
      return (
        <>
          {words.label(item.label)}
          <Quiet>
            {[
              item.asset,
              ...propertiesOf(item.properties, words),
              item.claimedAt !== null && t("claimed", { when: words.when(item.claimedAt) }),
            ]}
          </Quiet>
        </>
      );
    case "touch":
      return (
        <>
          <b className="inline-block first-letter:uppercase">
            {item.disposition ? dispositions(`done.${item.disposition}`) : t(`touch.${item.touch}`)}
          </b>
          <Quiet>
            {[
              item.reason && reasons(item.reason),
              item.snoozedUntil !== null && dispositions("until", { day: words.longDay(item.snoozedUntil) }),
              item.actor,
              item.isUndone && t("undone"),
            ]}
          </Quiet>
          {item.note && <span className="block text-ink-2">{item.note}</span>}
        </>
      );
    case "stage": {
      // Who came in by itself was put there by no score.
      const isFirst = item.from === null && item.cause === "event";
      return (
        <>
          <b>
            {item.from === null
              ? t("enters", { to: stages(item.to) })
              : t("moves", { from: stages(item.from), to: stages(item.to) })}
          </b>
          {item.cell !== null && ` ${t("inCell", { cell: item.cell })}`}
          <Quiet>{[!isFirst && t(`cause.${item.cause}`), item.actor, item.isUndone && t("undone")]}</Quiet>
        </>
      );
    }
    case "cell":
      return (
        <>
          <b>{t(`cell.${cellMove(item)}`, { from: item.before?.cell ?? "", to: item.after?.cell ?? "" })}</b>
          <Quiet>
            {[
              item.before &&
                item.after &&
                t("cell.score", { from: words.points(item.before.combined), to: words.points(item.after.combined) }),
              item.cause === "publish" && item.newVersion !== null
                ? t("cell.byVersion", { number: item.newVersion })
                : t(`cell.cause.${item.cause}`),
              item.actor,
            ]}
          </Quiet>
        </>
      );
    case "adjustment":
      return (
        <>
          <b>{t("adjusted", { axis: t(`axis.${item.axis}`), points: words.signed(item.centipoints) })}</b>
          <Quiet>
            {[
              item.reason,
              item.lastDay === null
                ? t("from", { day: words.longDay(item.firstDay) })
                : t("fromTo", { first: words.longDay(item.firstDay), last: words.longDay(item.lastDay) }),
              item.actor,
              item.withdrawnAt !== null && t("withdrawn", { day: words.longDay(words.dayOf(item.withdrawnAt)) }),
            ]}
          </Quiet>
        </>
      );
    case "outcome":
      return (
        <>
          <b>{t(`outcome.${item.result}`)}</b>
          <Quiet>
            {[item.valueMinor !== null && item.currency !== null && words.money(item.valueMinor, item.currency)]}
          </Quiet>
        </>
      );
  }
}

function cellMove({ before, after }: Extract<TimelineItem, { kind: "cell" }>): "enters" | "leaves" | "moves" {
  if (before === null) return "enters";
  return after === null ? "leaves" : "moves";
}

/** What goes with it, set quieter. */
function Quiet({ children }: { children: readonly (string | false | null)[] }): ReactNode {
  const parts = children.filter((part) => part !== false && part !== null && part !== "");
  return parts.length > 0 && <span className="text-ink-3"> {parts.join(", ")}</span>;
}

const MOST_PROPERTIES = 3;

function propertiesOf(properties: Readonly<Record<string, FieldValue>> | null, words: LeadWords): string[] {
  return Object.entries(properties ?? {})
    .slice(0, MOST_PROPERTIES)
    .map(([key, value]) => `${key.replaceAll("_", " ")} ${words.value(key, value)}`);
}
