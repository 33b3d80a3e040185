"use client";

import { useMemo } from "react";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { TodayBoard } from "./today-board.tsx";

/** The board from its view as JSON: React hands over one text in a tenth of the time that its thousands of parts take. */
export function TodayFromText({ text, ...actions }: TouchActions & { text: string }) {
  const initial: TodayView = useMemo(() => JSON.parse(text), [text]);
  return <TodayBoard initial={initial} {...actions} />;
}
