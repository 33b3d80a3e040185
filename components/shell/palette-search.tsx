"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { NavigationLink } from "./navigation-link.ts";
import type { PageCommand } from "./page-commands.ts";
import { type PaletteChoice, usePaletteChoices } from "./use-palette-choices.ts";

type Props = {
  field: RefObject<HTMLInputElement | null>;
  links: readonly NavigationLink[];
  commands: readonly PageCommand[];
  mayFindLeads: boolean;
  /** `at` is the time stamp of the key press or click. */
  onChoose: (choice: PaletteChoice, at: number) => void;
};

/** The field of the palette and what it finds; the keys move through the list while the field keeps the focus. */
export function PaletteSearch({ field, links, commands, mayFindLeads, onChoose }: Props) {
  const t = useTranslations("shell.palette");
  const [text, setText] = useState("");
  const [selected, setSelected] = useState(0);
  const { choices, isSearching } = usePaletteChoices(text.trim(), { links, commands, mayFindLeads });
  /** Enter was pressed before the leads were found: its time stamp. */
  const [awaited, setAwaited] = useState<number | null>(null);
  const current = Math.min(selected, Math.max(0, choices.length - 1));

  useEffect(() => {
    if (awaited === null || isSearching) return;
    setAwaited(null);
    if (choices[0]) onChoose(choices[0], awaited);
  });
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown") setSelected(Math.min(current + 1, choices.length - 1));
    else if (event.key === "ArrowUp") setSelected(Math.max(current - 1, 0));
    else if (event.key === "Enter") {
      const choice = choices[current];
      if (choice) onChoose(choice, event.timeStamp);
      else if (isSearching) setAwaited(event.timeStamp);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={field}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-choices"
        aria-activedescendant={choices[current] ? `palette-${current}` : undefined}
        aria-label={t("title")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSelected(0);
          setAwaited(null);
        }}
        onKeyDown={onKeyDown}
        placeholder={mayFindLeads ? t("placeholder") : t("placeholderPages")}
        className="h-12 w-full border-rule-2 border-b bg-transparent px-4 font-serif text-prose outline-none placeholder:text-ink-3"
      />
      <div id="palette-choices" role="listbox" aria-label={t("title")} className="max-h-[50dvh] overflow-y-auto py-1">
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            onClick={(event) => onChoose(choice, event.timeStamp)}
            onKeyDown={onKeyDown}
            onPointerMove={() => setSelected(index)}
            className="flex h-9 cursor-pointer items-center justify-between gap-4 px-4 aria-selected:bg-paper-3"
          >
            <span className="truncate">{choice.label}</span>
            <span className="truncate text-ink-3 text-small">
              {choice.command ? <Kbd>{choice.detail}</Kbd> : choice.detail}
            </span>
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="px-4 py-3 text-ink-3">{isSearching ? t("searching") : t("nothing")}</p>}
    </>
  );
}
