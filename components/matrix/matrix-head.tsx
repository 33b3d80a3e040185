import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { listAddress } from "#components/leads/fetch-leads.ts";
import type { useFilterWords } from "#components/leads/filter-words.tsx";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { localized } from "#lib/i18n/locales.ts";
import type { FilterParams } from "#lib/leads/list-params.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import type { Label } from "#lib/scoring/definition.ts";

export type ShownModel = { readonly modelId: number; readonly name: Label; readonly number: number };

type Props = {
  data: Matrix;
  filter: FilterParams;
  /** The filter's words of the sentence. */
  words: ReturnType<typeof useFilterWords>;
  models: readonly ShownModel[];
  onModel: (changes: { model: number; cell: null }) => void;
};

/** Which leads are on the map, as a sentence to be changed word by word. */
export function MatrixHead({ data, filter, words, models, onModel }: Props) {
  const t = useTranslations("matrix");
  const locale = useLocale();
  const modelName = ({ name, number }: Omit<ShownModel, "modelId">) =>
    t("modelVersion", { name: localized(name, locale), number });
  return (
    <header className="flex items-baseline gap-x-6 gap-y-1 max-md:flex-wrap">
      <h1 className="type-display">{t("title")}</h1>
      <p className="type-prose">
        {t.rich("sentence", {
          count: data.total,
          ...words,
          model: () =>
            models.length > 1 ? (
              <SentenceSelect
                label={t("model")}
                choices={models.map((model) => ({ value: model.modelId, label: modelName(model) }))}
                value={data.model.modelId}
                onChange={(model) => onModel({ model, cell: null })}
              />
            ) : (
              <b>{modelName(data.model)}</b>
            ),
        })}
        {data.unscored > 0 && (
          <>
            {"; "}
            <Link
              href={listAddress("/leads", { ...filter, score: "none" })}
              className="text-ink-2 underline decoration-rule-2 underline-offset-4 hover:decoration-ink"
            >
              {t("unscored", { count: data.unscored })}
            </Link>
          </>
        )}
      </p>
    </header>
  );
}
