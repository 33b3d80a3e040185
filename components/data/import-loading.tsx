import { useTranslations } from "next-intl";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

export function ImportLoading({ fileName }: { fileName: string }) {
  const t = useTranslations("shell");
  return (
    <main className="px-gutter py-4">
      <div aria-hidden="true" className="mb-2 h-4 w-20 animate-pulse bg-paper-3" />
      <h1 className="type-display wrap-anywhere pb-6">{fileName}</h1>
      <SkeletonRows rows={12} label={t("loading")} />
    </main>
  );
}
