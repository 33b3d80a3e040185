import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { localized } from "#lib/i18n/locales.ts";
import type { NamedModels } from "../models-strip.tsx";
import type { HeldBase } from "./fetch-preview.ts";
import { useLeadCounts } from "./use-lead-counts.ts";

type Props = {
  /** null before the leads are here. */
  base: HeldBase | null;
  modelId: number;
  others: NamedModels;
};

/** How many leads the draft would score, beside what the other models score now. */
export function ReachCounts({ base, modelId, others: { models, none } }: Props) {
  const t = useTranslations("models");
  const format = useFormatter();
  const locale = useLocale();
  const counts = useLeadCounts(base);
  const place = models.findIndex((model) => model.modelId === modelId);
  // A draft that was never published takes no lead from anybody.
  const before = models.slice(0, place).filter(({ leads }) => leads !== null).length;
  return (
    <div className="flex flex-col gap-1 text-small">
      <p aria-live="polite" className="text-ink-2">
        {base
          ? t(before > 0 ? "reachBehind" : "reach", {
              leads: counts.total,
              all: format.number(base.total),
              before,
            })
          : t("reachWaiting")}
      </p>
      {models.length > 1 && (
        <table className="w-full">
          <caption className="text-left text-ink-3">{t("scoredNow")}</caption>
          <tbody>
            {models.map((model) => (
              <tr key={model.modelId} className="border-rule border-t">
                <th scope="row" className={model.modelId === modelId ? "font-semibold" : "font-normal"}>
                  {localized(model.name, locale)}
                </th>
                <td className="text-right">{model.leads === null ? t("notYet") : format.number(model.leads)}</td>
              </tr>
            ))}
            <tr className="border-rule border-y">
              <th scope="row" className="font-normal text-ink-2">
                {t("withoutModel")}
              </th>
              <td className="text-right">{format.number(none)}</td>
            </tr>
          </tbody>
        </table>
      )}
      <Link
        href="/model/models"
        className="font-medium text-accent underline-offset-4 hover:underline max-sm:min-h-11 max-sm:content-center"
      >
        {t("all")}
      </Link>
    </div>
  );
}
