"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localized } from "#lib/i18n/locales.ts";
import { addressOf } from "#lib/model/address.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { ActionButton } from "./action-button.tsx";
import { useMoments } from "./moments.ts";

type Props = {
  models: readonly { readonly modelId: number; readonly name: Label; readonly retiredAt: string }[];
  /** null for who may not. */
  restore: ((input: { modelId: number }) => Promise<ActionResult<unknown>>) | null;
};

/** Models that score no lead any more, to be read and taken into use again. */
export function RetiredModels({ models, restore }: Props) {
  const t = useTranslations("models");
  const locale = useLocale();
  const { day } = useMoments();
  if (models.length === 0) return null;
  return (
    <section aria-labelledby="retired" className="pt-6">
      <h2 id="retired" className="type-title pb-1">
        {t("retired")}
      </h2>
      <ul className="border-rule-3 border-t">
        {models.map(({ modelId, name, retiredAt }) => (
          <li key={modelId} className="flex flex-wrap items-baseline gap-x-4 border-rule border-b py-1.5">
            <Link
              href={addressOf("/model", modelId)}
              className="underline-offset-4 hover:underline max-sm:min-h-11 max-sm:content-center"
            >
              {localized(name, locale)}
            </Link>
            <span className="text-ink-3 text-small">{t("since", { date: day(retiredAt) })}</span>
            {restore && (
              <span className="ml-auto">
                <ActionButton kind="quiet" action={() => restore({ modelId })}>
                  {t("restore")}
                  <span className="sr-only">: {localized(name, locale)}</span>
                </ActionButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
