import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Answer } from "#lib/qualification/frameworks.ts";
import type { Qualification, QualificationItem } from "#lib/qualification/qualification.ts";
import type { AnswerAction } from "./answer-action.ts";

/** What was answered here; `answerId` is null on its way. */
type Own = { readonly answer: Answer; readonly note: string; readonly answerId: number | null };
export type Said = Pick<Own, "answer" | "note">;

type Options = {
  leadId: number;
  qualification: Qualification;
  /** null: the reader may only look. */
  action: AnswerAction | null;
};

/** A checklist as it is filled in: an answer shows at once, and is taken back when it was refused. */
export function useAnswers({ leadId, qualification, action }: Options) {
  const t = useTranslations("qualification");
  const [own, setOwn] = useState<Readonly<Record<string, Own>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);

  const items = qualification.items.map((item): QualificationItem => {
    const said = own[item.key];
    // What was read since knows it, or a later one.
    const isRead = said?.answerId != null && (item.given?.answerId ?? 0) >= said.answerId;
    return said && !isRead ? { ...item, answer: said.answer, note: said.note } : item;
  });

  /** Gives whether it was written down. */
  async function answer(item: QualificationItem, said: Said): Promise<boolean> {
    if (!action) return false;
    const before = own[item.key];
    setOwn((known) => ({ ...known, [item.key]: { ...said, answerId: null } }));
    setRefusal(null);
    const seenAnswerId = Math.max(before?.answerId ?? 0, item.given?.answerId ?? 0) || null;
    // Without an answer the network or the server is away.
    const result = await action({ leadId, item: item.key, ...said, seenAnswerId }).catch(() => null);
    if (result?.ok) {
      const { answerId } = result.value;
      setOwn((known) => ({ ...known, [item.key]: { ...said, answerId } }));
      return true;
    }
    setOwn(({ [item.key]: _, ...others }) => (before ? { ...others, [item.key]: before } : others));
    setRefusal(result === null ? t("unreachable") : result.refusal.message);
    return false;
  }

  return { shown: { ...qualification, items }, refusal, answer };
}
