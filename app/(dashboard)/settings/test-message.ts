import { getTranslations } from "next-intl/server";
import { limitAttempts } from "#db/mutations/limit-attempts.ts";

const trials = limitAttempts({ name: "alert-trial", attempts: 10, seconds: 600 });

/** What a trial says, in the caller's language; null after too many. */
export async function testMessage(userId: number): Promise<{ title: string; text: string } | null> {
  if (!(await trials.attempt(String(userId)))) return null;
  const t = await getTranslations("alerts.mail");
  return { title: t("testTitle"), text: t("testText") };
}
