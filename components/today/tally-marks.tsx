import type { Tally } from "#lib/call-list/tally.ts";

/** Longer lists are counted in words alone: so many fit a phone. */
const MOST_MARKS = 60;

/** A stroke a lead in fives: full when done, empty when not, petrol for who came in since, its foot alone for who left. The words beside it say the same. */
export function TallyMarks({ tally }: { tally: Tally }) {
  const { total, done, left, gone, newcomers } = tally;
  if (total > MOST_MARKS) return null;
  const open = [...repeat("left", left - newcomers), ...repeat("new", newcomers)];
  const marks = [...repeat("done", done), ...open, ...repeat("gone", gone)];
  return (
    <div
      aria-hidden="true"
      className="mb-1 flex gap-[3px] *:h-3 *:w-1 *:border max-md:gap-[2px] max-md:*:min-w-0 max-md:*:flex-1 [&>:nth-child(5n)]:mr-[5px] max-md:[&>:nth-child(5n)]:mr-[3px]"
    >
      {marks.map((mark, index) => (
        <i key={`${index.toString()} ${mark}`} className={LOOK[mark]} />
      ))}
    </div>
  );
}

type Mark = "done" | "left" | "new" | "gone";
const LOOK: Readonly<Record<Mark, string>> = {
  done: "border-ink bg-ink",
  left: "border-rule-2",
  new: "border-accent bg-accent",
  gone: "border-transparent border-b-rule-2",
};

function repeat(mark: Mark, times: number): Mark[] {
  return Array.from({ length: times }, () => mark);
}
