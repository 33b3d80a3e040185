import { TextField } from "#components/ui/field.tsx";
import { formatTimeOfDay, parseTimeOfDay } from "#lib/time/time-of-day.ts";

type Props = { label: string; minute: number; onChange: (minute: number) => void };

/** A time of day, in minutes; while it is no time the last one that was stays. */
export function TimeField({ label, minute, onChange }: Props) {
  return (
    <div className="w-28">
      <TextField
        label={label}
        type="time"
        required
        defaultValue={formatTimeOfDay(minute)}
        onChange={(event) => {
          const next = parseTimeOfDay(event.target.value);
          if (next !== null) onChange(next);
        }}
      />
    </div>
  );
}
