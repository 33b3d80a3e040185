import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localized } from "#lib/i18n/locales.ts";
import { addressOf } from "#lib/model/address.ts";
import type { Label } from "#lib/scoring/definition.ts";

/** A model as a list of them shows it. */
export type NamedModel = {
  readonly modelId: number;
  readonly name: Label;
  /** How many leads it scores now; null: none yet, it was never in force. */
  readonly leads: number | null;
};

/** The models in the order in which they are tried, and the leads without any. */
export type NamedModels = { readonly models: readonly NamedModel[]; readonly none: number };

type Props = {
  named: NamedModels;
  modelId: number;
  /** Where choosing another leads. */
  page: string;
};

/** The models in their order, to go from one to another; nothing where there is only one. */
export function ModelsStrip({ named: { models, none }, modelId, page }: Props) {
  const t = useTranslations("models");
  const locale = useLocale();
  return (
    <nav
      aria-label={t("title")}
      className="flex h-[37px] items-center gap-x-5 overflow-x-auto overflow-y-hidden whitespace-nowrap border-rule-2 border-b px-gutter max-sm:h-[45px]"
    >
      <ol className="flex h-full items-stretch gap-x-5">
        {models.map((model, place) => (
          <li key={model.modelId}>
            <Link
              href={addressOf(page, model.modelId)}
              aria-current={model.modelId === modelId ? "page" : undefined}
              className="flex h-full items-center gap-1.5 border-transparent border-b-2 pt-0.5 hover:border-rule-3 aria-[current]:border-ink aria-[current]:font-semibold"
            >
              <span className="text-ink-3 text-small">{place + 1}</span>
              {localized(model.name, locale)}
              <span className="font-normal text-ink-3 text-small">
                {model.leads === null ? t("notYet") : t("leadCount", { count: model.leads })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <span className="text-ink-3 text-small">{t("inNone", { count: none })}</span>
      <Link href="/model/models" className="ml-auto font-medium text-accent text-small hover:underline">
        {t("all")}
      </Link>
    </nav>
  );
}
