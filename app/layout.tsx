import type { Metadata, Viewport } from "next";
import { getMessages, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "#components/shell/messages.tsx";
import { findAppearance } from "./_server/appearance.ts";
import "./globals.css";
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
  const [{ locale, theme }, messages, timeZone] = await Promise.all([findAppearance(), getMessages(), getTimeZone()]);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body className="min-h-dvh">
        <Messages text={JSON.stringify(messages)} locale={locale} timeZone={timeZone}>
          <Providers>{children}</Providers>
        </Messages>
      </body>
    </html>
  );
}
