import { type ComponentProps, type ReactNode, useId } from "react";
import { Chevron } from "./chevron.tsx";

type FieldProps = {
  label: string;
  /** What to know before filling it in. */
  hint?: string | undefined;
  /** What is wrong with what was filled in. */
  error?: string | undefined;
};

/** A label above its control, with hint and error tied to it. */
function Field({ label, hint, error, id, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="type-label">
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-medium text-hot text-small">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-ink-3 text-small">
          {hint}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: FieldProps) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return { "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined, "aria-invalid": error ? true : undefined };
}

/** Words on a line, as on a form of paper; the line turns petrol and heavy under the reader's hand. */
const CONTROL =
  "h-9 w-full min-w-0 border-b bg-transparent text-prose text-ink outline-none placeholder:text-ink-3 focus-visible:shadow-[0_2px_0_0_var(--accent)] focus-visible:border-accent aria-invalid:border-hot";

export function TextField({ label, hint, error, ...props }: FieldProps & Omit<ComponentProps<"input">, "className">) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...props}
        {...describedBy(id, { label, hint, error })}
        id={id}
        className={`${CONTROL} border-ink read-only:border-rule-2`}
      />
    </Field>
  );
}

/** Words on several lines. */
export function LinesField({
  label,
  hint,
  error,
  ...props
}: FieldProps & Omit<ComponentProps<"textarea">, "className">) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        {...props}
        {...describedBy(id, { label, hint, error })}
        id={id}
        className={`${CONTROL} h-auto resize-y border-ink py-1.5`}
      />
    </Field>
  );
}

/** The browser's own list: for long lists, and for forms that must work without scripts. */
export function ListField({ label, hint, error, ...props }: FieldProps & Omit<ComponentProps<"select">, "className">) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <select
          {...props}
          {...describedBy(id, { label, hint, error })}
          id={id}
          className={`${CONTROL} appearance-none rounded-none border-ink pr-4 [&>option]:bg-sheet`}
        />
        <Chevron className="pointer-events-none absolute top-1/2 right-0 -translate-y-1/2" />
      </div>
    </Field>
  );
}
