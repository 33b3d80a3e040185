"use client";

import { useTranslations } from "next-intl";
import { useLeaveWarning } from "#components/model/use-leave-warning.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { openNamer } from "#lib/naming/namer.ts";
import type { NamingView, UnknownName } from "#lib/naming/view.ts";
import { OwnRule } from "./own-rule.tsx";
import { RuleRows } from "./rule-rows.tsx";
import { UnknownRow } from "./unknown-row.tsx";
import { type SaveNaming, useNamingDraft } from "./use-naming-draft.ts";

type Props = { view: NamingView; save: SaveNaming };

/** What trackers call things and what that means here: names nobody knows yet, and the rules there are. */
export function NamingEditor({ view, save }: Props) {
  const t = useTranslations("naming");
  const draft = useNamingDraft(view, save);
  useLeaveWarning(draft.isChanged);
  const namer = openNamer(draft.rules);
  const isUnknown = ({ name, asset }: UnknownName) =>
    asset === null
      ? !draft.rules.some((rule) => rule.name === name && rule.asset === null)
      : !namer.assetTypesOf(name)?.typeOf(asset);
  const names = view.names.filter(isUnknown);
  const pages = view.pages.filter(isUnknown);

  return (
    <div className="mt-6 flex flex-col gap-10">
      <section aria-labelledby="naming-rules">
        <h2 id="naming-rules" className="type-title border-rule-3 border-b pb-1">
          {t("rules.title")}
        </h2>
        <RuleRows types={view.types} draft={draft} />
        <OwnRule types={view.types} draft={draft} />
        <p className="mt-2 text-ink-3 text-small">{t("own.hint")}</p>
      </section>
      <Unknown title={t("unknown.names")} none={t("unknown.noNames")} rows={names} types={view.types} draft={draft} />
      <Unknown title={t("unknown.pages")} none={t("unknown.noPages")} rows={pages} types={view.types} draft={draft} />
      <p className="text-ink-3 text-small">{t("counted", { count: view.counted })}</p>
      {/* In sight wherever on the page a name is given. */}
      <div className="sticky bottom-0 border-rule-3 border-t bg-paper py-3">
        <div className="mb-3 empty:hidden">
          {draft.isSaved && <Notice tone="done">{t("saved")}</Notice>}
          {draft.refusal !== null && draft.isChanged && <Notice tone="refused">{draft.refusal}</Notice>}
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button kind="act" disabled={draft.isUnderWay || !draft.isChanged} onClick={draft.save}>
            {t(draft.isUnderWay ? "saving" : "save")}
          </Button>
          {draft.isChanged && (
            <span className="text-ink-3 text-small">
              {t("changed", { count: draft.changes })} {t("effect")}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

type UnknownProps = {
  title: string;
  none: string;
  rows: readonly UnknownName[];
  types: NamingView["types"];
  draft: ReturnType<typeof useNamingDraft>;
};

function Unknown({ title, none, rows, types, draft }: UnknownProps) {
  return (
    <section aria-label={title}>
      <h2 className="type-title border-rule-3 border-b pb-1">{title}</h2>
      {rows.length === 0 && <p className="mt-3 text-ink-2">{none}</p>}
      <ul>
        {rows.map((each) => (
          <UnknownRow key={JSON.stringify([each.name, each.asset])} of={each} types={types} draft={draft} />
        ))}
      </ul>
    </section>
  );
}
