import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDatabase } from "./as-database.ts";
import type { Executor } from "./client.ts";
import { openConnections } from "./connections.ts";
import { createTestDatabase, type TestDatabase } from "./test/database.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.db.execute(sql`create table notes (who text primary key, said int not null)`);
  await store.db.execute(sql`insert into notes values ('a', 0), ('b', 0)`);
  await store.db.execute(sql`
    create function die() returns trigger language plpgsql as
    'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'`);
  await store.db.execute(sql`create table last_words (said int)`);
  await store.db.execute(sql`
    create constraint trigger dying after insert on last_words deferrable initially deferred
    for each row execute function die()`);
});
afterAll(() => store.drop());

const said = async (who: string) => {
  const [row] = await store.db.execute<{ said: number }>(sql`select said from notes where who = ${who}`);
  return row?.said;
};
const add = (who: string, executor: Executor) =>
  executor.execute(sql`update notes set said = said + 1 where who = ${who}`);
const pidOf = async (executor: Executor) => {
  const [row] = await executor.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const terminate = (pid: number) => store.db.execute(sql`select pg_terminate_backend(${pid}, 10000)`);

/** Resolves for everybody when so many wait; never waits for more than that. */
function meeting(guests: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let missing = guests;
  return async () => {
    if (--missing <= 0) resolve();
    await promise;
  };
}

describe("two transactions that wait for each other", () => {
  it("both come through, each once", async () => {
    const before = [await said("a"), await said("b")].map(Number);
    const meet = meeting(2);
    let runs = 0;
    const change = (first: string, second: string) =>
      store.db.transaction(async (tx) => {
        runs++;
        await add(first, tx);
        await meet();
        await add(second, tx);
      });
    await Promise.all([change("a", "b"), change("b", "a")]);
    expect(runs).toBe(3);
    expect([await said("a"), await said("b")]).toEqual(before.map((n) => n + 2));
  });

  it("run again as a whole, not the part that waited", async () => {
    const meet = meeting(2);
    const runs = { whole: 0, part: 0 };
    const change = (first: string, second: string) =>
      store.db.transaction(async (tx) => {
        runs.whole++;
        await add(first, tx);
        await meet();
        await tx.transaction(async (part) => {
          runs.part++;
          await add(second, part);
        });
      });
    await Promise.all([change("a", "b"), change("b", "a")]);
    expect(runs).toEqual({ whole: 3, part: 3 });
  });

  it("come through although they read what the other writes, one after the other", async () => {
    const meet = meeting(2);
    const runs: string[] = [];
    const copy = (from: string, to: string) =>
      store.db.transaction(
        async (tx) => {
          runs.push(from);
          const [row] = await tx.execute<{ said: number }>(sql`select said from notes where who = ${from}`);
          await meet();
          await tx.execute(sql`update notes set said = ${(row?.said ?? 0) + 1} where who = ${to}`);
        },
        { isolationLevel: "serializable" },
      );
    await Promise.all([copy("a", "b"), copy("b", "a")]);
    expect(runs.length).toBeGreaterThan(2);
    expect(Math.abs(Number(await said("a")) - Number(await said("b")))).toBe(1);
  });

  it("are told of it when it happens again and again", async () => {
    let runs = 0;
    const work = store.db.transaction(async (tx) => {
      runs++;
      await tx.execute(sql`do $$ begin raise exception 'again' using errcode = '40P01'; end $$`);
    });
    await expect(work).rejects.toMatchObject({ cause: { code: "40P01" } });
    expect(runs).toBe(6);
  });
});

describe("a transaction whose connection is lost", () => {
  it("runs again when nothing was committed, and leaves its work once", async () => {
    const before = Number(await said("a"));
    let runs = 0;
    await store.db.transaction(async (tx) => {
      const pid = await pidOf(tx);
      await add("a", tx);
      if (++runs === 1) await terminate(pid);
      await add("b", tx);
    });
    expect(runs).toBe(2);
    expect(await said("a")).toBe(before + 1);
  });

  it("runs again when it was lost during a statement", async () => {
    const { promise: pid, resolve } = Promise.withResolvers<number>();
    let runs = 0;
    const work = store.db.transaction(async (tx) => {
      resolve(await pidOf(tx));
      await tx.execute(++runs === 1 ? sql`select pg_sleep(60)` : sql`select 1`);
      return runs;
    });
    await terminate(await pid);
    expect(await work).toBe(2);
  });

  it("fails when it is not known whether it was committed", async () => {
    let runs = 0;
    const work = store.db.transaction(async (tx) => {
      runs++;
      await tx.execute(sql`insert into last_words values (1)`);
    });
    await expect(work).rejects.toThrow();
    expect(runs).toBe(1);
  });

  it("says nothing on another connection after that", async () => {
    const before = Number(await said("a"));
    let leaked: Executor | undefined;
    await store.db.transaction(async (tx) => {
      leaked = tx;
    });
    await expect(leaked && add("a", leaked)).rejects.toMatchObject({ cause: { message: "The transaction is over." } });
    expect(await said("a")).toBe(before);
  });
});

describe("a transaction in which a statement failed", () => {
  it("fails with that, even when nobody minded", async () => {
    const before = Number(await said("a"));
    const work = store.db.transaction(async (tx) => {
      await add("a", tx);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
      await add("b", tx).catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ code: "22012" });
    expect(await said("a")).toBe(before);
  });

  it("keeps the rest when the part of it was a transaction of its own", async () => {
    const before = Number(await said("a"));
    await store.db.transaction(async (tx) => {
      await add("a", tx);
      const part = tx.transaction(async (inner) => {
        await add("a", inner);
        throw new Error("undone");
      });
      await part.catch(() => {});
    });
    expect(await said("a")).toBe(before + 1);
  });
});

describe("connections", () => {
  it("answer after the server closed all of them", async () => {
    const connections = openConnections(store.url);
    const db = asDatabase(connections);
    const pids = await Promise.all(Array.from({ length: 5 }, () => pidOf(db)));
    for (const pid of new Set(pids)) await terminate(pid);
    expect(await db.transaction((tx) => pidOf(tx))).toBeGreaterThan(0);
    await connections.end();
  });

  it("listen again after the server closed the one that does", async () => {
    const connections = openConnections(store.url);
    const heard = new EventTarget();
    const tell = (what: string) => heard.dispatchEvent(new Event(what));
    const first = once(heard, "listening");
    connections.listen({ channel: "test", onPayload: tell, onListening: () => tell("listening") });
    await first;
    const again = once(heard, "listening");
    await store.db.execute(sql`
      select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where datname = current_database() and application_name = 'voorrang live'`);
    await again;
    const told = once(heard, "news");
    await store.db.execute(sql`select pg_notify('test', 'news')`);
    await told;
    await connections.end();
  });

  it("are closed in the midst of work when patience ends", async () => {
    const connections = openConnections(store.url);
    const { promise: started, resolve } = Promise.withResolvers<void>();
    const work = asDatabase(connections).transaction(async (tx) => {
      resolve(void (await pidOf(tx)));
      await tx.execute(sql`select pg_sleep(600)`);
    });
    const failed = expect(work).rejects.toThrow();
    await started;
    await connections.end({ timeout: 0.1 });
    await failed;
  });
});
