import type { Answer } from "#lib/qualification/frameworks.ts";
import type { ActionResult } from "#lib/result.ts";

/** Writes down an answer. `seenAnswerId` is the newest one that the reader has seen; null: none. */
export type AnswerAction = (input: {
  leadId: number;
  item: string;
  answer: Answer;
  note: string;
  seenAnswerId: number | null;
}) => Promise<ActionResult<{ answerId: number }>>;
