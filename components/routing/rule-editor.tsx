import { useTranslations } from "next-intl";
import { ConditionBuilder } from "#components/model/condition-builder.tsx";
import { ProblemSentences } from "#components/model/problem-sentences.tsx";
import { problemsAt } from "#components/model/problems.ts";
import type { ModelWords } from "#components/model/words.ts";
import { TextField } from "#components/ui/field.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";
import type { RoutingRule } from "#lib/routing/rules.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { PeopleChoice } from "./people-choice.tsx";

type Props = {
  rule: RoutingRule;
  /** Among the rules. */
  place: number;
  words: ModelWords;
  catalogue: ModelCatalogue;
  people: readonly RoutingPerson[];
  problems: readonly Problem[];
  onChange: (rule: RoutingRule) => void;
};

/** A rule to be changed: its name, of which leads it speaks, and to whom they go. */
export function RuleEditor({ rule, place, words, catalogue, people, problems, onChange }: Props) {
  const t = useTranslations("routing.rules");
  const path = ["rules", place];
  const isUnnamed = problemsAt(problems, [...path, "name"]).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t("name")}
        value={rule.name}
        maxLength={80}
        autoComplete="off"
        placeholder={t("namePlaceholder")}
        error={isUnnamed ? t("nameMissing") : undefined}
        onChange={(event) => onChange({ ...rule, name: event.target.value })}
      />
      <fieldset>
        <legend className="type-label">{t("when")}</legend>
        <ConditionBuilder
          words={words}
          about={{ kind: "fields", fields: catalogue.fields }}
          condition={rule.condition}
          path={[...path, "condition"]}
          problems={problems}
          onChange={(condition) => onChange({ ...rule, condition })}
          onSettle={() => {}}
        />
      </fieldset>
      <div>
        <PeopleChoice people={people} chosen={rule.userIds} onChange={(userIds) => onChange({ ...rule, userIds })} />
        <ProblemSentences problems={problemsAt(problems, [...path, "userIds"])} words={words} />
      </div>
    </div>
  );
}
