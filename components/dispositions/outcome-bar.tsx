import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import type { KeyedDisposition } from "#lib/lifecycle/constants.ts";

/** The key of each outcome. */
export const OUTCOME_KEYS: Readonly<Record<KeyedDisposition, string>> = {
  called: "c",
  no_answer: "n",
  emailed: "e",
  accepted: "a",
  rejected: "r",
  snoozed: "s",
};

export const VERDICT_KEY = "q";

type Props = {
  offered: readonly KeyedDisposition[];
  onChoose: (disposition: KeyedDisposition, at: number) => void;
  /** Asks for a verdict; null when there is none to give. */
  onVerdict: (() => void) | null;
};

/** More than six would be too narrow for a thumb: on a phone they stand in two rows. */
const MOST_IN_A_ROW = 6;
const TWO_ROWS = "max-sm:grid-flow-row max-sm:grid-cols-4 max-sm:[&>:last-child]:col-span-2";

/** The outcomes offered side by side, each with its key. */
export function OutcomeBar({ offered, onChoose, onVerdict }: Props) {
  const t = useTranslations("dispositions");
  const rows = offered.length + (onVerdict ? 1 : 0) > MOST_IN_A_ROW ? TWO_ROWS : "";
  return (
    <fieldset aria-label={t("outcome")} className={`grid auto-cols-fr grid-flow-col border-rule-3 border-t ${rows}`}>
      {offered.map((disposition) => (
        <Act
          key={disposition}
          letter={OUTCOME_KEYS[disposition]}
          label={t(`action.${disposition}`)}
          onPress={(at) => onChoose(disposition, at)}
        />
      ))}
      {onVerdict && <Act letter={VERDICT_KEY} label={t("verdictAct")} onPress={onVerdict} />}
    </fieldset>
  );
}

type ActProps = { letter: string; label: string; onPress: (at: number) => void };

function Act({ letter, label, onPress }: ActProps) {
  const key = letter.toUpperCase();
  return (
    <button
      type="button"
      aria-keyshortcuts={key}
      onClick={(event) => onPress(event.timeStamp)}
      className="flex min-h-14 flex-col items-center border-rule border-l px-0.5 max-sm:justify-center max-sm:border-b pt-2.5 pb-3 text-center text-small -outline-offset-2 first:border-l-0 first:bg-accent first:font-semibold first:text-on-accent first:outline-offset-[-4px] first:outline-on-accent not-first:hover:bg-paper-3 [&:first-child_kbd]:border-current [&:first-child_kbd]:text-on-accent"
    >
      <Kbd>{key}</Kbd>
      <span className="narrow mt-0.5 tracking-tight">{label}</span>
    </button>
  );
}
