import { useTranslations } from "next-intl";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

export function TodayLoading() {
  const t = useTranslations("today");
  return (
    <main className="grid lg:h-[calc(100dvh-44px)] lg:grid-cols-[minmax(0,1fr)_412px]">
      <div className="overflow-hidden px-gutter pt-4 lg:pr-5">
        <div className="mb-8 h-8 w-64 animate-pulse bg-paper-3" />
        <SkeletonRows rows={14} label={t("loading")} />
      </div>
      <div className="border-rule-2 border-l bg-sheet px-6 pt-4 max-lg:hidden" aria-hidden="true">
        <div className="h-7 w-48 animate-pulse bg-paper-3" />
        <div className="mt-10 h-32 animate-pulse bg-paper-3" />
      </div>
    </main>
  );
}
