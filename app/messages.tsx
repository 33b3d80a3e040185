"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ComponentProps, use } from "react";
import type { Locale } from "#lib/i18n/locales.ts";

type Catalogue = ComponentProps<typeof NextIntlClientProvider>["messages"];
type Props = Omit<ComponentProps<typeof NextIntlClientProvider>, "locale" | "messages"> & { locale: Locale };

const load: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
  nl: () => import("../messages/nl.json"),
  en: () => import("../messages/en.json"),
};
const loading = new Map<Locale, Promise<Catalogue>>();

/** The same promise each time, as React asks for. */
function catalogueOf(locale: Locale): Promise<Catalogue> {
  const known = loading.get(locale);
  if (known) return known;
  const begun = load[locale]().then(({ default: catalogue }) => catalogue);
  loading.set(locale, begun);
  return begun;
}

/** The words of all below: a file of their own that a browser keeps, rather than a part of each page. */
export function Messages({ locale, ...props }: Props) {
  return <NextIntlClientProvider messages={use(catalogueOf(locale))} locale={locale} {...props} />;
}
