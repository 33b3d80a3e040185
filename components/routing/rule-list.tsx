import { useTranslations } from "next-intl";
import { QUIET_BUTTON } from "#components/model/inline-control.ts";
import { MoveButtons } from "#components/model/move-buttons.tsx";
import { problemsAt } from "#components/model/problems.ts";
import type { ModelWords } from "#components/model/words.ts";
import { Button } from "#components/ui/button.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";
import { MOST_RULES, type RoutingRule } from "#lib/routing/rules.ts";
import { RuleEditor } from "./rule-editor.tsx";
import { RuleSentence } from "./rule-sentence.tsx";
import type { RoutingDraft } from "./use-routing-draft.ts";

type Props = {
  draft: RoutingDraft;
  words: ModelWords;
  catalogue: ModelCatalogue;
  people: readonly RoutingPerson[];
  openKey: string | null;
  onOpen: (key: string | null) => void;
};

/** The rules in the order in which they are tried, one of them open to be changed. */
export function RuleList({ draft, words, catalogue, people, openKey, onOpen }: Props) {
  const t = useTranslations("routing.rules");
  const { rules } = draft.routing;
  const replace = (place: number, rule: RoutingRule) => draft.changeRules((known) => [...known].with(place, rule));

  function add() {
    const rule: RoutingRule = {
      key: crypto.randomUUID(),
      name: "",
      condition: { field: "country", op: "equals", value: "" },
      userIds: [],
    };
    draft.changeRules((known) => [...known, rule]);
    onOpen(rule.key);
  }

  return (
    <>
      <ol>
        {rules.map((rule, place) => {
          const isOpen = rule.key === openKey;
          const name = rule.name.trim() || t("unnamed");
          const problems = problemsAt(draft.shown, ["rules", place]);
          return (
            <li key={rule.key} className="grid grid-cols-[24px_minmax(0,1fr)] border-rule border-b py-3">
              <span className="text-ink-3">{place + 1}</span>
              <div className="min-w-0">
                {isOpen ? (
                  <RuleEditor
                    rule={rule}
                    place={place}
                    words={words}
                    catalogue={catalogue}
                    people={people}
                    problems={problems}
                    onChange={(changed) => replace(place, changed)}
                  />
                ) : (
                  <RuleSentence rule={rule} words={words} people={people} problems={problems} />
                )}
                <div className="mt-1 flex flex-wrap items-center gap-x-4">
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    onClick={() => onOpen(isOpen ? null : rule.key)}
                    className={QUIET_BUTTON}
                  >
                    {t(isOpen ? "ready" : "edit")}
                    <span className="sr-only">: {name}</span>
                  </button>
                  <MoveButtons
                    words={words}
                    isFirst={place === 0}
                    isLast={place === rules.length - 1}
                    onMove={(by) => draft.changeRules((known) => moved(known, place, by))}
                    removeLabel={t("remove")}
                    name={name}
                    onRemove={() => draft.changeRules((known) => known.toSpliced(place, 1))}
                  />
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      {rules.length < MOST_RULES && (
        <p className="py-3">
          <Button onClick={add}>{t("add")}</Button>
        </p>
      )}
    </>
  );
}

function moved(rules: readonly RoutingRule[], place: number, by: 1 | -1): RoutingRule[] {
  const [one, other] = [rules[place], rules[place + by]];
  return one && other ? [...rules].with(place, other).with(place + by, one) : [...rules];
}
