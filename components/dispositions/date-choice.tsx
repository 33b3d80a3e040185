import { type FormEvent, useId, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { parseTimeOfDay } from "#lib/time/time-of-day.ts";

type Props = {
  /** The digit that leads to the field. */
  digit: number;
  label: string;
  submitLabel: string;
  /** Epoch days, both inclusive. */
  first: number;
  last: number;
  /** Where a time may go with the day: then the day before the first will do as well, and its time has still to come. */
  time?: { readonly label: string; readonly hint: string };
  /** `minute` is that of the day; null without a time. */
  onChoose: (day: number, at: number, minute: number | null) => void;
};

const FIELD = "h-8 border-ink border-b bg-transparent text-ink";

/** A date of one's own, below answers that have digits as keys. Whether a time of today has passed is for the server to say. */
export function DateChoice({ digit, label, submitLabel, first, last, time, onChoose }: Props) {
  const dateId = useId();
  const timeId = useId();
  const [date, setDate] = useState("");
  const [clock, setClock] = useState("");
  const day = parseEpochDay(date);
  const minute = parseTimeOfDay(clock);
  const earliest = time && minute !== null ? first - 1 : first;
  const isFine = day !== null && day >= earliest && day <= last;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isFine) onChoose(day, event.timeStamp, minute);
  }
  return (
    <form
      onSubmit={onSubmit}
      className="grid min-h-9 grid-cols-[24px_1fr_auto_auto] pointer-coarse:grid-cols-[1fr_auto_auto] items-center gap-x-2 gap-y-1 px-gutter max-sm:min-h-11"
    >
      <Kbd>{digit}</Kbd>
      <label htmlFor={dateId}>{label}</label>
      <input
        id={dateId}
        type="date"
        required
        min={formatEpochDay(time ? first - 1 : first)}
        max={formatEpochDay(last)}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        className={FIELD}
      />
      <button
        type="submit"
        disabled={!isFine}
        className="h-8 border border-ink px-3 font-medium disabled:border-rule-2 disabled:text-ink-3"
      >
        {submitLabel}
      </button>
      {time && (
        <>
          <label htmlFor={timeId} className="pointer-coarse:col-start-1 col-start-2">
            {time.label} <span className="text-ink-3 text-small">{time.hint}</span>
          </label>
          <input
            id={timeId}
            type="time"
            value={clock}
            onChange={(event) => setClock(event.target.value)}
            className={FIELD}
          />
        </>
      )}
    </form>
  );
}
