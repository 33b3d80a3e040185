import { type Checklist, type ChecklistItem, itemsOf } from "./checklist.ts";
import type { Answer, Framework } from "./frameworks.ts";

/** The newest answer to one item. */
export type GivenAnswer = {
  readonly answerId: number;
  readonly item: string;
  readonly answer: Answer;
  readonly note: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** null for a user who is gone. */
  readonly by: string | null;
};

/** An item with what is known of it; `given` is null where nobody has said anything. */
export type QualificationItem = ChecklistItem & {
  readonly answer: Answer;
  readonly note: string;
  readonly given: Pick<GivenAnswer, "answerId" | "at" | "by"> | null;
};

/** Whether to go on with a lead: what was asked and what it answered. A person decides; no score knows of it. */
export type Qualification = { readonly framework: Framework; readonly items: readonly QualificationItem[] };

export type Progress = {
  readonly total: number;
  /** Items of which something is known. */
  readonly answered: number;
  readonly yes: number;
};

/** A checklist filled in with the newest answers; those to items that are not on it are left aside. */
export function qualify(checklist: Checklist, answers: readonly GivenAnswer[]): Qualification {
  const known = new Map(answers.map((answer) => [answer.item, answer]));
  const items = itemsOf(checklist).map(({ key, label }): QualificationItem => {
    const given = known.get(key);
    if (!given) return { key, label, answer: "unknown", note: "", given: null };
    const { answer, note, answerId, at, by } = given;
    return { key, label, answer, note, given: { answerId, at, by } };
  });
  return { framework: checklist.framework, items };
}

export function progressOf({ items }: Qualification): Progress {
  return {
    total: items.length,
    answered: items.filter(({ answer }) => answer !== "unknown").length,
    yes: items.filter(({ answer }) => answer === "yes").length,
  };
}

/** What is still to be asked: in the order of the checklist what nobody knows, then what is known in part. */
export function openQuestions({ items }: Qualification): QualificationItem[] {
  return (["unknown", "partly"] as const).flatMap((open) => items.filter(({ answer }) => answer === open));
}
