"use client";

import { LOCALES, localized } from "#lib/i18n/locales.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import { ProblemSentences } from "./problem-sentences.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  label: string;
  value: Label;
  problems: readonly Problem[];
  onChange: (value: Label) => void;
  onSettle: () => void;
  autoFocus?: boolean;
};

/** The name of something: one for all readers, or one a language. */
export function LabelField({ words, label, value, problems, onChange, onSettle, autoFocus }: Props) {
  const { t } = words;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
        {typeof value === "string" ? (
          <LabelInput label={label} value={value} onChange={onChange} onSettle={onSettle} autoFocus={autoFocus} />
        ) : (
          LOCALES.map((locale, index) => (
            <LabelInput
              key={locale}
              label={`${label} (${locale})`}
              value={value[locale]}
              onChange={(text) => onChange({ ...value, [locale]: text })}
              onSettle={onSettle}
              autoFocus={autoFocus && index === 0}
            />
          ))
        )}
        <button
          type="button"
          onClick={() =>
            onChange(typeof value === "string" ? { nl: value, en: value } : localized(value, words.locale))
          }
          className="flex-none pb-1 text-accent text-small underline-offset-4 hover:underline max-sm:min-h-11 max-sm:text-left"
        >
          {typeof value === "string" ? t("label.perLanguage") : t("label.oneForAll")}
        </button>
      </div>
      <ProblemSentences problems={problems} words={words} />
    </div>
  );
}

type InputProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onSettle: () => void;
  autoFocus?: boolean;
};

function LabelInput({ label, value, onChange, onSettle, autoFocus }: InputProps) {
  return (
    <label className="flex min-w-40 flex-1 flex-col">
      <span className="type-label">{label}</span>
      <input
        // Opening a new criterion is asking for its name.
        ref={autoFocus ? focusAndSelect : undefined}
        value={value}
        maxLength={120}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onSettle}
        className={INLINE_CONTROL}
      />
    </label>
  );
}

function focusAndSelect(input: HTMLInputElement | null) {
  input?.focus();
  input?.select();
}
