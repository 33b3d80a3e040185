import type { CallRow } from "#lib/call-list/view.ts";
import { Lines } from "./lines.tsx";
import type { Words } from "./use-words.ts";

type Props = {
  row: CallRow;
  words: Words;
  isSelected: boolean;
  onSelect: (leadId: number) => void;
  onOpen: (leadId: number) => void;
};

/** Who it is. The button spans the whole row and selects it; a second click opens the lead. */
export function RowName({ row, words, isSelected, onSelect, onOpen }: Props) {
  const { leadId, jobTitle, company } = row;
  const tag = tagOf(row, words);
  return (
    <button
      type="button"
      data-lead={leadId}
      tabIndex={isSelected ? 0 : -1}
      aria-current={isSelected || undefined}
      onClick={() => onSelect(leadId)}
      onDoubleClick={() => onOpen(leadId)}
      className="row-button"
    >
      <Lines
        main={
          <>
            <b>{row.name ?? words.today("unnamed", { id: leadId })}</b>
            {tag && (
              <span
                className={`ml-2 rounded-sm border border-current px-[5px] font-medium text-micro ${tag.className}`}
              >
                {tag.text}
              </span>
            )}
          </>
        }
        second={[jobTitle, company].filter(Boolean).join(", ")}
      />
    </button>
  );
}

function tagOf(row: CallRow, { today: t, time }: Words) {
  if (row.done) return null;
  if (row.isNewcomer) return { text: t("tags.new", { time: time(row.shownAt) }), className: "text-accent" };
  return row.isUnassigned ? { text: t("tags.unassigned"), className: "text-ink-3" } : null;
}
