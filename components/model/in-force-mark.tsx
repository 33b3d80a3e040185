import { useTranslations } from "next-intl";

/** Marks the version by which leads are scored now. */
export function InForceMark() {
  const t = useTranslations("model.versions");
  return (
    <span className="rounded-sm border border-current px-1.5 font-medium text-accent text-micro">{t("inForce")}</span>
  );
}
