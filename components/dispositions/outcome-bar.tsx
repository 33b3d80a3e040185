import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Disposition } from "#lib/lifecycle/constants.ts";

/** The key of each outcome. */
export const OUTCOME_KEYS: Readonly<Record<Disposition, string>> = {
  called: "c",
  no_answer: "n",
  emailed: "e",
  accepted: "a",
  rejected: "r",
  snoozed: "s",
};

type Props = { offered: readonly Disposition[]; onChoose: (disposition: Disposition, at: number) => void };

/** The outcomes offered side by side, each with its key. */
export function OutcomeBar({ offered, onChoose }: Props) {
  const t = useTranslations("dispositions");
  return (
    <fieldset aria-label={t("outcome")} className="grid auto-cols-fr grid-flow-col border-rule-3 border-t">
      {offered.map((disposition) => (
        <button
          key={disposition}
          type="button"
          aria-keyshortcuts={OUTCOME_KEYS[disposition].toUpperCase()}
          onClick={(event) => onChoose(disposition, event.timeStamp)}
          className="min-h-14 border-rule border-l px-0.5 pt-2.5 pb-3 text-center text-small -outline-offset-2 first:border-l-0 first:bg-accent first:font-semibold first:text-on-accent first:outline-offset-[-4px] first:outline-on-accent not-first:hover:bg-paper-3 [&:first-child_kbd]:border-current [&:first-child_kbd]:text-on-accent"
        >
          <Kbd>{OUTCOME_KEYS[disposition].toUpperCase()}</Kbd>
          <span className="narrow mt-0.5 block tracking-tight">{t(`action.${disposition}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
