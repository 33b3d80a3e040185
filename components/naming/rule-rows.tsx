"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localized } from "#lib/i18n/locales.ts";
import type { NamingRule } from "#lib/naming/naming.ts";
import { ruleKey } from "#lib/naming/problems.ts";
import { isVisit } from "#lib/naming/raw-event.ts";
import type { NamingView } from "#lib/naming/view.ts";
import type { NamingDraft } from "./use-naming-draft.ts";

type Props = { types: NamingView["types"]; draft: NamingDraft };

/** What is said of names, what was just added first. */
export function RuleRows({ types, draft }: Props) {
  const t = useTranslations("naming");
  const locale = useLocale();
  if (draft.rules.length === 0) return <p className="mt-3 text-ink-2">{t("rules.none")}</p>;
  return (
    <ul>
      {draft.rules.map((rule) => {
        const said = saidOf(rule);
        return (
          <li
            key={ruleKey(rule)}
            className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-rule border-b py-1"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="text-ink-3">{t(kindOf(rule))} </span>
              <span className="font-medium">{said}</span>
              <span className="text-ink-3"> {t("rules.countsAs")} </span>
              <span>{typeLabel(rule.type)}</span>
              {draft.isNew(rule) && <span className="text-small text-accent"> {t("rules.unsaved")}</span>}
            </span>
            <Button kind="quiet" aria-label={t("rules.removeOf", { name: said })} onClick={() => draft.remove(rule)}>
              {t("rules.remove")}
            </Button>
          </li>
        );
      })}
    </ul>
  );

  function typeLabel(type: string): string {
    const label = draft.labels[type] ?? types.find(({ key }) => key === type)?.label ?? type;
    return localized(label, locale);
  }
}

function saidOf({ name, asset }: NamingRule): string {
  if (asset === null) return name;
  return isVisit(name) ? asset : `${name} · ${asset}`;
}

function kindOf({ name, asset }: NamingRule) {
  return asset !== null && isVisit(name) ? "rules.page" : "rules.event";
}
