import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import type { Temperature } from "#components/scoring/temperature.tsx";

/** What the lines say, looked up once for all of them. */
export function useRowWords() {
  const t = useTranslations("leads");
  const temperature = useTranslations("shell.temperature");
  const stage = useTranslations("shell.stage");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return { t, temperature, stage, locale, timeZone };
}

type ListContextValue = {
  readonly words: ReturnType<typeof useRowWords>;
  /** The organisation's day as an epoch day; days of its year are written without the year. */
  readonly today: number;
  /** By cell, of the models in force. */
  readonly temperatures: Readonly<Record<string, Temperature>>;
  /** Called as a lead is opened. */
  readonly onLeave: (leadId: number) => void;
};

/** What the lines of the list need besides their lead. */
export const ListContext = createContext<ListContextValue | null>(null);

export function useListContext(): ListContextValue {
  const context = useContext(ListContext);
  if (!context) throw new Error("A line of leads stands outside of a list.");
  return context;
}
