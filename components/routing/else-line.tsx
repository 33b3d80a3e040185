import { useFormatter, useTranslations } from "next-intl";
import type { RoutingPerson } from "#lib/routing/people.ts";

/** What happens to leads that no rule speaks of: everybody at work has their turn, as often as their capacity says. */
export function ElseLine({ people, hasRules }: { people: readonly RoutingPerson[]; hasRules: boolean }) {
  const t = useTranslations("routing.else");
  const format = useFormatter();
  const atWork = people.filter(({ isAtWork, mayGet }) => isAtWork && mayGet);
  const names = atWork.map(({ name, dailyCapacity }) => t("person", { name, count: dailyCapacity }));
  return (
    <div className="border-rule-3 border-y bg-paper-2 px-3 py-3">
      <p>
        <span className="font-semibold">{t(hasRules ? "else" : "all")}</span> {t("turn")}
      </p>
      <p className="text-ink-2 text-small">
        {names.length > 0 ? t("today", { people: format.list(names, { type: "conjunction" }) }) : t("nobodyToday")}
      </p>
    </div>
  );
}
