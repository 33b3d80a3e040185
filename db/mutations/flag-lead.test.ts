import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { listFlags } from "#db/queries/flags.ts";
import { fieldDefinitions, generations, leadFieldValues, leadScores, leads } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, definitionOf, foundOrganisation } from "#db/test/scored-leads.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { addFlag } from "./add-flag.ts";
import { flagLead } from "./flag-lead.ts";
import { retireFlag } from "./retire-flag.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const LATER = new Date("2026-03-12T09:45:00Z");

const REFERRED = {
  type: "attribute",
  key: "referred",
  label: "Referred",
  points: 30,
  active: null,
  condition: { field: "flags", op: "list_includes", value: "Referral" },
} as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { axes } = definitionOf();
  const fit = { ...axes.fit, groups: [{ key: "who", label: "Who", cap: null, floor: null, criteria: [REFERRED] }] };
  await foundOrganisation(database.db, { day: 20_524, definition: definitionOf({ axes: { ...axes, fit } }) });
  // As a pass that was made since the first flag has it.
  await database.db.update(generations).set({ fieldTypes: { ...STANDARD_FIELDS, flags: "list" } });
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const leadId = await addLead(db, { ownerId: userId });
  for (const name of ["Met at a fair", "Referral"]) await addFlag({ name, actorId: userId, at: AT }, db);
  const flag = (name: string, isSet = true, at = AT) =>
    flagLead({ leadId, viewer: { userId, role: "rep" }, flag: name, isSet, at }, db);
  const read = async () => (await db.select().from(leads).where(eq(leads.id, leadId)))[0]?.custom;
  return { db, userId, leadId, flag, read };
}
const flagging = (run: (given: Awaited<ReturnType<typeof start>>) => Promise<void>) => () =>
  rolledBack(database.db, async (db) => run(await start(db)));

describe("a flag", () => {
  it(
    "is a value of a list field that models can ask for, with its history",
    flagging(async ({ db, leadId, flag, read }) => {
      expect(await flag("Referral")).toEqual({ ok: true, value: null });
      await flag("Met at a fair", true, LATER);
      expect(await read()).toEqual({ flags: ["Referral", "Met at a fair"] });
      const [field] = await db.select().from(fieldDefinitions).where(eq(fieldDefinitions.key, "flags"));
      expect(field).toMatchObject({ entity: "lead", type: "list", label: { nl: "Vlaggen", en: "Flags" } });
      const history = await db
        .select({ value: leadFieldValues.value })
        .from(leadFieldValues)
        .where(eq(leadFieldValues.leadId, leadId))
        .orderBy(asc(leadFieldValues.validFrom));
      expect(history.map(({ value }) => value)).toEqual([null, ["Referral"], ["Referral", "Met at a fair"]]);
    }),
  );

  it(
    "gives its points at once, and takes them back when it comes off",
    flagging(async ({ db, leadId, flag }) => {
      const fitOf = async () => (await db.select().from(leadScores).where(eq(leadScores.leadId, leadId)))[0]?.fit;
      await flag("Met at a fair");
      expect(await fitOf()).toBe(0);
      await flag("Referral");
      expect(await fitOf()).toBe(3000);
      await flag("Referral", false);
      expect(await fitOf()).toBe(0);
    }),
  );

  it(
    "comes off again, and set twice it is there once",
    flagging(async ({ flag, read }) => {
      await flag("Referral");
      await flag("Referral");
      expect(await read()).toEqual({ flags: ["Referral"] });
      await flag("Referral", false);
      await flag("Referral", false);
      expect(await read()).toEqual({});
    }),
  );

  it(
    "that nobody made cannot be set",
    flagging(async ({ flag, read }) => {
      expect(await flag("Rich uncle")).toMatchObject({ refusal: { code: "conflict", reason: "flag_retired" } });
      expect(await read()).toEqual({});
    }),
  );

  it(
    "out of use stays where it is, and can be taken off but not set",
    flagging(async ({ db, userId, flag, read }) => {
      await flag("Referral");
      await retireFlag({ name: "Referral", actorId: userId, at: AT }, db);
      expect(await read()).toEqual({ flags: ["Referral"] });
      expect((await flag("Referral", false)).ok).toBe(true);
      expect(await flag("Referral")).toMatchObject({ refusal: { reason: "flag_retired" } });
      await addFlag({ name: "Referral", actorId: userId, at: LATER }, db);
      expect((await flag("Referral")).ok).toBe(true);
    }),
  );

  it(
    "is of own leads only",
    flagging(async ({ db, leadId, flag }) => {
      await db
        .update(leads)
        .set({ ownerId: await addTestUser(db) })
        .where(eq(leads.id, leadId));
      expect(await flag("Referral")).toMatchObject({ refusal: { code: "not_found" } });
    }),
  );
});

describe("the list of flags", () => {
  it(
    "has each name once, whatever its capitals",
    flagging(async ({ db, userId }) => {
      const refused = await addFlag({ name: "referral", actorId: userId, at: AT }, db);
      expect(refused).toMatchObject({ refusal: { code: "invalid_input", fields: { name: "flag_known" } } });
      expect(await listFlags(db)).toEqual([
        { name: "Met at a fair", isRetired: false },
        { name: "Referral", isRetired: false },
      ]);
      expect(await retireFlag({ name: "No such flag", actorId: userId, at: AT }, db)).toMatchObject({ ok: false });
    }),
  );

  it("is refused where the field is something else already", () =>
    rolledBack(database.db, async (db) => {
      const taken = { key: "flags", entity: "lead", type: "text", label: { nl: "Vlag", en: "Flag" } } as const;
      await db.insert(fieldDefinitions).values({ ...taken, createdAt: AT });
      const refused = await addFlag({ name: "Referral", actorId: await addTestUser(db), at: AT }, db);
      expect(refused).toMatchObject({ refusal: { code: "conflict", reason: "flags_field_taken" } });
    }));
});

it("two flags set at once are both there", async () => {
  const { flag, read } = await start(database.db);
  await Promise.all([flag("Referral"), flag("Met at a fair")]);
  expect(await read()).toMatchObject({ flags: expect.arrayContaining(["Referral", "Met at a fair"]) });
});
