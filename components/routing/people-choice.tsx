import { useTranslations } from "next-intl";
import type { RoutingPerson } from "#lib/routing/people.ts";

type Props = {
  people: readonly RoutingPerson[];
  chosen: readonly number[];
  onChange: (userIds: number[]) => void;
};

/** The people of a rule; who was named and may get no leads any more can only be taken off. */
export function PeopleChoice({ people, chosen, onChange }: Props) {
  const t = useTranslations("routing.rules");
  const offered = people.filter(({ userId, mayGet }) => mayGet || chosen.includes(userId));
  return (
    <fieldset>
      <legend className="type-label">{t("to")}</legend>
      {offered.length === 0 && <p className="text-ink-2">{t("noReps")}</p>}
      <div className="flex flex-wrap gap-x-6">
        {offered.map(({ userId, name, mayGet, isAway }) => (
          <label key={userId} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(userId)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, userId] : chosen.filter((each) => each !== userId))
              }
            />
            {mayGet ? (isAway ? t("away", { name }) : name) : t("gone", { name })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
