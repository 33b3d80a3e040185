"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useAct } from "#components/alerts/use-act.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SaveRow } from "#components/ui/save-row.tsx";
import { Select } from "#components/ui/select.tsx";
import { type CrmField, PUSH_TARGETS } from "#lib/crm/door.ts";
import { CRM_SIDES, type CrmSettings } from "#lib/crm/settings.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { ActionResult } from "#lib/result.ts";
import { CheckLine } from "./check-line.tsx";
import { FieldPairs, type OurField } from "./field-pairs.tsx";

type Props = {
  settings: CrmSettings;
  theirs: readonly CrmField[];
  ours: readonly OurField[];
  save: (settings: CrmSettings) => Promise<ActionResult<null>>;
};

/** What is pulled, what is pushed, and who is right when both sides changed something. */
export function SettingsForm({ settings, theirs, ours, save }: Props) {
  const t = useTranslations("crm.settings");
  const { act, isUnderWay, done, refusal, reset } = useAct<null>();
  const [draft, setDraft] = useState(settings);
  const [pairs, setPairs] = useState(() => settings.fields.map((pair, id) => ({ ...pair, id })));

  function change(changes: Partial<CrmSettings>): void {
    reset();
    setDraft({ ...draft, ...changes });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    act(() => save({ ...draft, fields: pairs.map(({ crm, to }) => ({ crm, to })) }));
  }

  const sides = CRM_SIDES.map((value) => ({ value, label: t(`sides.${value}`) }));
  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <Part title={t("pull")} hint={t("fieldsHint")}>
        <FieldPairs
          pairs={pairs}
          theirs={theirs}
          ours={ours}
          onChange={(changed) => {
            reset();
            setPairs([...changed]);
          }}
        />
        <div className="mt-4">
          <CheckLine
            label={t("createsLeads")}
            isChecked={draft.createsLeads}
            onChange={(createsLeads) => change({ createsLeads })}
          />
          <CheckLine
            label={t("pullsOwners")}
            isChecked={draft.pullsOwners}
            onChange={(pullsOwners) => change({ pullsOwners })}
          />
          <CheckLine
            label={t("pullsDeals")}
            isChecked={draft.pullsDeals}
            onChange={(pullsDeals) => change({ pullsDeals })}
          />
        </div>
      </Part>
      <Part title={t("push")} hint={t("pushHint")}>
        {PUSH_TARGETS.map((target) => (
          <CheckLine
            key={target}
            label={t(`targets.${target}`)}
            isChecked={draft.push.includes(target)}
            onChange={(isOn) =>
              change({ push: PUSH_TARGETS.filter((each) => (each === target ? isOn : draft.push.includes(each))) })
            }
          />
        ))}
        <CheckLine
          label={t("pushesOwners")}
          hint={t("pushesOwnersHint")}
          isChecked={draft.pushesOwners}
          onChange={(pushesOwners) => change({ pushesOwners })}
        />
        <div className="mt-4 max-w-[240px]">
          <Select
            label={t("locale")}
            value={draft.locale}
            choices={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
            onChange={(locale) => change({ locale })}
          />
        </div>
      </Part>
      <Part title={t("rules")} hint={t("rulesHint")}>
        <div className="grid max-w-[520px] gap-5 sm:grid-cols-2">
          <Select
            label={t("fieldsWin")}
            value={draft.fieldsWin}
            choices={sides}
            onChange={(fieldsWin) => change({ fieldsWin })}
          />
          <Select
            label={t("ownersWin")}
            value={draft.ownersWin}
            choices={sides}
            onChange={(ownersWin) => change({ ownersWin })}
          />
        </div>
      </Part>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <SaveRow label={t("submit")} savedLabel={t("saved")} isUnderWay={isUnderWay} isSaved={done !== null} />
    </form>
  );
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="type-title border-rule-3 border-b pb-1">{title}</h2>
      <p className="mt-3 mb-3 max-w-[640px] text-ink-2">{hint}</p>
      {children}
    </section>
  );
}
