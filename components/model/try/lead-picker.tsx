"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { type FoundLead, useFoundLeads } from "#components/leads/use-found-leads.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { INLINE_CONTROL } from "../inline-control.ts";

type Props = { onChoose: (leadId: number) => void };

/** A lead by name, company, e-mail address or number; the keys move through what is found while the field keeps the focus. */
export function LeadPicker({ onChoose }: Props) {
  const t = useTranslations("model.try");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [selected, setSelected] = useState(0);
  const sought = useDeferredValue(text.trim());
  const { data: found = [], isFetching, isError } = useFoundLeads(sought);
  const current = Math.min(selected, Math.max(0, found.length - 1));
  const isShown = isOpen && sought.length >= 2;
  /** Enter was pressed before what is found was that of the text. */
  const [isAwaited, setAwaited] = useState(false);
  const isFound = sought === text.trim() && !isFetching;

  usePageKeys((event) => {
    if (event.key !== "/" || isTyping(event.target)) return false;
    field.current?.focus();
    return true;
  });
  useEffect(() => {
    if (!isAwaited || !isFound) return;
    setAwaited(false);
    choose(found[0]);
  });
  function choose(lead: FoundLead | undefined) {
    if (!lead) return;
    onChoose(lead.id);
    setText("");
    setOpen(false);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown") setSelected(Math.min(current + 1, found.length - 1));
    else if (event.key === "ArrowUp") setSelected(Math.max(current - 1, 0));
    else if (event.key === "Enter" && !isFound) setAwaited(true);
    else if (event.key === "Enter") choose(found[current]);
    else if (event.key === "Escape" && isShown) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div data-own-undo className="relative w-64 min-w-0 max-sm:flex-1">
      <input
        ref={field}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found[current] ? `${id}-${current}` : undefined}
        aria-label={t("search")}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSelected(0);
          setOpen(true);
          setAwaited(false);
        }}
        onBlur={() => {
          setOpen(false);
          setAwaited(false);
        }}
        onKeyDown={onKeyDown}
        placeholder={t("placeholder")}
        className={`${INLINE_CONTROL} sm:pr-6`}
      />
      <span className="pointer-events-none absolute top-1 right-0 max-sm:hidden">
        <Kbd>/</Kbd>
      </span>
      <div
        id={`${id}-found`}
        role="listbox"
        aria-label={t("search")}
        hidden={!isShown || found.length === 0}
        className="absolute inset-x-0 top-full z-20 max-h-72 overflow-y-auto border border-rule-3 bg-sheet py-1"
      >
        {found.map((lead, index) => (
          <div
            key={lead.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            // The field keeps the focus: leaving it would close the list before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(lead)}
            onKeyDown={onKeyDown}
            onPointerMove={() => setSelected(index)}
            className="flex min-h-8 cursor-pointer items-center justify-between gap-4 px-3 aria-selected:bg-paper-3 max-sm:min-h-11"
          >
            <span className="truncate">{lead.name}</span>
            <span className="truncate text-ink-3 text-small">{lead.company}</span>
          </div>
        ))}
      </div>
      {isShown && found.length === 0 && (
        <p
          role="status"
          className="absolute inset-x-0 top-full z-20 border border-rule-3 bg-sheet px-3 py-2 text-ink-3 text-small"
        >
          {isError ? t("searchFailed") : isFetching || sought !== text.trim() ? t("searching") : t("nothing")}
        </p>
      )}
    </div>
  );
}
