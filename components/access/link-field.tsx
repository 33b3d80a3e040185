"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = {
  /** Path of the link; its host is the one the reader uses. */
  path: string;
  /** What the link is, for who does not see where it stands. */
  label: string;
  /** What to know before it is used. */
  hint: string;
};

/** A link to take along: it is shown this once. */
export function LinkField({ path, label, hint }: Props) {
  const t = useTranslations("settings.link");
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const link = new URL(path, window.location.href).href;

  async function copy() {
    input.current?.select();
    // Browsers give the clipboard to secure pages only; elsewhere the link is selected to be copied by hand.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(link);
    setCopied(true);
  }

  return (
    <div role="status" className="flex flex-col gap-1 border-accent-line border-l-2 bg-accent-wash px-3 py-2">
      <div className="flex items-center gap-3">
        <input
          ref={input}
          readOnly
          value={link}
          aria-label={label}
          onFocus={(event) => event.target.select()}
          className="h-9 min-w-0 flex-1 border-accent border-b bg-transparent text-body"
        />
        <Button onClick={() => void copy()}>{isCopied ? t("copied") : t("copy")}</Button>
      </div>
      <p className="text-ink-2 text-small">{hint}</p>
    </div>
  );
}
