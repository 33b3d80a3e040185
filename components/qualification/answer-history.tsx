"use client";

import { useTranslations } from "next-intl";
import { useWhen } from "#components/briefing/use-when.ts";
import type { GivenAnswer, Qualification } from "#lib/qualification/qualification.ts";
import { useItemWords } from "./use-item-words.ts";

type Props = { answers: readonly GivenAnswer[]; qualification: Qualification; today: number };

/** All that the lead ever answered to what its checklist asks, newest first. */
export function AnswerHistory({ answers, qualification, today }: Props) {
  const t = useTranslations("qualification");
  const { nameOf } = useItemWords(qualification);
  const { when } = useWhen(today);
  const asked = answers.flatMap((given) => {
    const item = qualification.items.find(({ key }) => key === given.item);
    return item ? [{ ...given, name: nameOf(item) }] : [];
  });
  // One answer to each is what stands above.
  if (asked.length <= new Set(asked.map(({ item }) => item)).size) return null;
  return (
    <details className="mt-1 text-small">
      <summary className="min-h-6 text-ink-2 max-sm:min-h-11">{t("history.title")}</summary>
      <ol>
        {asked.map(({ answerId, name, answer, note, at, by }) => (
          <li key={answerId} className="border-rule border-b py-1 [overflow-wrap:anywhere]">
            {t("history.line", { item: name, answer: t(`answers.${answer}`) })}
            <span className="text-ink-3">, {by === null ? when(at) : t("given", { name: by, when: when(at) })}</span>
            {note !== "" && <span className="block text-ink-2">‘{note}’</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
