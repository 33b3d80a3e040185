"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = {
  text: string;
  /** What it is, for who does not see where it stands. */
  label: string;
  /** What to know before it is used. */
  hint: string;
  /** Whether it is always there to be found: nothing that has just come of what the reader did. */
  isStanding?: boolean;
};

/** A text to take along. */
export function CopiedField({ text, label, hint, isStanding = false }: Props) {
  const t = useTranslations("settings.link");
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    input.current?.select();
    // Browsers give the clipboard to secure pages only; elsewhere the text is selected to be copied by hand.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <div
      role={isStanding ? undefined : "status"}
      className={`flex flex-col gap-1 border-l-2 px-3 py-2 ${isStanding ? "border-rule-2" : "border-accent-line bg-accent-wash"}`}
    >
      <div className="flex items-center gap-3">
        <input
          ref={input}
          readOnly
          value={text}
          aria-label={label}
          onFocus={(event) => event.target.select()}
          className={`h-9 min-w-0 flex-1 border-b bg-transparent text-body ${isStanding ? "border-rule-2" : "border-accent"}`}
        />
        <Button onClick={() => void copy()}>{isCopied ? t("copied") : t("copy")}</Button>
      </div>
      <p className="text-ink-2 text-small">{hint}</p>
    </div>
  );
}
