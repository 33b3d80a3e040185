import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { useMoments } from "./moments.ts";

/** Says of a model that it scores no lead any more. */
export function RetiredNotice({ retiredAt }: { retiredAt: string }) {
  const t = useTranslations("models");
  const { day } = useMoments();
  return (
    <div className="mb-4">
      <Notice tone="done">{t("retiredOn", { date: day(retiredAt) })}</Notice>
    </div>
  );
}
