import { useTranslations } from "next-intl";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { LeadProfile } from "#lib/leads/profile.ts";

/** The page of a lead while scores and timeline are read: who it is stands there already. */
export function LeadLoading({ profile: { name, leadId } }: { profile: LeadProfile }) {
  const t = useTranslations("lead");
  const shell = useTranslations("shell");
  return (
    <main className="lg:grid lg:min-h-[calc(100dvh-44px)] lg:grid-rows-[auto_1fr]">
      <header className="border-rule-3 border-b px-gutter py-4 lg:min-h-[104px]">
        <h1 className="font-medium font-serif text-[30px]/9 tracking-[-0.015em] [overflow-wrap:anywhere]">
          {name ?? t("unnamed", { leadId })}
        </h1>
        <div aria-hidden="true" className="mt-2 h-3 w-56 animate-pulse bg-paper-3" />
      </header>
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_360px] xl:grid-cols-[356px_minmax(0,1fr)_392px]">
        <div aria-hidden="true" className="px-gutter py-3 max-xl:hidden">
          <div className="mt-10 ml-5 h-[272px] animate-pulse border border-rule-2 bg-paper-2" />
        </div>
        <div className="border-rule-2 px-gutter py-3 xl:border-l">
          <SkeletonRows rows={10} label={shell("loading")} />
        </div>
        <div aria-hidden="true" className="border-rule-2 border-l px-gutter py-3 max-lg:hidden">
          <div className="h-6 w-40 animate-pulse bg-paper-3" />
          <div className="mt-4 h-48 animate-pulse bg-paper-2" />
        </div>
      </div>
    </main>
  );
}
