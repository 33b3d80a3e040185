import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { WhenRead } from "#app/_server/when-read.tsx";
import { TodayFromText } from "#components/today/today-from-text.tsx";
import { TodayLoading } from "#components/today/today-loading.tsx";
import { now } from "#lib/clock.ts";
import {
  answerQuestionAction,
  recordCallAction,
  recordDispositionAction,
  recordNoteAction,
  startDayAction,
  undoNoteAction,
  undoTouchAction,
} from "./actions.ts";
import { chooseList, openToday } from "./open-today.ts";

export const generateMetadata = titleFor("work_leads", async () => (await getTranslations("shell.nav"))("today"));

const repSchema = z.coerce.number().int().positive();

export default async function TodayPage({ searchParams }: { searchParams: Promise<{ rep?: string | string[] }> }) {
  const user = await requireUser("work_leads");
  const { rep } = await searchParams;
  const repId = rep === undefined ? null : repSchema.safeParse(rep).data;
  if (repId === undefined) notFound();
  const chosen = await chooseList({ user, repId });
  if (!chosen.ok) return chosen.refusal.code === "forbidden" ? forbidden() : notFound();
  return (
    <WhenRead reading={openToday(chosen.value, { at: now(), isOpened: true })} loading={<TodayLoading />}>
      {(today) => (
        // Another list is another board: nothing selected or typed goes along.
        <TodayFromText
          key={today.rep.userId}
          text={JSON.stringify(today)}
          record={recordDispositionAction}
          undo={undoTouchAction}
          answer={answerQuestionAction}
          keepNote={recordNoteAction}
          logCall={recordCallAction}
          undoNote={undoNoteAction}
          startDay={startDayAction}
        />
      )}
    </WhenRead>
  );
}
