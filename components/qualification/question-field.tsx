import { useTranslations } from "next-intl";
import { INLINE_CONTROL, QUIET_BUTTON } from "#components/model/inline-control.ts";

const LONGEST_QUESTION = 120;

type Props = {
  number: number;
  text: string;
  isFirst: boolean;
  isLast: boolean;
  onWrite: (text: string) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** A question of one's own, and its place among the others. */
export function QuestionField({ number, text, isFirst, isLast, onWrite, onMove, onRemove }: Props) {
  const t = useTranslations("qualification.settings");
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-baseline gap-x-2 py-1">
      <span className="text-right text-ink-3">{number}</span>
      <input
        aria-label={t("question", { number })}
        value={text}
        maxLength={LONGEST_QUESTION}
        onChange={(event) => onWrite(event.target.value)}
        className={INLINE_CONTROL}
      />
      <span className="flex gap-2 max-sm:col-start-2">
        <button
          type="button"
          aria-label={t("up", { number })}
          disabled={isFirst}
          onClick={() => onMove(-1)}
          className={QUIET_BUTTON}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={t("down", { number })}
          disabled={isLast}
          onClick={() => onMove(1)}
          className={QUIET_BUTTON}
        >
          ↓
        </button>
        <button type="button" aria-label={t("remove", { number })} onClick={onRemove} className={QUIET_BUTTON}>
          ×
        </button>
      </span>
    </li>
  );
}
