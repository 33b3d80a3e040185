import { type ReactNode, useId } from "react";

type Props = { number: number; title: string; text: string; children: ReactNode };

/** A question of the workshop, with what is known and what may be chosen. */
export function Question({ number, title, text, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[32px_minmax(0,1fr)] border-rule-3 border-t pt-3 pb-6 max-sm:grid-cols-1"
    >
      <span className="type-title text-ink-3 max-sm:hidden">{number}</span>
      <div>
        <h2 id={id} className="type-title">
          {title}
        </h2>
        <p className="max-w-[70ch] pb-3 text-ink-2">{text}</p>
        {children}
      </div>
    </section>
  );
}
