import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { crmConnection, leads } from "#db/schema/index.ts";
import { prepareExchanges } from "#db/test/crm-fixtures.ts";
import { openHubspot } from "#lib/crm/hubspot.ts";
import { tooMany } from "#lib/crm/test/hubspot-refusals.ts";
import { TEST_TOKEN } from "#lib/crm/test/hubspot-server.ts";
import { askExchange } from "./ask-exchange.ts";
import { disconnectCrm } from "./disconnect-crm.ts";

const HOUR = 3_600_000;
const { store, hubspot, now, connect, exchange, runs } = prepareExchanges();

describe("an exchange that is cut off", () => {
  it("goes on where it was after the calls of a day were used up, with nothing twice", async () => {
    for (let n = 1; n <= 450; n++) hubspot().addContact(String(n), { email: `p${n}@example.com` });
    await connect();
    // Fields, owners and two pages come through.
    const real = hubspot().refusals.shift.bind(hubspot().refusals);
    let asked = 0;
    hubspot().refusals.shift = () => (++asked === 5 ? tooMany("DAILY", { "retry-after": "7200" }) : real());
    expect(await exchange()).toMatchObject({ status: "failed", counts: { contacts: 200, created: 200 } });
    expect(await runs()).toMatchObject([{ failure: "used_up", failureDetail: expect.stringContaining("daily") }]);
    const [connection] = await store().db.select().from(crmConnection);
    expect((connection?.nextAt?.getTime() ?? 0) - now().getTime()).toBeGreaterThan(2 * HOUR - 1000);
    expect(await exchange()).toMatchObject({ status: "done", counts: { contacts: 250, created: 250 } });
    expect(await store().db.select().from(leads)).toHaveLength(450);
  });

  it("stops at once when it is disconnected, and forgets the token", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    const actorId = await connect();
    await disconnectCrm({ actorId, at: now() }, store().db);
    expect((await exchange()).status).toBe("none");
    expect(await store().db.select().from(crmConnection)).toMatchObject([{ token: null, nextAt: null }]);
    expect(hubspot().calls).toEqual([]);
  });

  it("waits for a new token when the one it has is good no more", async () => {
    await connect({}, { token: "pat-withdrawn" });
    expect((await exchange()).status).toBe("failed");
    expect(await runs()).toMatchObject([{ failure: "signed_out" }]);
    expect(await store().db.select().from(crmConnection)).toMatchObject([{ nextAt: null }]);
  });

  it("takes what it knew of one account for no other", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    await connect();
    await exchange();
    await connect({}, { accountId: "99" });
    expect(await store().db.select().from(crmConnection)).toMatchObject([{ accountId: "99", contactsCursor: null }]);
    expect(await runs()).toEqual([]);
  });

  it("is not made again by a job that was queued while it failed", async () => {
    await connect();
    hubspot().refusals.push(tooMany("DAILY", { "retry-after": "7200" }));
    expect((await exchange()).status).toBe("failed");
    const calls = hubspot().calls.length;
    expect(await exchange({ isAsked: false })).toMatchObject({ status: "none" });
    expect(hubspot().calls).toHaveLength(calls);
    expect(await runs()).toHaveLength(1);
    expect((await exchange()).status).toBe("done");
  });

  it("is followed at once by another where somebody asked for one meanwhile", async () => {
    await connect();
    const real = await openHubspot({ token: TEST_TOKEN, timeZone: "UTC", address: hubspot().address });
    const askedAt = () => store().db.select({ nextAt: crmConnection.nextAt }).from(crmConnection);
    let asked = now();
    const listOwners = async () => {
      asked = now();
      await askExchange({ at: asked }, store().db);
      // Another worker took it and found this one at it.
      await store().db.execute(sql`truncate pgboss.job`);
      return real.listOwners();
    };
    expect((await exchange({ door: { ...real, listOwners } })).status).toBe("done");
    expect(await askedAt()).toEqual([{ nextAt: asked }]);
    const queued = () => store().db.execute(sql`select from pgboss.job where name = 'exchange-with-crm'`);
    expect(await queued()).toHaveLength(1);
    expect((await exchange()).status).toBe("done");
    expect((await askedAt())[0]?.nextAt?.getTime()).toBeGreaterThan(now().getTime());
  });
});
