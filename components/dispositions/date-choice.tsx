import { type FormEvent, useId, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

type Props = {
  /** The digit that leads to the field. */
  digit: number;
  label: string;
  submitLabel: string;
  /** Epoch days, both inclusive. */
  first: number;
  last: number;
  onChoose: (day: number, at: number) => void;
};

/** A date of one's own, below answers that have digits as keys. */
export function DateChoice({ digit, label, submitLabel, first, last, onChoose }: Props) {
  const dateId = useId();
  const [date, setDate] = useState("");
  const day = parseEpochDay(date);
  const isFine = day !== null && day >= first && day <= last;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isFine) onChoose(day, event.timeStamp);
  }
  return (
    <form
      onSubmit={onSubmit}
      className="grid min-h-9 grid-cols-[24px_1fr_auto_auto] pointer-coarse:grid-cols-[1fr_auto_auto] items-center gap-2 px-gutter max-sm:min-h-11"
    >
      <Kbd>{digit}</Kbd>
      <label htmlFor={dateId}>{label}</label>
      <input
        id={dateId}
        type="date"
        required
        min={formatEpochDay(first)}
        max={formatEpochDay(last)}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        className="h-8 border-ink border-b bg-transparent text-ink"
      />
      <button
        type="submit"
        disabled={!isFine}
        className="h-8 border border-ink px-3 font-medium disabled:border-rule-2 disabled:text-ink-3"
      >
        {submitLabel}
      </button>
    </form>
  );
}
