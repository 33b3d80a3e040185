import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireUser } from "#app/_server/session.ts";
import { TodayFromText } from "#components/today/today-from-text.tsx";
import { now } from "#lib/clock.ts";
import { recordDispositionAction, undoTouchAction } from "./actions.ts";
import { openToday } from "./open-today.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("today") };
}

const repSchema = z.coerce.number().int().positive();

export default async function TodayPage({ searchParams }: { searchParams: Promise<{ rep?: string | string[] }> }) {
  const user = await requireUser("work_leads");
  const { rep } = await searchParams;
  const repId = rep === undefined ? null : repSchema.safeParse(rep).data;
  if (repId === undefined) notFound();
  const today = await openToday({ user, repId, at: now() });
  if (!today.ok) return today.refusal.code === "forbidden" ? forbidden() : notFound();
  // Another list is another board: nothing selected or typed goes along.
  return (
    <TodayFromText
      key={today.value.rep.userId}
      text={JSON.stringify(today.value)}
      record={recordDispositionAction}
      undo={undoTouchAction}
    />
  );
}
