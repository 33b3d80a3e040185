import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CrmError } from "./crm-error.ts";
import type { CrmDoor, CrmField } from "./door.ts";
import { openHubspot } from "./hubspot.ts";
import { errorOf, tooMany } from "./test/hubspot-refusals.ts";
import { type HubspotServer, openHubspotServer, TEST_TOKEN } from "./test/hubspot-server.ts";

const T0 = Date.parse("2026-03-01T09:00:00Z");
const HOUR = 3_600_000;
let at = T0;
let hubspot: HubspotServer;
let waits: number[] = [];

beforeEach(async () => {
  at = T0;
  waits = [];
  hubspot = await openHubspotServer({ now: () => at });
});
afterEach(async () => {
  await hubspot.close();
  expect(hubspot.broken, "against the published contract").toEqual([]);
});

function open(token = TEST_TOKEN): CrmDoor {
  const sleep = async (ms: number) => void waits.push(ms);
  return openHubspot({ token, timeZone: "Pacific/Chatham", address: hubspot.address }, { sleep });
}

async function pullAll(door: CrmDoor, from: string | null, fields: readonly CrmField[] = []) {
  const ids: string[] = [];
  for (let cursor = from; ; ) {
    const page = await door.pullContacts({ cursor, fields });
    ids.push(...page.records.map(({ id }) => id));
    cursor = page.cursor;
    if (page.isLast) return { ids, cursor };
  }
}

async function reasonOf(work: Promise<unknown>): Promise<CrmError> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof CrmError)) throw new Error(`No CrmError but ${error}`);
  return error;
}

describe("the door to HubSpot", () => {
  test("tells which account a token opens, and says when it opens none", async () => {
    expect(await open().account()).toEqual({ id: "1234567", name: "1234567 (app-eu1.hubspot.com)" });
    expect((await reasonOf(open("pat-wrong").account())).reason).toBe("signed_out");
    hubspot.refusals.push({ status: 403, body: errorOf("MISSING_SCOPES", "crm.objects.contacts.read is required") });
    expect(await reasonOf(open().listFields())).toMatchObject({ reason: "not_allowed", detail: /contacts\.read/ });
  });

  test("lists every owner, page after page", async () => {
    for (let n = 1; n <= 230; n++)
      hubspot.owners.push({ id: String(n), email: `o${n}@example.com`, firstName: "Jo", lastName: `${n}` });
    const owners = await open().listOwners();
    expect(owners).toHaveLength(230);
    expect(owners[229]).toEqual({ id: "230", email: "o230@example.com", name: "Jo 230" });
  });

  test("reads values as the type of their field says, and leaves out what is empty", async () => {
    hubspot.addContact("7", {
      email: "an@example.com",
      firstname: "An",
      lastname: "",
      numemployees_exact: "250",
      interests: "chocolate;tea",
      renewal: "2026-05-01",
      hubspot_owner_id: "51",
      hs_email_optout: "true",
    });
    const door = open();
    const fields = await door.listFields();
    const { records } = await door.pullContacts({ cursor: null, fields });
    expect(records).toEqual([
      {
        id: "7",
        email: "an@example.com",
        createdAt: T0,
        ownerId: "51",
        refusesEmail: true,
        values: {
          email: "an@example.com",
          firstname: "An",
          numemployees_exact: 250,
          interests: ["chocolate", "tea"],
          renewal: Date.parse("2026-05-01T00:00:00Z") / 86_400_000,
        },
      },
    ]);
  });

  test("pulls more contacts than one search can give, each once", async () => {
    for (let n = 1; n <= 10_250; n++) hubspot.addContact(String(n), {});
    const { ids } = await pullAll(open(), null);
    expect(ids).toEqual(Array.from({ length: 10_250 }, (_, n) => String(n + 1)));
  });

  test("pulls afterwards what changed since, also what changed while it was pulling", async () => {
    for (let n = 1; n <= 150; n++) hubspot.addContact(String(n), {}, T0 - HOUR);
    const door = open();
    const first = await door.pullContacts({ cursor: null, fields: [] });
    at = T0 + 60_000;
    // Of the page that was read already.
    hubspot.change("3", { firstname: "Changed" });
    const { cursor } = await pullAll(door, first.cursor);
    at = T0 + HOUR;
    hubspot.change("120", { firstname: "Later" });
    expect((await pullAll(open(), cursor)).ids).toEqual(["3", "120"]);
  });

  test("goes on from a cursor in another process, without what it gave already", async () => {
    for (let n = 1; n <= 250; n++) hubspot.addContact(String(n), {}, T0 - HOUR);
    const first = await open().pullContacts({ cursor: null, fields: [] });
    const { ids } = await pullAll(open(), first.cursor);
    expect(ids).toEqual(Array.from({ length: 150 }, (_, n) => String(n + 101)));
  });

  test("pulls deals that were decided, with the people of each, and no others", async () => {
    const closed = { hs_is_closed: "true", closedate: "2026-02-27T10:00:00Z" };
    hubspot.addDeal("90", { ...closed, hs_is_closed_won: "true", amount: "1500.50", deal_currency_code: "USD" }, [
      "7",
      "8",
    ]);
    hubspot.addDeal("91", { ...closed, hs_is_closed_won: "false" }, []);
    hubspot.addDeal("92", { hs_is_closed: "false", hs_is_closed_won: "false", amount: "9" }, ["7"]);
    const { records, isLast } = await open().pullDeals({ cursor: null });
    const closedAt = Date.parse("2026-02-27T10:00:00Z");
    expect(isLast).toBe(true);
    expect(records).toEqual([
      { id: "90", contactIds: ["7", "8"], result: "won", closedAt, amount: 1500.5, currency: "USD" },
      { id: "91", contactIds: [], result: "lost", closedAt, amount: null, currency: "EUR" },
    ]);
  });

  test("makes its own fields once, in a group of its own, and writes to no other field", async () => {
    const words = { fit: "Fit", engagement: "Engagement", combined: "Score", cell: "Cell", reasons: "Reasons" };
    const door = open();
    await door.makeTargets(["combined", "cell"], words);
    await door.makeTargets(["combined", "cell", "reasons"], words);
    const made = hubspot.properties.filter(({ groupName }) => groupName === "voorrang");
    expect(made.map(({ name }) => name)).toEqual(["voorrang_score", "voorrang_cell", "voorrang_reasons"]);
    expect(hubspot.groups).toEqual(new Set(["voorrang"]));
    hubspot.addContact("7", { firstname: "An" });
    expect(await door.push([{ id: "7", values: { combined: "41.25", cell: null } }])).toEqual([]);
    expect(hubspot.contacts.get("7")?.properties).toMatchObject({
      firstname: "An",
      voorrang_score: "41.25",
      voorrang_cell: "",
    });
    expect((await door.listFields()).every(({ name }) => !name.startsWith("voorrang"))).toBe(true);
  });

  test("tells which contacts are there no more, and writes to the others", async () => {
    const words = { fit: "Fit", engagement: "Engagement", combined: "Score", cell: "Cell", reasons: "Reasons" };
    hubspot.addContact("7", {});
    const door = open();
    await door.makeTargets(["cell"], words);
    const failures = await door.push([
      { id: "7", values: { cell: "A1" }, ownerId: "51" },
      { id: "8", values: { cell: "B2" } },
    ]);
    expect(failures).toEqual([{ id: "8", reason: "gone", detail: "Could not get some CONTACT objects" }]);
    expect(hubspot.contacts.get("7")?.properties).toMatchObject({ voorrang_cell: "A1", hubspot_owner_id: "51" });
  });
});

describe("the limits of HubSpot", () => {
  test("a call that comes too soon waits as long as HubSpot says, and is made again", async () => {
    hubspot.refusals.push(
      tooMany("SECONDLY", { "retry-after": "3" }),
      tooMany("TEN_SECONDLY_ROLLING"),
      tooMany("SECONDLY"),
    );
    await open().account();
    expect(waits.slice(0, 3)).toEqual([3_000, 10_000, 1_000]);
  });

  test("the limit of the day ends the run instead of waiting, and says for how long", async () => {
    hubspot.refusals.push(tooMany("DAILY"));
    expect(await reasonOf(open().account())).toMatchObject({ reason: "used_up", afterMs: HOUR });
    expect(hubspot.calls).toHaveLength(1);
    hubspot.refusals.push(tooMany("SECONDLY", { "x-hubspot-ratelimit-daily-remaining": "0", "retry-after": "7200" }));
    expect(await reasonOf(open().account())).toMatchObject({ reason: "used_up", afterMs: 2 * HOUR });
  });

  test("searches are at least 260 ms apart, other calls 110", async () => {
    const door = open();
    await door.pullContacts({ cursor: null, fields: [] });
    await door.account();
    await new Promise((resolve) => setImmediate(resolve));
    expect(waits).toEqual([260, 110]);
  });

  test("a HubSpot that fails is asked again, and in the end given up", async () => {
    hubspot.refusals.push(...Array.from({ length: 5 }, () => ({ status: 502, body: errorOf("ERROR", "bad gateway") })));
    await open().account();
    expect(waits.slice(0, 5)).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    hubspot.refusals.push(...Array.from({ length: 9 }, () => ({ status: 502, body: errorOf("ERROR", "bad gateway") })));
    expect(await reasonOf(open().account())).toMatchObject({ reason: "failing", detail: "502 bad gateway" });
  });

  test("where nothing answers, the machine's word for it is kept", async () => {
    await hubspot.close();
    expect(await reasonOf(open().account())).toMatchObject({ reason: "unreachable", detail: "ECONNREFUSED" });
  });

  test("an answer of another form than HubSpot publishes is told as such", async () => {
    hubspot.refusals.push({ status: 200, body: { portalId: "x" } });
    expect((await reasonOf(open().account())).reason).toBe("odd");
  });
});
