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

/** The models in their order, to go from one to another; a phone has room for the one, and unfolds the others. */
export function ModelsStrip({ named: { models, none }, modelId, page }: Props) {
  const t = useTranslations("models");
  const shown = models.map((model, at) => ({ model, place: at + 1, isCurrent: model.modelId === modelId }));
  const current = shown.find(({ isCurrent }) => isCurrent);
  return (
    <nav
      aria-label={t("title")}
      className="flex items-start gap-x-5 border-rule-2 border-b px-gutter [--strip:36px] max-sm:[--strip:44px]"
    >
      <details className="min-w-0 flex-1 sm:hidden">
        <summary className="w-fit max-w-full truncate leading-(--strip)">
          {current ? <ModelName {...current} /> : t("title")}
        </summary>
        <ol>
          {shown.map((each) => (
            <li key={each.model.modelId} className="border-rule border-t">
              <ModelLink {...each} page={page} />
            </li>
          ))}
        </ol>
        <p className="border-rule border-t text-ink-3 text-small leading-(--strip)">{t("inNone", { count: none })}</p>
      </details>
      <div className="flex flex-wrap gap-x-5 max-sm:hidden">
        <ol className="contents">
          {shown.map((each) => (
            <li key={each.model.modelId}>
              <ModelLink {...each} page={page} />
            </li>
          ))}
        </ol>
        <span className="text-ink-3 text-small leading-(--strip)">{t("inNone", { count: none })}</span>
      </div>
      <Link
        href="/model/models"
        className="ml-auto flex-none font-medium text-accent text-small leading-(--strip) hover:underline"
      >
        {t("all")}
      </Link>
    </nav>
  );
}

type Named = { model: NamedModel; place: number; isCurrent: boolean };

function ModelLink({ page, ...named }: Named & { page: string }) {
  return (
    <Link
      href={addressOf(page, named.model.modelId)}
      aria-current={named.isCurrent ? "page" : undefined}
      className="block border-transparent border-b-2 pt-0.5 leading-[calc(var(--strip)-4px)] hover:border-rule-3 max-sm:truncate max-sm:border-b-0 aria-[current]:border-ink aria-[current]:font-semibold"
    >
      <ModelName {...named} />
    </Link>
  );
}

function ModelName({ model: { name, leads }, place }: Named) {
  const t = useTranslations("models");
  const locale = useLocale();
  return (
    <>
      <span className="mr-1.5 font-normal text-ink-3 text-small">{place}</span>
      {localized(name, locale)}
      <span className="ml-1.5 font-normal text-ink-3 text-small">
        {leads === null ? t("notYet") : t("leadCount", { count: leads })}
      </span>
    </>
  );
}
