import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { LeadSort } from "#lib/leads/list.ts";
import type { ListParams } from "#lib/leads/list-params.ts";
import { listAddress } from "./fetch-leads.ts";
import type { useFilterWords } from "./filter-words.tsx";
import { CellSelect, SortSelect } from "./list-selects.tsx";
import { ListsNav } from "./lists-nav.tsx";
import { SearchField } from "./search-field.tsx";

type Props = {
  params: ListParams;
  sort: LeadSort;
  words: ReturnType<typeof useFilterWords>;
  cells: readonly string[];
  /** null: not counted yet. */
  total: number | null;
  mayExport: boolean;
  onChange: (changes: Partial<ListParams>) => void;
  onSearch: (q: string) => void;
};

/** Which leads these are, in a sentence whose words can be changed, and what can be done with all of them. */
export function LeadsHead({ params, sort, words, cells, total, mayExport, onChange, onSearch }: Props) {
  const t = useTranslations("leads");
  const slots = { ...words, cell: () => <CellSelect cells={cells} params={params} onChange={onChange} /> };
  return (
    <header className="flex flex-col gap-1 px-gutter pt-3 pb-3">
      <ListsNav />
      <div className="flex items-baseline gap-x-6 gap-y-1 max-md:flex-wrap">
        <h1 className="type-display">{t("title")}</h1>
        <p className="type-prose" aria-live="polite">
          {total === null ? t.rich("sentenceCounting", slots) : t.rich("sentence", { ...slots, count: total })}
        </p>
      </div>
      <div className="flex items-center justify-between gap-4">
        <SearchField value={params.q} onSearch={onSearch} />
        <div className="flex items-center gap-4 text-small">
          <span className="md:hidden">
            <SortSelect sort={sort} onChange={(next) => onChange({ sort: next, dir: null })} />
          </span>
          <span className="text-ink-3 max-lg:hidden">
            <Kbd>J</Kbd> <Kbd>K</Kbd> <Kbd>Enter</Kbd>
          </span>
          {mayExport && (
            <a href={listAddress("/api/leads/export", params)} download className={`${buttonClass()} max-md:hidden`}>
              {t("export")}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
