"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSend } from "#components/shell/use-send.ts";
import type { NamingRule } from "#lib/naming/naming.ts";
import { ruleKey } from "#lib/naming/problems.ts";
import type { NamingView } from "#lib/naming/view.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Label } from "#lib/scoring/definition.ts";

export type SaveNaming = (input: {
  naming: readonly NamingRule[];
  labels: Readonly<Record<string, Label>>;
  seenId: number | null;
}) => Promise<ActionResult<{ namingId: number | null }>>;

/** A type that is there, or one that is to be called so. */
export type ChosenType = { readonly type: string; readonly label: Label };

export type NamingDraft = ReturnType<typeof useNamingDraft>;

/** What was added and taken away, over what is saved: that somebody else saves meanwhile takes nothing of it away. */
export function useNamingDraft({ naming, namingId }: NamingView, save: SaveNaming) {
  const t = useTranslations("naming");
  const { send, isUnderWay, refusal } = useSend();
  const [added, setAdded] = useState<readonly NamingRule[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [labels, setLabels] = useState<Readonly<Record<string, Label>>>({});
  const [isSaved, setIsSaved] = useState(false);
  const replaced = new Set([...removed, ...added.map(ruleKey)]);
  const rules = [...added, ...naming.filter((rule) => !replaced.has(ruleKey(rule)))];
  const changes = added.length + naming.filter((rule) => removed.has(ruleKey(rule))).length;
  const isChanged = changes > 0;

  return {
    rules,
    labels,
    isChanged,
    changes,
    isSaved: isSaved && !isChanged,
    isUnderWay,
    refusal,
    isNew: (rule: NamingRule) => added.includes(rule),
    add(rule: Omit<NamingRule, "type">, { type, label }: ChosenType) {
      setIsSaved(false);
      setLabels({ ...labels, [type]: label });
      setAdded([{ ...rule, type }, ...added.filter((each) => ruleKey(each) !== ruleKey(rule))]);
    },
    remove(rule: NamingRule) {
      setIsSaved(false);
      setAdded(added.filter((each) => each !== rule));
      setRemoved(new Set([...removed, ruleKey(rule)]));
    },
    save() {
      send(() => save({ naming: rules, labels, seenId: namingId }), {
        whyNot: t("notSaved"),
        onDone() {
          setAdded([]);
          setRemoved(new Set());
          setIsSaved(true);
        },
      });
    },
  };
}
