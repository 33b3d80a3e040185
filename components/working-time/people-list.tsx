"use client";

import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult, FormSubmit } from "#lib/result.ts";
import type { WorkPlan } from "#lib/working-time/plan.ts";
import { AbsenceForm } from "./absence-form.tsx";
import { PersonDays } from "./person-days.tsx";
import { useAttempt } from "./use-attempt.ts";

export type PlanActions = {
  add: FormSubmit<null>;
  remove: (input: { absenceId: number }) => Promise<ActionResult<null>>;
  setDaysOff: (input: { userId: number; daysOff: number[] }) => Promise<ActionResult<null>>;
};

type Props = {
  plan: WorkPlan;
  ownId: number;
  /** Whose days the reader may change. */
  plannable: readonly number[];
  actions: PlanActions;
};

/** Who works when: weekdays off, and who is away. */
export function PeopleList({ plan, ownId, plannable, actions }: Props) {
  const t = useTranslations("workingTime.people");
  const { attempt, isPending, refused } = useAttempt();
  return (
    <>
      <p className="mt-3 text-ink-2">{t("text")}</p>
      <ul aria-busy={isPending} className="mt-3">
        {plan.people.map((person) => (
          <PersonDays
            key={person.userId}
            person={person}
            plan={plan}
            isOwn={person.userId === ownId}
            mayChange={plannable.includes(person.userId)}
            onRemove={(absenceId) => attempt(() => actions.remove({ absenceId }))}
            onDaysOff={(daysOff) => attempt(() => actions.setDaysOff({ userId: person.userId, daysOff }))}
          />
        ))}
      </ul>
      {refused && <Notice tone="refused">{refused}</Notice>}
      {plannable.length > 0 && <AbsenceForm plan={plan} ownId={ownId} plannable={plannable} action={actions.add} />}
    </>
  );
}
