import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import type { TodayView } from "#lib/call-list/view.ts";

const OWN = "own";

/** Whose list this is, for those who may read others'. */
export function ListPicker({ view }: { view: TodayView }) {
  const t = useTranslations("today.picker");
  const router = useRouter();
  if (view.team.length === 0) return null;
  const choices = [
    { value: OWN, label: t("own") },
    ...view.team.map(({ userId, name }) => ({ value: String(userId), label: name })),
  ];
  return (
    <p className="text-ink-2">
      {t("listOf")}{" "}
      <SentenceSelect
        label={t("label")}
        choices={choices}
        value={view.isOwn ? OWN : String(view.rep.userId)}
        onChange={(value) => router.push(value === OWN ? "/today" : `/today?rep=${value}`)}
      />
    </p>
  );
}
