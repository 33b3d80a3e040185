import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { isTyping } from "#components/shell/is-typing.ts";
import { Kbd } from "#components/ui/kbd.tsx";

const PAUSE_MS = 200;

type Props = { value: string; onSearch: (text: string) => void };

/** Searches once the typing pauses; `/` leads here. */
export function SearchField({ value, onSearch }: Props) {
  const t = useTranslations("leads");
  const ref = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const sent = useRef(value);

  useEffect(() => {
    // Back, forward or a cleared filter: the address says something that was not typed here.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onSearch(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      ref.current?.focus();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <label className="flex h-9 min-w-0 flex-1 items-center gap-2 border-ink border-b focus-within:border-accent sm:max-w-[360px]">
      <span className="sr-only">{t("search")}</span>
      <input
        ref={ref}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t("search")}
        className="h-full min-w-0 flex-1 bg-transparent font-serif text-prose outline-none placeholder:text-ink-3"
      />
      <span className="max-md:hidden">
        <Kbd>/</Kbd>
      </span>
    </label>
  );
}
