import { getTranslations } from "next-intl/server";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

export default async function Loading() {
  const t = await getTranslations("shell");
  return (
    <main className="px-gutter py-4">
      <div className="mb-6 h-8 w-56 animate-pulse bg-paper-3" />
      <SkeletonRows rows={12} label={t("loading")} />
    </main>
  );
}
