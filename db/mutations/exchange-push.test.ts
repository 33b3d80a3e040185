import { describe, expect, it } from "vitest";
import { leads } from "#db/schema/index.ts";
import { prepareExchanges, TEST_PAIRS } from "#db/test/crm-fixtures.ts";
import { addTestLead } from "#db/test/scoring-fixtures.ts";
import { mergeLeads } from "./merge-leads.ts";
import { scoreLeads } from "./score-leads.ts";

const HOUR = 3_600_000;
const { store, hubspot, now, pass, connect, exchange, leadOf, setTitle, publish } = prepareExchanges();

describe("pushing scores", () => {
  const ALL = { fields: TEST_PAIRS, push: ["fit", "engagement", "combined", "cell", "reasons"] as const };

  it("writes score, cell and reasons to who is a contact there, and again only what changed", async () => {
    await publish();
    await addTestLead(store().db, { email: "only-here@example.com" });
    for (let n = 1; n <= 130; n++)
      hubspot().addContact(String(n), { email: `p${n}@example.com`, jobtitle: n === 7 ? "Director" : "Clerk" });
    const actorId = await connect({ ...ALL, push: [...ALL.push] });
    expect((await exchange()).counts).toMatchObject({ created: 130, pushed: 130 });
    const pushes = () => hubspot().calls.filter(({ path }) => path.endsWith("/batch/update")).length;
    expect(pushes()).toBe(2);
    const seven = hubspot().contacts.get("7")?.properties;
    expect(seven).toMatchObject({ voorrang_fit: "30.00", voorrang_cell: "A4", jobtitle: "Director" });
    expect(seven?.voorrang_reasons).toMatch(/^Fit A: 30\.00\n\+30\.00 /);
    expect(hubspot().contacts.get("8")?.properties).toMatchObject({ voorrang_fit: "0.00", voorrang_cell: "D4" });
    pass(HOUR);
    expect((await exchange()).counts.pushed).toBe(0);
    const eight = (await leadOf("8"))?.id ?? 0;
    // However often it changed: as it stands.
    await setTitle(eight, "Director", actorId);
    await setTitle(eight, "Clerk", actorId);
    await setTitle(eight, "Director", actorId);
    expect((await exchange()).counts.pushed).toBe(1);
    expect(hubspot().contacts.get("8")?.properties).toMatchObject({ voorrang_cell: "A4" });
    expect(pushes()).toBe(3);
  });

  it("writes only to its own fields, of which it makes those that are wanted", async () => {
    await publish();
    hubspot().addContact("7", { email: "an@example.com", hubspot_owner_id: "51" });
    await connect({ push: ["cell"] });
    await exchange();
    const bodies = hubspot().calls.filter(({ path }) => path.endsWith("/batch/update"));
    expect(bodies.map(({ body }) => body)).toEqual([{ inputs: [{ id: "7", properties: { voorrang_cell: "D4" } }] }]);
    expect(hubspot().properties.filter(({ groupName }) => groupName === "voorrang")).toHaveLength(1);
  });

  it("writes nothing at all where nothing is to be pushed", async () => {
    await publish();
    hubspot().addContact("7", { email: "an@example.com" });
    await connect();
    await exchange();
    expect(hubspot().calls.filter(({ path }) => path.includes("batch/update") || path.includes("groups"))).toEqual([]);
  });

  it("takes a score back from who may not be scored any more", async () => {
    await publish();
    hubspot().addContact("7", { email: "an@example.com" });
    await connect({ ...ALL, push: [...ALL.push] });
    await exchange();
    const { db } = store();
    await db.update(leads).set({ mayScore: false });
    await db.transaction(async (tx) =>
      scoreLeads({ leadIds: [(await leadOf("7"))?.id ?? 0], at: now(), cause: "person", actorId: null }, tx),
    );
    expect((await exchange()).counts.pushed).toBe(1);
    expect(hubspot().contacts.get("7")?.properties).toMatchObject({
      voorrang_score: "",
      voorrang_cell: "",
      voorrang_reasons: "",
    });
  });

  it("leaves a contact alone that is there no more, and the others get theirs", async () => {
    await publish();
    for (const id of ["7", "8"]) hubspot().addContact(id, { email: `${id}@example.com` });
    const actorId = await connect({ fields: TEST_PAIRS, push: ["cell"] });
    await exchange();
    hubspot().contacts.delete("7");
    for (const id of ["7", "8"]) await setTitle((await leadOf(id))?.id ?? 0, "Director", actorId);
    expect((await exchange()).counts).toMatchObject({ pushed: 1, gone: 1 });
    expect((await exchange()).counts).toMatchObject({ pushed: 0, gone: 0 });
  });

  it("goes on for the lead that two records were merged into", async () => {
    await publish();
    for (const id of ["7", "8"]) hubspot().addContact(id, { email: `${id}@example.com` });
    const actorId = await connect({ fields: TEST_PAIRS, push: ["cell"] });
    await exchange();
    const [kept, merged] = [await leadOf("7"), await leadOf("8")];
    const viewer = { userId: actorId, role: "admin" } as const;
    await mergeLeads(
      { keptId: kept?.id ?? 0, mergedId: merged?.id ?? 0, viewer, cause: "hand", at: now() },
      store().db,
    );
    await setTitle(kept?.id ?? 0, "Director", actorId);
    expect((await exchange()).counts.pushed).toBe(2);
    expect(["7", "8"].map((id) => hubspot().contacts.get(id)?.properties.voorrang_cell)).toEqual(["A4", "A4"]);
  });
});
