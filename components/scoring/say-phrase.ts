import type { Phrase } from "#lib/briefing/phrase.ts";
import type { Label } from "#lib/scoring/definition.ts";

/** The words of the reader: the catalogue under `why`, and how labels and times are said. */
export type PhraseWords = {
  readonly t: (key: Phrase["key"] | "titled", values?: Record<string, string | number>) => string;
  readonly label: (text: Label) => string;
  /** Of an instant, in epoch milliseconds. */
  readonly when: (instant: number) => string;
  /** Of an epoch day. */
  readonly day: (day: number) => string;
};

/** A phrase in the reader's language. */
export function sayPhrase(phrase: Phrase, { t, label, when, day }: PhraseWords): string {
  switch (phrase.key) {
    case "behaviour": {
      const { times, title } = phrase;
      const parts = { label: label(phrase.label), times, when: when(phrase.at) };
      return title !== null && times === 1 ? t("titled", { ...parts, title }) : t("behaviour", parts);
    }
    case "fits":
    case "misfit":
      return t(phrase.key, { traits: phrase.labels.map(label).join(", "), more: phrase.more });
    case "fields":
      return t("fields", { known: phrase.known, asked: phrase.asked });
    case "idle":
      return t("idle", { days: phrase.days });
    case "leaves":
      return t("leaves", { cell: phrase.cell, day: day(phrase.day) });
    case "adjusted":
      return t("adjusted", { reason: phrase.reason });
    case "no_score":
      return t("no_score");
  }
}
