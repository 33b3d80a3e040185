import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { isTyping } from "#components/shell/is-typing.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";

export type NumberedChoice<Value> = { readonly value: Value; readonly label: string; readonly detail: string };

type Props<Value> = {
  title: string;
  choices: readonly NumberedChoice<Value>[];
  onChoose: (value: Value, at: number) => void;
  onCancel: () => void;
  /** What comes after the choices. */
  children?: ReactNode;
};

/** A question whose answers have digits as keys; the digit after them goes to a field below, Escape leaves it unanswered. */
export function NumberedChoices<Value extends string>({ title, choices, onChoose, onCancel, children }: Props<Value>) {
  const t = useTranslations("dispositions");
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.querySelector<HTMLElement>("li button")?.focus(), []);

  usePageKeys((event) => {
    if (event.repeat) return false;
    const digit = /^[1-9]$/.test(event.key) && !isTyping(event.target) ? Number(event.key) : null;
    const choice = digit === null ? undefined : choices[digit - 1];
    if (event.key === "Escape") onCancel();
    else if (choice) onChoose(choice.value, event.timeStamp);
    else if (digit === choices.length + 1) section.current?.querySelector("input")?.focus();
    else return false;
    return true;
  });

  return (
    <section ref={section} data-asks aria-labelledby={titleId} className="border-rule-3 border-t pt-3 pb-2">
      <div className="flex items-baseline justify-between gap-4 px-gutter">
        <h3 id={titleId} className="type-title">
          {title}
        </h3>
        <button type="button" onClick={onCancel} className="text-ink-2 text-small hover:text-ink max-sm:py-2">
          {t("cancel")} <Kbd>Esc</Kbd>
        </button>
      </div>
      <ul className="mt-1">
        {choices.map(({ value, label, detail }, index) => (
          <li key={value}>
            <button
              type="button"
              aria-keyshortcuts={String(index + 1)}
              onClick={(event) => onChoose(value, event.timeStamp)}
              className="grid min-h-8 w-full grid-cols-[24px_1fr_auto] pointer-coarse:grid-cols-[1fr_auto] items-center gap-2 px-gutter text-left -outline-offset-2 hover:bg-paper-3 max-sm:min-h-11"
            >
              <Kbd>{index + 1}</Kbd>
              <span>{label}</span>
              <span className="text-right text-ink-3 text-small">{detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
