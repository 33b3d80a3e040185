import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandBar } from "#components/shell/brand-bar.tsx";
import { MissingPage } from "#components/shell/missing-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.notFound"))("title") };
}

export default function NotFoundPage() {
  return (
    <>
      <BrandBar />
      <MissingPage />
    </>
  );
}
