import { QUIET_BUTTON } from "./inline-control.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  removeLabel: string;
  /** What would be taken away, for who does not see where the button stands. */
  name: string;
  onRemove: () => void;
};

/** Up, down, or away: what a row of the editor can do among its likes. */
export function MoveButtons({ words: { t }, isFirst, isLast, onMove, removeLabel, name, onRemove }: Props) {
  return (
    <>
      <button type="button" disabled={isFirst} onClick={() => onMove(-1)} className={QUIET_BUTTON}>
        {t("moveUp")}
      </button>
      <button type="button" disabled={isLast} onClick={() => onMove(1)} className={QUIET_BUTTON}>
        {t("moveDown")}
      </button>
      <button type="button" onClick={onRemove} className={`${QUIET_BUTTON} ml-auto`}>
        {removeLabel}
        <span className="sr-only">: {name}</span>
      </button>
    </>
  );
}
