import { type Store, store } from "#db/client.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { hashPassword } from "#lib/access/password.ts";
import { ROLES, type Role } from "#lib/access/roles.ts";
import { localDay } from "#lib/time/local-day.ts";
import { type Calendar, createCalendar } from "./calendar.ts";
import { memberOf } from "./team.ts";
import { createWorld } from "./world.ts";
import { writeWorld } from "./write-world.ts";

const TIME_ZONE = "Europe/Amsterdam";
/** The demo's morning ends before the list is worked. */
const MORNING_ENDS = 8 * 60 + 50;

export type LoadDemo = {
  /** The time of loading: nothing of the demo is later, and its local day counts as a working day. */
  readonly at: Date;
  /** For the one member of each role who may sign in. */
  readonly passwords: Readonly<Record<Role, string>>;
};

/** Who may sign in: one member of each role. */
export type DemoMember = { readonly role: Role; readonly name: string; readonly email: string };

export function demoMembers(): DemoMember[] {
  return ROLES.map(memberOf).map(({ role, name, email }) => ({ role, name, email }));
}

/**
 * Fills an empty, migrated database with the demo organisation and scores it. The same day gives the
 * same demo, whatever the hour from ten to nine in the morning on. Throws when the database holds
 * anything.
 *
 * By hand, with DATABASE_URL set to a migrated database:
 * `node -e 'import("#db/seed/demo.ts").then((demo) => demo.loadDemo({ at: new Date(), passwords }))'`
 */
export async function loadDemo({ at, passwords }: LoadDemo, target: Store = store): Promise<void> {
  const hashes = ROLES.map(async (role) => [memberOf(role).id, await hashPassword(passwords[role])] as const);
  const passwordHashes = new Map(await Promise.all(hashes));
  await writeWorld(() => createWorld(demoCalendar(at)), { passwordHashes, url: target.url });
  await scoreDemo(at, target);
}

/** The scores of a demo that was loaded, for one whose loading was cut short before them. */
export async function scoreDemo(at: Date, target: Store = store): Promise<void> {
  await buildGeneration({ cause: "publish", day: localDay(at.getTime(), TIME_ZONE), now: () => at }, target);
}

/** The demo's time: it ends on the morning of the day of loading, or at `at` when that is earlier. */
export function demoCalendar(at: Date): Calendar {
  const given = { timeZone: TIME_ZONE, today: localDay(at.getTime(), TIME_ZONE) };
  const morning = createCalendar({ ...given, end: 0 }).at(given.today, MORNING_ENDS);
  return createCalendar({ ...given, end: Math.min(at.getTime(), morning) });
}
