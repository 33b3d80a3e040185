import { eventLineId, touchLineId } from "#components/briefing/line-id.ts";
import type { TimelineItem } from "#lib/leads/timeline.ts";
import type { WithdrawAdjustment } from "./adjusting.ts";
import { TimelineWords } from "./timeline-words.tsx";
import type { LeadWords } from "./use-lead-words.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

type Props = {
  item: TimelineItem;
  /** Centipoints of the combined score; undefined where there was no score. */
  gave: number | undefined;
  /** Whether a sentence elsewhere rests on it and led here. */
  isPointedAt?: boolean;
  leadId: number;
  words: LeadWords;
  /** null: it is not the reader's to take back. */
  withdraw: WithdrawAdjustment | null;
};

const MARKS: Readonly<Record<TimelineItem["kind"], string>> = {
  event: "rounded-full border-ink bg-ink",
  touch: "border-ink",
  stage: "rotate-45 border-accent bg-accent",
  owner: "border-accent bg-accent",
  cell: "rotate-45 border-accent",
  adjustment: "rounded-full border-accent",
  outcome: "rotate-45 border-ink",
};

/** One thing that happened: when, what, and what it gave. */
export function TimelineLine({ item, gave, isPointedAt = false, leadId, words, withdraw }: Props) {
  const clock = words.time(item.at);
  const isGone = ("isUndone" in item && item.isUndone) || ("withdrawnAt" in item && item.withdrawnAt !== null);
  return (
    <li
      id={idOf(item)}
      aria-current={isPointedAt ? "true" : undefined}
      className="grid grid-cols-[36px_7px_minmax(0,1fr)_auto] items-baseline gap-x-2.5 py-1 text-small target:bg-accent-wash aria-[current]:bg-accent-wash"
    >
      <span className="text-ink-3">{clock === "00:00" ? "" : clock}</span>
      <i aria-hidden="true" className={`size-[7px] self-center border-[1.5px] ${MARKS[item.kind]}`} />
      <div
        className={`${item.kind === "event" ? "truncate hover:whitespace-normal" : "[overflow-wrap:anywhere]"} ${isGone ? "text-ink-3 line-through" : ""}`}
      >
        <TimelineWords item={item} words={words} />
        {item.kind === "adjustment" && withdraw && item.withdrawnAt === null && (
          <WithdrawButton input={{ leadId, adjustmentId: Number(item.id) }} withdraw={withdraw} />
        )}
      </div>
      <span className={gave === 0 ? "text-ink-3" : ""}>{gave !== undefined && words.signed(gave)}</span>
    </li>
  );
}

/** What sentences elsewhere point at. */
function idOf({ kind, id }: TimelineItem): string | undefined {
  if (kind === "event") return eventLineId(id);
  return kind === "touch" ? touchLineId(id) : undefined;
}
