import { useTranslations } from "next-intl";
import { ProblemSentences } from "#components/model/problem-sentences.tsx";
import type { ModelWords } from "#components/model/words.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";
import type { RoutingRule } from "#lib/routing/rules.ts";
import type { Problem } from "#lib/scoring/problem.ts";

type Props = {
  rule: RoutingRule;
  words: ModelWords;
  people: readonly RoutingPerson[];
  problems: readonly Problem[];
};

/** A rule as a sentence: of which leads it speaks, and to whom they go. */
export function RuleSentence({ rule, words, people, problems }: Props) {
  const t = useTranslations("routing.rules");
  const named = rule.userIds.flatMap((id) => people.find(({ userId }) => userId === id) ?? []);
  const names = named.map(({ name, mayGet, isAway }) =>
    mayGet ? (isAway ? t("away", { name }) : name) : t("gone", { name }),
  );
  const condition = words.condition(rule.condition);
  return (
    <>
      <p className="font-semibold">{rule.name.trim() || t("unnamed")}</p>
      <p className="[overflow-wrap:anywhere]">
        {t("sentence", { condition, people: words.allOf(names), count: names.length })}
      </p>
      {named.some(({ mayGet }) => mayGet) ? null : <p className="text-hot text-small">{t("nobodyLeft")}</p>}
      <ProblemSentences problems={problems} words={words} />
    </>
  );
}
