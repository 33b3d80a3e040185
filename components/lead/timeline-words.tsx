import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TimelineItem } from "#lib/leads/timeline.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { LeadWords } from "./use-lead-words.ts";

type Item<Kind extends TimelineItem["kind"]> = Extract<TimelineItem, { kind: Kind }>;
type Props<Kind extends TimelineItem["kind"]> = { item: Item<Kind>; words: LeadWords };

/** What happened, in words. */
export function TimelineWords({ item, words }: { item: TimelineItem; words: LeadWords }) {
  switch (item.kind) {
    case "event":
      return <EventWords item={item} words={words} />;
    case "touch":
      return <TouchWords item={item} words={words} />;
    case "stage":
      return <StageWords item={item} />;
    case "owner":
      return <OwnerWords item={item} />;
    case "cell":
      return <CellWords item={item} words={words} />;
    case "adjustment":
      return <AdjustmentWords item={item} words={words} />;
    case "outcome":
      return <OutcomeWords item={item} words={words} />;
  }
}

function EventWords({ item, words }: Props<"event">) {
  const t = useTranslations("lead.timeline");
  const claimed = item.claimedAt !== null && t("claimed", { when: words.when(item.claimedAt) });
  return (
    <>
      {words.label(item.label)}
      <Quiet>{[item.asset, ...propertiesOf(item.properties, words), claimed]}</Quiet>
    </>
  );
}

function TouchWords({ item, words }: Props<"touch">) {
  const t = useTranslations("lead.timeline");
  const dispositions = useTranslations("dispositions");
  const reasons = useTranslations("reasons");
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
}

function StageWords({ item }: { item: Item<"stage"> }) {
  const t = useTranslations("lead.timeline");
  const stages = useTranslations("shell.stage");
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

function OwnerWords({ item }: { item: Item<"owner"> }) {
  const t = useTranslations("lead.timeline.owner");
  const lead = useTranslations("lead.timeline");
  const { from, to, cause, way, rule, note, actor, isUndone } = item;
  const by = way === null ? t(`cause.${cause}`) : t(`way.${way}`, { rule: rule ?? "" });
  return (
    <>
      <b>{to === null ? t("nobody") : t("becomes", { to })}</b>
      <Quiet>{[from !== null && t("from", { from }), by, actor !== to && actor, isUndone && lead("undone")]}</Quiet>
      {note && <span className="block text-ink-2">{note}</span>}
    </>
  );
}

function CellWords({ item: { before, after, cause, newVersion, actor }, words }: Props<"cell">) {
  const t = useTranslations("lead.timeline.cell");
  const move = before === null ? "enters" : after === null ? "leaves" : "moves";
  const scores =
    before && after && t("score", { from: words.points(before.combined), to: words.points(after.combined) });
  const by = cause === "publish" && newVersion !== null ? t("byVersion", { number: newVersion }) : t(`cause.${cause}`);
  return (
    <>
      <b>{t(move, { from: before?.cell ?? "", to: after?.cell ?? "" })}</b>
      <Quiet>{[scores, by, actor]}</Quiet>
    </>
  );
}

function AdjustmentWords({ item, words }: Props<"adjustment">) {
  const t = useTranslations("lead.timeline");
  const span =
    item.lastDay === null
      ? t("from", { day: words.longDay(item.firstDay) })
      : t("fromTo", { first: words.longDay(item.firstDay), last: words.longDay(item.lastDay) });
  const withdrawn = item.withdrawnAt !== null && t("withdrawn", { day: words.longDay(words.dayOf(item.withdrawnAt)) });
  return (
    <>
      <b>{t("adjusted", { axis: t(`axis.${item.axis}`), points: words.signed(item.centipoints) })}</b>
      <Quiet>{[item.reason, span, item.actor, withdrawn]}</Quiet>
    </>
  );
}

function OutcomeWords({ item: { result, valueMinor, currency }, words }: Props<"outcome">) {
  const t = useTranslations("lead.timeline.outcome");
  return (
    <>
      <b>{t(result)}</b>
      <Quiet>{[valueMinor !== null && currency !== null && words.money(valueMinor, currency)]}</Quiet>
    </>
  );
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
