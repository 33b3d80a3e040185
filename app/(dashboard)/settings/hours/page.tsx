import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { HolidayList } from "#components/working-time/holiday-list.tsx";
import { HoursForm } from "#components/working-time/hours-form.tsx";
import { HoursTable } from "#components/working-time/hours-table.tsx";
import { PeopleList } from "#components/working-time/people-list.tsx";
import { readWorkPlan } from "#db/queries/work-plan.ts";
import { can, mayPlan } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import {
  addAbsenceAction,
  addHolidayAction,
  removeAbsenceAction,
  removeHolidayAction,
  setDaysOffAction,
  setWorkingWeekAction,
} from "./actions.ts";

export const generateMetadata = titleFor("work_leads", async () => (await getTranslations("workingTime"))("title"));

const SECTION = "mt-10";
const HEADING = "type-title border-rule-3 border-b pb-1";

export default async function HoursPage() {
  const user = await requireUser("work_leads");
  const [plan, t] = await Promise.all([readWorkPlan({ at: now() }), getTranslations("workingTime")]);
  const mayChange = can(user.role, "manage_settings");
  return (
    <main className="max-w-[640px]">
      <h1 className="type-display">{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("text")}</p>
      <section className={SECTION} aria-labelledby="hours">
        <h2 id="hours" className={HEADING}>
          {t("week.title")}
        </h2>
        {mayChange ? (
          <HoursForm action={setWorkingWeekAction} week={plan.week} timeZone={plan.timeZone} />
        ) : (
          <HoursTable week={plan.week} />
        )}
      </section>
      <section className={SECTION} aria-labelledby="people">
        <h2 id="people" className={HEADING}>
          {t("people.title")}
        </h2>
        <PeopleList
          plan={plan}
          ownId={user.userId}
          plannable={plan.people.filter(({ userId }) => mayPlan(user, userId)).map(({ userId }) => userId)}
          actions={{ add: addAbsenceAction, remove: removeAbsenceAction, setDaysOff: setDaysOffAction }}
        />
      </section>
      <section className={SECTION} aria-labelledby="holidays">
        <h2 id="holidays" className={HEADING}>
          {t("holidays.title")}
        </h2>
        <HolidayList
          holidays={plan.holidays}
          today={plan.today}
          actions={mayChange ? { add: addHolidayAction, remove: removeHolidayAction } : null}
        />
      </section>
    </main>
  );
}
