import { useLocale, useTranslations } from "next-intl";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { LEAD_SORTS, type LeadSort } from "#lib/leads/list.ts";
import type { ListParams } from "#lib/leads/list-params.ts";
import { ANY } from "./use-filter-choices.ts";

type CellSelectProps = {
  cells: readonly string[];
  params: ListParams;
  onChange: (changes: Pick<ListParams, "cell" | "score">) => void;
};
const UNSCORED = "none";

/** A cell of the models in force, or those without a score. */
export function CellSelect({ cells, params, onChange }: CellSelectProps) {
  const t = useTranslations("leads.filter");
  return (
    <SentenceSelect
      label={t("cell")}
      choices={[
        { value: ANY, label: t("anyCell") },
        ...cells.map((cell) => ({ value: cell, label: cell })),
        { value: UNSCORED, label: t("unscored") },
      ]}
      value={params.score === "none" ? UNSCORED : (params.cell ?? ANY)}
      onChange={(value) =>
        onChange(
          value === UNSCORED ? { cell: null, score: "none" } : { cell: value === ANY ? null : value, score: null },
        )
      }
    />
  );
}

/** What the list is sorted by, where there is no head of columns to press. */
export function SortSelect({ sort, onChange }: { sort: LeadSort; onChange: (sort: LeadSort) => void }) {
  const t = useTranslations("leads");
  const locale = useLocale();
  return (
    <SentenceSelect
      label={t("sortLabel")}
      choices={LEAD_SORTS.map((value) => ({ value, label: t(`column.${value}`).toLocaleLowerCase(locale) }))}
      value={sort}
      onChange={onChange}
    />
  );
}
