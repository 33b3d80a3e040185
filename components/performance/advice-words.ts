import { useLocale, useTranslations } from "next-intl";
import type { Advice } from "#lib/performance/advice/advice.ts";
import { type AdviceSpeech, type AdviceWords, sayAdvice } from "#lib/performance/advice/say-advice.ts";
import { figureWriter } from "#lib/performance/write-figures.ts";

/** Puts advice into the words of the reader. */
export function useAdviceWords({
  names,
  modelId,
  mayPlan,
}: Pick<AdviceSpeech, "names" | "modelId" | "mayPlan">): (advice: Advice) => AdviceWords {
  const t = useTranslations("performance");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const figures = figureWriter(locale, (key, values) => t(`duration.${key}`, values));
  const say = (key: string, values?: Record<string, string | number>) => t(`advice.${key}`, values);
  const reason = (key: string) => reasons(key);
  return (advice) => sayAdvice(advice, { say, reason, figures, locale, names, modelId, mayPlan });
}
