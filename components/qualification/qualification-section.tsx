"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { useWhen } from "#components/briefing/use-when.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { isInPopup } from "#components/shell/use-list-keys.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import {
  openQuestions,
  progressOf,
  type Qualification,
  type QualificationItem,
} from "#lib/qualification/qualification.ts";
import type { AnswerAction } from "./answer-action.ts";
import { focusQuestion, QUESTION_KEY } from "./focus-question.ts";
import { ItemRow } from "./item-row.tsx";
import { useAnswers } from "./use-answers.ts";
import { useItemWords } from "./use-item-words.ts";

type Props = {
  leadId: number;
  qualification: Qualification;
  today: number;
  /** null: the reader may only look. */
  answer: AnswerAction | null;
  /** What was answered before. */
  children?: ReactNode;
};

/** What to ask, and what the lead answered. It says whether to go on, and stands in nobody's way. */
export function QualificationSection({ leadId, qualification, today, answer: action, children }: Props) {
  const t = useTranslations("qualification");
  const { shown, refusal, answer } = useAnswers({ leadId, qualification, action });
  const { nameOf, questionOf, openNames } = useItemWords(shown);
  const { when } = useWhen(today);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [next] = openQuestions(shown);
  const atHand = next ?? shown.items[0];
  const { answered, total } = progressOf(shown);
  const open = openNames(shown);

  usePageKeys((event) => {
    if (event.key.toLowerCase() !== QUESTION_KEY || event.defaultPrevented || event.repeat || !action) return false;
    if (isTyping(event.target)) return false;
    // In the sheet of a phone the panel is itself a popup.
    const isElsewhere = isInPopup(event.target) && !list.current?.closest("[role='dialog']");
    return !isElsewhere && focusQuestion();
  });

  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="type-label flex justify-between gap-4">
        <span>{t(`names.${shown.framework}`)}</span>
        <span className="text-right">{open === "" ? t("allAsked") : t("progress", { answered, total })}</span>
      </h3>
      {next && <NextQuestion question={questionOf(next)} />}
      <ul ref={list} className="mt-0.5 border-rule border-t">
        {shown.items.map((item) => (
          <ItemRow
            key={item.key}
            leadId={leadId}
            item={item}
            name={nameOf(item)}
            given={givenOf(item)}
            isLong={item.label !== null}
            isAtHand={item.key === atHand?.key}
            onAnswer={action && ((said) => answer(item, said))}
          />
        ))}
      </ul>
      <div role="alert">{refusal && <p className="pt-1 font-medium text-hot text-small">{refusal}</p>}</div>
      {children}
    </section>
  );

  function givenOf({ given }: QualificationItem): string | null {
    if (given === null) return null;
    return given.by === null ? when(given.at) : t("given", { name: given.by, when: when(given.at) });
  }
}

function NextQuestion({ question }: { question: string | null }) {
  return (
    question && (
      <p className="type-prose">
        <span className="italic">{question}</span>
      </p>
    )
  );
}
