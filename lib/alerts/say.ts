import { formatDay, formatMonth, formatTime } from "#lib/i18n/format-day.ts";
import { type Locale, localized } from "#lib/i18n/locales.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { AlertView } from "./view.ts";

export type Speech = {
  /** A sentence of the catalogue under `alerts.sentences`. */
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Epoch milliseconds: times of other days are told with their day. */
  readonly now: number;
};

export type SaidAlert = { readonly title: string; readonly details: readonly string[] };

/** An alert in words: what it is, and what more there is to know, in the order of importance. */
export function sayAlert(alert: AlertView, { say, locale, timeZone, now }: Speech): SaidAlert {
  const { lead, people } = alert;
  const name = lead === null ? say("hidden") : (lead.name ?? say("nameless"));
  const title = (values: Record<string, string | number> = {}) => say(`${alert.kind}.title`, { name, ...values });
  const known = [lead?.company ?? null];
  switch (alert.kind) {
    case "newcomer": {
      const { dueAt, count } = alert.facts;
      if (count !== undefined) return { title: say("newcomer.many", { count }), details: [] };
      const event = alert.event && localized(alert.event, locale);
      return { title: title(), details: present([...known, event, dueAt && say("due", { time: when(dueAt) })]) };
    }
    case "clock_half":
      return { title: title(), details: present([...known, say("due", { time: when(alert.facts.dueAt) })]) };
    case "clock_breached": {
      const { dueAt, ownerId } = alert.facts;
      const owner = ownerId === null ? say("ownerless") : say("owner", { owner: person(ownerId) });
      return { title: title(), details: present([...known, say("wasDue", { time: when(dueAt) }), owner]) };
    }
    case "no_owner": {
      const { dueAt, ownerId } = alert.facts;
      const away = ownerId === null ? null : say("no_owner.away", { owner: person(ownerId) });
      return { title: title(), details: present([...known, away, say("due", { time: when(dueAt) })]) };
    }
    case "given":
      return {
        title: title({ by: person(alert.facts.byId) }),
        details: present([...known, alert.lead && alert.facts.note]),
      };
    case "unrouted": {
      const { toId, waitingSince } = alert.facts;
      const now = toId === null ? say("unrouted.nobody") : say("unrouted.fallback", { to: person(toId) });
      const what = alert.isOfLead ? title() : say("unrouted.many");
      return { title: what, details: present([...known, now, say("since", { time: when(waitingSince) })]) };
    }
    case "mass_effect": {
      const { cause, moved, qualified } = alert.facts;
      const details = [
        say("mass_effect.qualified", { qualified }),
        moved !== null && say("mass_effect.moved", { moved }),
      ];
      return {
        title: say("mass_effect.title", { cause: say(`mass_effect.causes.${cause}`) }),
        details: present(details),
      };
    }
    case "digest": {
      const { calls, followUps, clocks, breached } = alert.facts;
      const details = [
        say("digest.followUps", { followUps }),
        say("digest.clocks", { clocks }),
        breached !== null && say("digest.breached", { breached }),
      ];
      const title = say(breached === null ? "digest.title" : "digest.team", { calls });
      return { title, details: present(details) };
    }
    case "month": {
      const { month, figures } = alert.facts;
      const won = figures.find(({ name }) => name === "won");
      const details = won ? [say("month.won", { won: won.now ?? 0, before: won.before ?? 0 })] : [];
      return { title: say("month.title", { month: formatMonth(month, locale) }), details };
    }
    case "webhook_paused": {
      const { name, failingSince } = alert.facts;
      const why =
        failingSince === null ? say("webhook_paused.gone") : say("webhook_paused.since", { time: when(failingSince) });
      return { title: say("webhook_paused.title", { name }), details: [why, say("webhook_paused.kept")] };
    }
  }

  function person(id: number | null): string {
    return (id === null ? undefined : people[id]) ?? say("somebody");
  }

  function when(instant: string): string {
    const at = Date.parse(instant);
    const time = formatTime(at, { locale, timeZone });
    const day = localDay(at, timeZone);
    const today = localDay(now, timeZone);
    // A time is not broken over two lines.
    return day === today
      ? time
      : `${formatDay(day, { locale, style: "short", today })} ${time}`.replaceAll(" ", "\u00a0");
  }
}

function present(parts: readonly (string | null | false)[]): string[] {
  return parts.flatMap((part) => part || []);
}
