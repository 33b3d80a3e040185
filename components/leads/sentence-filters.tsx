import type { ReactNode } from "react";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { ANY, type FilterOptions, useFilterChoices } from "./use-filter-choices.ts";

type SpanProps<Days extends number> = {
  mark: ReactNode;
  label: string;
  /** How the sentence says that it does not matter, and so many days. */
  whenever: string;
  sayDays: (days: Days) => string;
  spans: readonly Days[];
  value: Days | null;
  onChange: (value: Days | null) => void;
};

/** Within how many days, as a word of a sentence. */
export function SpanSelect<Days extends number>(props: SpanProps<Days>) {
  const { mark, label, whenever, sayDays, spans, value, onChange } = props;
  return (
    <SentenceSelect
      mark={mark}
      label={label}
      choices={[
        { value: ANY, label: whenever },
        ...spans.map((days) => ({ value: String(days), label: sayDays(days) })),
      ]}
      value={value === null ? ANY : String(value)}
      onChange={(chosen) => onChange(spans.find((days) => String(days) === chosen) ?? null)}
    />
  );
}

type Owner = number | "none" | null;

type OwnerProps = {
  mark: ReactNode;
  label: string;
  owners: FilterOptions["owners"];
  /** Who reads, when that person can own leads. */
  me: number | null;
  value: Owner;
  onChange: (value: Owner) => void;
};

/** Whose leads, as a word of a sentence. */
export function OwnerSelect({ mark, label, owners, me, value, onChange }: OwnerProps) {
  const choices = useFilterChoices({ countries: [], sources: [], owners }, me).owners;
  return (
    <SentenceSelect
      mark={mark}
      label={label}
      choices={choices}
      value={value === null ? ANY : String(value)}
      onChange={(chosen) => onChange(chosen === ANY ? null : chosen === "none" ? "none" : Number(chosen))}
    />
  );
}
