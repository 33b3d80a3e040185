"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { ListField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { localized } from "#lib/i18n/locales.ts";
import { type Checklist, MOST_OWN_ITEMS, type NewChecklist, type OwnItem } from "#lib/qualification/checklist.ts";
import { FRAMEWORKS } from "#lib/qualification/frameworks.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { QuestionField } from "./question-field.tsx";
import { useChecklist } from "./use-checklist.ts";

type Props = {
  modelId: number;
  /** Of the model. */
  name: Label;
  checklist: Checklist;
  /** null: the model has none of its own yet. */
  revision: number | null;
  choose: (input: {
    modelId: number;
    revision: number | null;
    checklist: NewChecklist;
  }) => Promise<ActionResult<{ readonly revision: number; readonly own: readonly OwnItem[] }>>;
};

/** What the leads of one model are asked: a known framework, or questions of one's own. */
export function ChecklistForm({ modelId, name, checklist, revision, choose }: Props) {
  const t = useTranslations("qualification");
  const locale = useLocale();
  const [seenRevision, setSeenRevision] = useState(revision);
  const list = useChecklist(checklist);
  const [isUnderWay, startTransition] = useTransition();
  const [said, setSaid] = useState<{ readonly tone: "done" | "refused"; readonly text: string } | null>(null);
  const { framework, own } = list;

  function save() {
    const written = list.written();
    if (framework === "own" && written.own.length === 0)
      return setSaid({ tone: "refused", text: t("settings.noQuestion") });
    startTransition(async () => {
      // Without an answer the network or the server is away; what was written stays.
      const result = await choose({ modelId, revision: seenRevision, checklist: written }).catch(() => null);
      if (result?.ok) {
        setSaid({ tone: "done", text: t("settings.saved") });
        setSeenRevision(result.value.revision);
        list.adopt(result.value.own);
      } else setSaid({ tone: "refused", text: result?.refusal.message ?? t("unreachable") });
    });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUnderWay) save();
      }}
      onChange={() => setSaid(null)}
      className="mt-8 flex flex-col gap-4"
    >
      <ListField
        label={t("settings.framework", { model: localized(name, locale) })}
        value={framework}
        onChange={(event) => {
          const chosen = FRAMEWORKS.find((each) => each === event.target.value);
          if (chosen) list.choose(chosen);
        }}
      >
        {FRAMEWORKS.map((each) => (
          <option key={each} value={each}>
            {t(`settings.names.${each}`)}
          </option>
        ))}
      </ListField>
      {framework === "own" && (
        <>
          <ol>
            {own.map((item, place) => (
              <QuestionField
                key={item.id}
                number={place + 1}
                text={list.textOf(item)}
                isFirst={place === 0}
                isLast={place === own.length - 1}
                onWrite={(text) => list.write(item.id, text)}
                onMove={(by) => list.move(item.id, by)}
                onRemove={() => list.remove(item.id)}
              />
            ))}
          </ol>
          {own.length < MOST_OWN_ITEMS && (
            <div>
              <Button kind="quiet" onClick={list.add}>
                {t("settings.add")}
              </Button>
            </div>
          )}
          <p className="text-ink-3 text-small">{t("settings.keeps")}</p>
        </>
      )}
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      <div>
        <Button type="submit" kind="act" disabled={isUnderWay}>
          {t("settings.save")}
        </Button>
      </div>
    </form>
  );
}
