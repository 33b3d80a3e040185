import type { Locale as OwnLocale } from "#lib/i18n/locales.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: OwnLocale;
  }
}
