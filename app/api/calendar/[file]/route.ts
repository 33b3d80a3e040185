import { createTranslator } from "next-intl";
import { z } from "zod";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { ownAddress } from "#app/_server/origin.ts";
import { defineRoute } from "#app/_server/route.ts";
import { noteCalendarRead } from "#db/mutations/note-calendar-read.ts";
import { findFeedOwner } from "#db/queries/calendar-feed.ts";
import { listCalendarTasks } from "#db/queries/calendar-tasks.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { eventsOf, type TaskWords } from "#lib/calendar/tasks.ts";
import { writeCalendar } from "#lib/calendar/write-calendar.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { refuse } from "#lib/result.ts";
import { localDay } from "#lib/time/local-day.ts";
import en from "../../../../messages/en.json" with { type: "json" };
import nl from "../../../../messages/nl.json" with { type: "json" };

const WORDS = { nl: nl.calendar.event, en: en.calendar.event } as const satisfies Readonly<Record<Locale, unknown>>;

/** The secret, as `createSecret` makes it, with the ending by which calendars know such a file. */
const file = z.templateLiteral([z.string().regex(/^[\w-]{43}$/), ".ics"]).transform((name) => name.slice(0, -4));

/** A person's tasks for their calendar, by a secret link: who has it needs no session. */
export const GET = defineRoute({
  permission: "public",
  params: z.object({ file }),
  run: async (request, { params, at }) => {
    const owner = await findFeedOwner({ tokenHash: hashSecret(params.file) });
    if (!owner) return refuse("not_found");
    const { userId, locale } = owner;
    const timeZone = await findOrganisationZone();
    const tasks = await listCalendarTasks({ userId, today: localDay(at.getTime(), timeZone) });
    await noteCalendarRead({ userId, at });
    const { words, name } = wordsIn(locale);
    const events = eventsOf(tasks, { words, timeZone, origin: ownAddress(request) });
    return new Response(writeCalendar({ name, writtenAt: at.getTime(), events }), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="voorrang.ics"',
        // The address is a secret: nobody on the way keeps it, and no page that is opened from here learns of it.
        "cache-control": "private, no-store",
        "referrer-policy": "no-referrer",
      },
    });
  },
});

function wordsIn(locale: Locale): { readonly words: TaskWords; readonly name: string } {
  const t = createTranslator({ locale, messages: WORDS[locale] });
  return {
    name: t("name"),
    words: {
      followUp: (who) => t("followUp", { who }),
      firstTouch: (who, time) => t("firstTouch", { who, time }),
      unnamed: (leadId) => t("unnamed", { leadId: String(leadId) }),
    },
  };
}
