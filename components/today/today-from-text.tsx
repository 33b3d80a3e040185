"use client";

import { useMemo } from "react";
import type { AnswerAction } from "#components/qualification/answer-action.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { TodayBoard } from "./today-board.tsx";
import type { TodayActions } from "./use-board.ts";

/** The board from its view as JSON: React hands over one text in a tenth of the time that its thousands of parts take. */
export function TodayFromText({ text, ...actions }: TodayActions & { text: string; answer: AnswerAction }) {
  const initial: TodayView = useMemo(() => JSON.parse(text), [text]);
  return <TodayBoard initial={initial} {...actions} />;
}
