import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ChangeListener } from "#db/queries/listen-to-changes.ts";
import type { VisibleAmong } from "#db/queries/visible-among.ts";
import type { Role } from "#lib/access/roles.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import type { LiveMessage } from "#lib/live/message.ts";
import type { LiveSignal } from "#lib/live/signal.ts";
import { openHub } from "./hub.ts";
import { streamChanges } from "./stream.ts";

const NOON = new Date("2026-03-12T12:00:00Z");
/** Leads 1 and 2 are of user 1, lead 3 of user 2, lead 4 nobody's. */
const OWNERS = new Map<number, number | null>([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, null],
]);
const REP: SessionUser = person(1, "rep");
const COLLEAGUE: SessionUser = person(2, "rep");
const MARKETER: SessionUser = person(3, "marketer");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a stream", () => {
  test("names the leads that its reader may see, and says of the others only that the base changed", async () => {
    const { tell, open } = start();
    const [rep, colleague, marketer] = [open(REP), open(COLLEAGUE), open(MARKETER)];
    await tell({ leads: [2] });
    expect(await rep.changes()).toEqual([[2]]);
    expect(await colleague.changes()).toEqual([[]]);
    expect(await marketer.changes()).toEqual([[2]]);
    await tell({ leads: [1, 3, 4] });
    expect(await rep.changes()).toEqual([[1, 4]]);
    expect(await colleague.changes()).toEqual([[3, 4]]);
    expect(await marketer.changes()).toEqual([[1, 3, 4]]);
  });

  test("tells reps who lost a lead to look again, without saying which", async () => {
    const { tell, open } = start();
    const [rep, colleague, marketer] = [open(REP), open(COLLEAGUE), open(MARKETER)];
    await tell({ leads: [3], ownerWas: null });
    expect(await rep.changes()).toEqual([null]);
    expect(await colleague.changes()).toEqual([null]);
    expect(await marketer.changes()).toEqual([[3]]);
    await tell({ leads: [3], ownerWas: 1 });
    expect(await rep.changes()).toEqual([null]);
    expect(await colleague.changes()).toEqual([[3]]);
  });

  test("gathers a burst of a thousand messages into a few lines", async () => {
    const { tell, open, listVisible } = start();
    const rep = open(REP);
    for (let message = 0; message < 1_000; message++) await tell({ leads: [1, 2, 3] }, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    const changes = await rep.changes();
    expect(changes.length).toBeLessThanOrEqual(5);
    expect(new Set(changes.map((leads) => leads?.join()))).toEqual(new Set(["1,2"]));
    expect(listVisible).toHaveBeenCalledTimes(changes.length);
  });

  test("tells an alert to whom it is for, at once and to nobody else", async () => {
    const { tell, open } = start();
    const [rep, colleague] = [open(REP), open(COLLEAGUE)];
    await tell({ alerted: [1] }, 0);
    expect((await rep.read()).filter(({ kind }) => kind !== "hello")).toEqual([{ kind: "alert" }]);
    expect((await colleague.read()).filter(({ kind }) => kind !== "hello")).toEqual([]);
    await tell({ alerted: null }, 0);
    expect(await colleague.read()).toEqual([{ kind: "alert" }]);
  });

  test("says that everything may have changed once the connection that was lost listens again", async () => {
    const { open, listenAgain } = start();
    const rep = open(REP);
    await rep.read();
    await listenAgain();
    expect(await rep.changes()).toEqual([null]);
  });

  test("begins with when something changed last", async () => {
    const { tell, open } = start();
    open(COLLEAGUE);
    await tell({ leads: [1] });
    expect((await open(REP).read())[0]).toEqual({ kind: "hello", changedAt: NOON.getTime() });
  });

  test("says that everything may have changed when nobody can tell who may see what", async () => {
    const { tell, open, listVisible } = start();
    const rep = open(REP);
    listVisible.mockRejectedValueOnce(new Error("The database is gone."));
    await tell({ leads: [3] });
    expect(await rep.changes()).toEqual([null]);
  });

  test("gives signs of life", async () => {
    const { open } = start();
    const rep = open(REP);
    await vi.advanceTimersByTimeAsync(45_000);
    expect((await rep.read()).filter(({ kind }) => kind === "beat")).toHaveLength(3);
  });
});

describe("a stream ends", () => {
  const ends: readonly [string, () => SessionUser | null][] = [
    ["its session has ended", () => null],
    ["its reader got another role", () => person(1, "manager")],
    [
      "its session cannot be looked up",
      () => {
        throw new Error("The database is gone.");
      },
    ],
  ];
  test.each(ends)("within 30 seconds after %s", async (_, findUser) => {
    const { open, hub } = start();
    let isOver = false;
    const rep = open(REP, async () => (isOver ? findUser() : REP));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hub.streamsOf(1)).toBe(1);
    isOver = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await rep.read()).at(-1)).toEqual({ kind: "end" });
    expect(rep.isClosed()).toBe(true);
    expect(hub.streamsOf(1)).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("when the browser goes, and leaves nothing behind", async () => {
    const { open, hub } = start();
    const rep = open(REP);
    const other = open(REP);
    expect(hub.streamsOf(1)).toBe(2);
    rep.go();
    await other.cancel();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hub.streamsOf(1)).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("when the browser takes nothing any more", async () => {
    const { open, hub } = start();
    open(REP);
    await vi.advanceTimersByTimeAsync(64 * 15_000);
    expect(hub.streamsOf(1)).toBe(0);
  });
});

function person(userId: number, role: Role): SessionUser {
  return { userId, role, name: "", email: "", locale: null, theme: "system", dailyCapacity: 30 };
}

function start() {
  let listener: ChangeListener | undefined;
  const listVisible = vi.fn(async ({ leadIds, viewers }: VisibleAmong) => {
    const sees = (userId: number, role: Role | null, leadId: number) =>
      role !== "rep" || OWNERS.get(leadId) === userId || OWNERS.get(leadId) === null;
    return new Map(viewers.map(({ userId, role }) => [userId, leadIds.filter((id) => sees(userId, role, id))]));
  });
  const hub = openHub({ listen: (heard) => (listener = heard), listVisible, now: () => NOON });
  return {
    hub,
    listVisible,
    tell: async (message: LiveMessage, waitMs = 400) => {
      listener?.onMessage(message);
      await vi.advanceTimersByTimeAsync(waitMs);
    },
    listenAgain: async () => {
      listener?.onListening();
      await vi.advanceTimersByTimeAsync(400);
    },
    open: (user: SessionUser, findUser = async (): Promise<SessionUser | null> => user) => {
      const gone = new AbortController();
      const reader = streamChanges({ user, hub, findUser, signal: gone.signal }).body?.getReader();
      if (!reader) throw new Error("The answer has no body.");
      const lines: LiveSignal[] = [];
      let isClosed = false;
      /** Once called it takes what comes, as a browser does. */
      const take = async () => {
        const decoder = new TextDecoder();
        for (let next = await reader.read(); !next.done; next = await reader.read())
          lines.push(JSON.parse(decoder.decode(next.value).slice("data: ".length)));
        isClosed = true;
      };
      let isTaking = false;
      const read = async () => {
        if (!isTaking) void take();
        isTaking = true;
        await vi.advanceTimersByTimeAsync(1);
        return lines.splice(0);
      };
      const changes = async () => (await read()).flatMap((line) => (line.kind === "change" ? [line.leads] : []));
      return { read, changes, isClosed: () => isClosed, go: () => gone.abort(), cancel: () => reader.cancel() };
    },
  };
}
