import { useLocale, useTranslations } from "next-intl";
import { localized } from "#lib/i18n/locales.ts";
import { isKnownItem } from "#lib/qualification/frameworks.ts";
import { openQuestions, type Qualification, type QualificationItem } from "#lib/qualification/qualification.ts";

/** What items of a checklist are called and how they are asked, in the reader's language. */
export function useItemWords({ framework }: Pick<Qualification, "framework">) {
  const t = useTranslations("qualification");
  const locale = useLocale();
  const nameOf = ({ key, label }: Pick<QualificationItem, "key" | "label">) =>
    label === null ? t(`items.${framework}.${key}`) : localized(label, locale);
  return {
    t,
    nameOf,
    /** null for a question of the organisation's own, which is asked as it stands. */
    questionOf: ({ key, label }: QualificationItem) =>
      label === null && isKnownItem(key) ? t(`questions.${key}`) : null,
    /** What is still to be asked, in order, as it stands in a sentence; empty when nothing is. */
    openNames: (qualification: Qualification) =>
      openQuestions(qualification)
        .map((item) => (item.label === null ? nameOf(item).toLocaleLowerCase(locale) : nameOf(item)))
        .join(", "),
  };
}
