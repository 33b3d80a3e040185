import { useTranslations } from "next-intl";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <main className="lg:grid lg:h-[calc(100dvh-44px)] lg:grid-cols-[minmax(0,1fr)_372px]">
      <div aria-hidden="true" className="flex flex-col px-gutter pt-4 pb-11">
        <div className="mb-10 h-8 w-64 animate-pulse bg-paper-3" />
        <div className="ml-9 h-[460px] animate-pulse border border-rule-2 bg-paper-2 lg:h-auto lg:flex-1" />
      </div>
      <div className="border-rule-2 bg-sheet px-gutter pt-4 max-lg:border-t lg:border-l">
        <div className="mb-16 h-11 w-20 animate-pulse bg-paper-3" />
        <SkeletonRows rows={12} label={t("loading")} />
      </div>
    </main>
  );
}
