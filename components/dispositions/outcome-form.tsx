import type { KeyedDisposition, Verdict } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import type { SnoozeDay } from "#lib/lifecycle/snooze.ts";
import { OutcomeBar } from "./outcome-bar.tsx";
import { ReasonChoices } from "./reason-choices.tsx";
import { SnoozeChoices } from "./snooze-choices.tsx";
import { VerdictChoices } from "./verdict-choices.tsx";

/** What has to be answered before an outcome can be recorded. */
export type Question = Extract<KeyedDisposition, "rejected" | "snoozed"> | "verdict";

type Props = {
  /** Of the lead, as the questions call it. */
  name: string;
  /** Today's epoch day. */
  day: number;
  snoozeDays: readonly SnoozeDay[];
  offered: readonly KeyedDisposition[];
  /** The verdicts it can get; none for a lead that is closed. */
  verdicts: readonly Verdict[];
  asking: Question | null;
  onAsk: (question: Question | null) => void;
  /** `at` is the time stamp of the click or key press. */
  onOutcome: (outcome: Outcome, at: number) => void;
};

/** The outcomes that a lead can have, or the question that the chosen one asks. */
export function OutcomeForm(props: Props) {
  const { name, day, snoozeDays, offered, verdicts, asking, onAsk, onOutcome } = props;
  const cancel = () => onAsk(null);
  if (asking === "rejected")
    return (
      <ReasonChoices
        name={name}
        day={day}
        onChoose={(reason, at) => onOutcome({ disposition: "rejected", reason }, at)}
        onCancel={cancel}
      />
    );
  if (asking === "snoozed")
    return (
      <SnoozeChoices
        name={name}
        day={day}
        days={snoozeDays}
        onChoose={(until, at) => onOutcome({ disposition: "snoozed", ...until }, at)}
        onCancel={cancel}
      />
    );
  if (asking === "verdict")
    return <VerdictChoices name={name} day={day} offered={verdicts} onChoose={onOutcome} onCancel={cancel} />;
  return (
    <OutcomeBar
      offered={offered}
      onVerdict={verdicts.length > 0 ? () => onAsk("verdict") : null}
      onChoose={(disposition, at) => {
        if (disposition === "rejected" || disposition === "snoozed") onAsk(disposition);
        else onOutcome({ disposition }, at);
      }}
    />
  );
}
