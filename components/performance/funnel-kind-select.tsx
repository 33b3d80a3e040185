"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { FUNNELS, type FunnelKind } from "#lib/performance/figures.ts";
import { performanceParams } from "./performance-params.ts";

/** Whether the funnel goes by when leads came or by when something happened. It stands in the address. */
export function FunnelKindSelect({ value }: { value: FunnelKind }) {
  const t = useTranslations("performance.funnel");
  const [isPending, startTransition] = useTransition();
  const [, setParams] = useQueryStates(performanceParams, { history: "push", shallow: false, startTransition });
  return (
    <span className={isPending ? "opacity-60" : undefined} aria-busy={isPending}>
      <SentenceSelect
        label={t("kind")}
        choices={FUNNELS.map((kind) => ({ value: kind, label: t(`by.${kind}`) }))}
        value={value}
        onChange={(funnel) => setParams({ funnel })}
        mark="."
      />
    </span>
  );
}
