import { useId } from "react";

type Props = { label: string; hint?: string; isChecked: boolean; onChange: (isChecked: boolean) => void };

/** One thing to turn on or off, with what it does. */
export function CheckLine({ label, hint, isChecked, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint ? id : undefined}
          className="size-4 shrink-0 accent-accent"
        />
        {label}
      </label>
      {hint && (
        <p id={id} className="pl-6 text-ink-3 text-small">
          {hint}
        </p>
      )}
    </div>
  );
}
