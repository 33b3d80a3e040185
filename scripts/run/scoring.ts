import { type BuiltGeneration, scoreAllAnew } from "#db/mutations/build-generation.ts";
import { now } from "#lib/clock.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";

export type Scored = BuiltGeneration & { readonly day: string; readonly seconds: number };

/** Scores every lead for today, whether or not anything changed. */
export async function scoreAll({ timeZone }: { readonly timeZone: string }): Promise<Scored> {
  const from = performance.now();
  const day = localDay(now().getTime(), timeZone);
  const built = await scoreAllAnew({ cause: "import", now });
  return { ...built, day: formatEpochDay(day), seconds: Number(((performance.now() - from) / 1000).toFixed(2)) };
}

export function scoredText({ leads, scored, qualified, day, seconds }: Scored): string {
  return `${scored} of ${leads} leads have a score for ${day}; ${qualified} newly qualify (${seconds} s).`;
}
