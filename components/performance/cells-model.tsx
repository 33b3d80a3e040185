"use client";

import { useLocale, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { localized } from "#lib/i18n/locales.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { performanceParams } from "./performance-params.ts";

type Props = { models: readonly { readonly modelId: number; readonly name: Label }[]; modelId: number };

/** Whose cells are shown, where several models score. */
export function CellsModel({ models, modelId }: Props) {
  const t = useTranslations("performance.cells");
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();
  const [, setParams] = useQueryStates(performanceParams, { shallow: false, startTransition });
  return (
    <span className={isPending ? "opacity-60" : undefined} aria-busy={isPending}>
      <SentenceSelect
        label={t("model")}
        choices={models.map((model) => ({ value: model.modelId, label: localized(model.name, locale) }))}
        value={modelId}
        onChange={(model) => setParams({ model })}
      />
    </span>
  );
}
