import { useTranslations } from "next-intl";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

/** What stands in for a page while it is read. */
export function PageLoading() {
  const t = useTranslations("shell");
  return (
    <main className="px-gutter py-4">
      <div className="mb-6 h-8 w-56 animate-pulse bg-paper-3" />
      <SkeletonRows rows={12} label={t("loading")} />
    </main>
  );
}
