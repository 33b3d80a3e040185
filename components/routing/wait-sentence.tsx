import { useLocale, useTranslations } from "next-intl";
import { NumberInput } from "#components/ui/number-input.tsx";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import type { RoutingPerson } from "#lib/routing/people.ts";
import { LONGEST_WAIT_MINUTES, type Routing } from "#lib/routing/rules.ts";

const NOBODY = 0;

type Props = {
  routing: Routing;
  people: readonly RoutingPerson[];
  onChange: (part: Partial<Routing>) => void;
};

/** How long a lead waits while nobody is at work, and who gets it then: a sentence with two words to change. */
export function WaitSentence({ routing, people, onChange }: Props) {
  const t = useTranslations("routing.wait");
  const locale = useLocale();
  const choices = [
    { value: NOBODY, label: t("nobody") },
    ...people.filter(({ mayFallBack }) => mayFallBack).map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  return (
    <p className="mt-4 leading-8">
      {t.rich("sentence", {
        minutes: () => (
          <span className="inline-block w-14 align-baseline">
            <NumberInput
              label={t("minutes")}
              locale={locale}
              value={routing.waitMinutes}
              min={1}
              max={LONGEST_WAIT_MINUTES}
              isWhole
              onChange={(waitMinutes) => waitMinutes !== null && onChange({ waitMinutes })}
            />
          </span>
        ),
        person: () => (
          <SentenceSelect
            label={t("person")}
            choices={choices}
            value={routing.fallbackUserId ?? NOBODY}
            onChange={(userId) => onChange({ fallbackUserId: userId === NOBODY ? null : userId })}
          />
        ),
      })}
    </p>
  );
}
