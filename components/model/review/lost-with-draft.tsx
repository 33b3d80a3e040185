import { useTranslations } from "next-intl";

/** What people put to a draft, which goes with it when it is dropped. */
export function LostWithDraft({ comments, signatures }: { comments: number; signatures: number }) {
  const t = useTranslations("model.discard");
  if (comments + signatures === 0) return null;
  return <p className="font-medium">{t("review", { comments, signatures })}</p>;
}
