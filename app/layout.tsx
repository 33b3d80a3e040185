import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { findAppearance } from "./_server/appearance.ts";
import "./globals.css";
import { Messages } from "./messages.tsx";
import { Providers } from "./providers.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: "Voorrang", template: "%s · Voorrang" }, description: t("description") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf5" },
    { media: "(prefers-color-scheme: dark)", color: "#15120f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme, timeZone } = await findAppearance();
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body className="min-h-dvh">
        <Messages locale={locale} timeZone={timeZone}>
          <Providers>{children}</Providers>
        </Messages>
      </body>
    </html>
  );
}
