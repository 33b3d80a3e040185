import { Analytics } from "@segment/analytics-node";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestInstallation } from "#app/_server/test/callers.ts";
import { serveTrackers } from "#app/_server/test/tracker-server.ts";
import { accounts, assets, events, eventTypes, leadScores, leads, refusedMessages } from "#db/schema/index.ts";
import { localDay } from "#lib/time/local-day.ts";

const database = await openTestInstallation();
const { db } = database;
const { addTestOrganisation, addTestVersion, TEST_ZONE } = await import("#db/test/scoring-fixtures.ts");
const { addTestKey } = await import("#db/test/test-key.ts");
const { expectExactScores } = await import("#db/test/expect-exact.ts");
const { POST } = await import("./[call]/route.ts");
const served = await serveTrackers(POST);

let secret = "";
beforeAll(async () => {
  const { buildGeneration } = await import("#db/mutations/build-generation.ts");
  await addTestOrganisation(db);
  await addTestVersion(db);
  const now = () => new Date();
  await buildGeneration({ cause: "publish", day: localDay(Date.now(), TEST_ZONE), now }, database);
  secret = (await addTestKey(db)).secret;
});
afterAll(async () => {
  await served.close();
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

const DAY_MS = 86_400_000;
const tracker = (writeKey = secret) => {
  const analytics = new Analytics({ writeKey, host: served.host, maxRetries: 1 });
  const failures: unknown[] = [];
  analytics.on("error", (error) => failures.push(error));
  return { analytics, failures };
};

describe("the tracker for Node, as it is sold", () => {
  test("tells who somebody is, what they did and for whom they work, and the score says so", async () => {
    const { analytics, failures } = tracker();
    const timestamp = new Date(Date.now() - 30 * DAY_MS);
    analytics.track({ anonymousId: "a-1", event: "demo_requested", timestamp });
    analytics.page({ anonymousId: "a-1", name: "Prices", properties: { path: "/Pricing/" } });
    analytics.identify({ userId: "u-1", anonymousId: "a-1", traits: { email: "Ann@Acme.example", title: "Director" } });
    analytics.group({ userId: "u-1", groupId: "acme", traits: { name: "Acme", employees: 250 } });
    analytics.screen({ userId: "u-1", name: "Dashboard" });
    analytics.alias({ userId: "u-1", previousId: "a-1" });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);

    const [ann] = await db.select().from(leads).where(eq(leads.email, "ann@acme.example"));
    const [acme] = await db.select().from(accounts);
    expect(ann).toMatchObject({ jobTitle: "Director", accountId: acme?.id });
    const found = await db
      .select({ name: eventTypes.key, asset: assets.name, joinedAt: events.joinedAt })
      .from(events)
      .innerJoin(eventTypes, eq(eventTypes.id, events.typeId))
      .leftJoin(assets, eq(assets.id, events.assetId))
      .orderBy(events.occurredAt);
    expect(found.map(({ name, asset, joinedAt }) => [name, asset, joinedAt !== null])).toEqual([
      ["demo_requested", null, true],
      ["page_viewed", "/pricing", true],
      ["screen_viewed", "Dashboard", false],
    ]);
    const [score] = await db.select().from(leadScores);
    // 30 for a director and 12.5 for a large company; 40 after a half-life, and a page.
    expect(score).toMatchObject({ fit: 4250, engagement: 2500 });
    await expectExactScores(db);
  });

  test("sends a hundred in a batch, of which one is refused: the others are taken, and it is kept to be looked at", async () => {
    const { analytics, failures } = tracker();
    for (let n = 0; n < 100; n++)
      analytics.track({ userId: "u-1", event: "video_played", ...(n === 50 && { timestamp: new Date("1970-01-02") }) });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);
    const played = await db
      .select({ id: events.id })
      .from(events)
      .innerJoin(eventTypes, eq(eventTypes.id, events.typeId))
      .where(eq(eventTypes.key, "video_played"));
    expect(played).toHaveLength(99);
    const [kept] = await db.select().from(refusedMessages);
    expect(kept).toMatchObject({ reason: "before_2000", field: "timestamp" });
    expect(kept?.message).toContain("1970-01-02");
    await expectExactScores(db);
  });

  test("is told when its key is none", async () => {
    const { analytics, failures } = tracker("vs_nothing");
    analytics.track({ userId: "u-1", event: "demo_requested" });
    await analytics.closeAndFlush();
    expect(failures).toHaveLength(1);
  });
});
