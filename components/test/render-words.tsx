import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#lib/i18n/locales.ts";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };

const MESSAGES = { en, nl };

/** An element as markup in a language. A message that is missing or lacks a parameter throws. */
export function renderMarkup(element: ReactElement, locale: Locale): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={MESSAGES[locale]}
      timeZone="Europe/Amsterdam"
      onError={(error) => {
        throw error;
      }}
    >
      {element}
    </NextIntlClientProvider>,
  );
}

/** The same as running text. */
export function renderWords(element: ReactElement, locale: Locale): string {
  return renderMarkup(element, locale)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
