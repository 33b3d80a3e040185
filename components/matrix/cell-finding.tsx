"use client";

import { useTranslations } from "next-intl";
import { type Conversion, conversionRate } from "#lib/matrix/conversion.ts";
import type { CellData } from "#lib/matrix/matrix.ts";
import { useCellWords } from "./use-cell-words.ts";

/**
 * What the cell's conversion says, as a sentence with its company: base rate and number of leads.
 * `days` is the outcome window, 0 where conversions count whenever they were.
 */
export function CellFinding({ cell, base, days }: { cell: CellData; base: Conversion; days: number }) {
  const t = useTranslations("matrix.finding");
  const words = useCellWords();
  const { conversion } = cell;
  const rate = conversionRate(conversion);
  const baseRate = conversionRate(base);
  return <p className="type-prose">{sentence()}</p>;

  function sentence(): string {
    if (conversion.population === 0) return t("nobody", { days });
    if (rate === null) return t("tooFew", { ...conversion, days });
    if (rate === 0) return t("none", { population: conversion.population, days });
    if (!baseRate) return t("rate", { rate: words.percent(rate), days });
    return t("lift", { rate: words.percent(rate), days, lift: rate / baseRate });
  }
}
