import type { ComponentProps } from "react";

export type ButtonKind = "act" | "plain" | "quiet";

const KINDS: Readonly<Record<ButtonKind, string>> = {
  act: "border-accent disabled:border-rule-2 px-3 bg-accent text-on-accent enabled:hover:opacity-90",
  plain: "border-ink disabled:border-rule-2 px-3 text-ink hover:bg-paper-3",
  quiet: "border-transparent text-accent underline-offset-4 hover:underline",
};

/** What a button looks like, for links that act like one. `act` is the one thing a form is for. */
export function buttonClass(kind: ButtonKind = "plain"): string {
  return `inline-flex h-9 items-center justify-center gap-2 whitespace-nowrap rounded-sm border font-medium text-body disabled:bg-transparent disabled:text-ink-3 sm:h-8 ${KINDS[kind]}`;
}

type Props = Omit<ComponentProps<"button">, "className"> & { kind?: ButtonKind };

export function Button({ kind = "plain", type = "button", ...props }: Props) {
  return <button {...props} type={type} className={buttonClass(kind)} />;
}
