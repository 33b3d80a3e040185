import { and, desc, eq, getTableName, inArray, isNotNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findLeadId } from "#db/queries/lead-identity.ts";
import { events, leadFieldValues, leadIdentities, leadMerges, leads, outcomes, touches } from "#db/schema/index.ts";
import { addTestEndpoint, toldTo } from "#db/test/endpoint-fixtures.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { later, mergeTests } from "#db/test/merge-tests.ts";
import { addTestLead, daysAgo } from "#db/test/scoring-fixtures.ts";
import { OWNED } from "./lead-tables.ts";
import { recordNote } from "./record-note.ts";
import { setLeadFields } from "./set-lead-fields.ts";
import { undoTouch } from "./undo-touch.ts";

const { db, viewer, mergeToUndo, undo, send, call, win, twoRecords } = mergeTests();

/** All that is stored of leads, but for when they were written last. */
async function everything(leadIds: readonly number[]): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of OWNED.filter((each) => each !== leadMerges))
    rows[getTableName(table)] = (
      await db()
        .select({ row: sql<string>`to_jsonb(${table})::text` })
        .from(table)
        .where(sql`lead_id = any(${`{${leadIds.join()}}`}::bigint[])`)
    )
      .map(({ row }) => row)
      .sort();
  const records = await db()
    .select({ row: sql<string>`(to_jsonb(${leads}) - 'updated_at')::text` })
    .from(leads)
    .where(inArray(leads.id, [...leadIds]));
  const named = await db()
    .select()
    .from(leadIdentities)
    .where(inArray(leadIdentities.leadId, [...leadIds]));
  return {
    ...rows,
    records: records.map(({ row }) => row).sort(),
    named: named.map((each) => JSON.stringify(each)).sort(),
  };
}

describe("a merge that is undone", () => {
  it("leaves both leads as if there had been none", async () => {
    const { kept, merged } = await twoRecords();
    const before = await everything([kept, merged]);
    const mergeId = await mergeToUndo(kept, merged);
    expect(await undo(kept, mergeId)).toEqual({ ok: true, value: { leadId: merged } });
    const after = await everything([kept, merged]);
    // What the merge itself did stays in sight, marked.
    const isMark = (row: string) => row.includes('"cause": "merge"') && !row.includes('"undone_at": null');
    const unmarked = Object.entries(after).map(([name, rows]) => [name, rows.filter((row) => !isMark(row))] as const);
    expect(Object.fromEntries(unmarked)).toEqual(before);
    await expectExactScores(db());
  });

  it("gives back what came with the record, and leaves with the other what came since", async () => {
    const { kept, merged } = await twoRecords();
    const mergeId = await mergeToUndo(kept, merged);
    await send(kept, "since", later(5));
    await win(kept, "deal 2", later(6));
    await setLeadFields({ leadId: kept, viewer: viewer(), values: { job_title: "Chief" }, at: later(7) }, db());
    await undo(kept, mergeId);
    const ofKept = await db().select().from(events).where(eq(events.leadId, kept));
    expect(ofKept).toHaveLength(3);
    expect(await db().select().from(events).where(eq(events.leadId, merged))).toHaveLength(2);
    const deals = await db()
      .select()
      .from(outcomes)
      .where(inArray(outcomes.leadId, [kept, merged]));
    expect(deals.map(({ leadId, id }) => [leadId, id]).sort()).toEqual(
      [
        [kept, "deal 2"],
        [merged, "deal 1"],
      ].sort(),
    );
    const [lead] = await db().select().from(leads).where(eq(leads.id, kept));
    expect(lead).toMatchObject({ jobTitle: "Chief", city: "Breda", createdAt: daysAgo(40), mayEmail: false });
    const titles = await db()
      .select()
      .from(leadFieldValues)
      .where(and(eq(leadFieldValues.leadId, kept), eq(leadFieldValues.field, "job_title")));
    expect(titles.map(({ value }) => value)).toEqual(["Chief"]);
    await expectExactScores(db());
  });

  it("gives back what endpoints are yet to hear of the record, and leaves with the other what is told of both since", async () => {
    const endpointId = await addTestEndpoint(db(), { events: ["lead.cell_changed"] });
    const [kept, merged] = [await addTestLead(db()), await addTestLead(db())];
    await send(merged, "of the record");
    await send(kept, "of the other");
    const mergeId = await mergeToUndo(kept, merged);
    const whose = async () => (await toldTo(endpointId, db())).map(({ leadId }) => leadId);
    expect(await whose()).toEqual([kept, kept, kept]);
    await undo(kept, mergeId);
    // Both came into another cell by the undoing as well.
    expect(await whose()).toEqual([merged, kept, kept, kept, merged]);
  });

  it("is the newest of the lead's, and is undone once", async () => {
    const [a, b, c] = [await addTestLead(db()), await addTestLead(db()), await addTestLead(db())];
    const first = await mergeToUndo(a, b, 1);
    const second = await mergeToUndo(c, a, 2);
    expect(await undo(c, first)).toMatchObject({ refusal: { reason: "merge_settled" } });
    expect(await undo(c, second)).toMatchObject({ ok: true });
    expect(await undo(c, second)).toMatchObject({ refusal: { reason: "merge_settled" } });
    expect(await undo(a, first)).toMatchObject({ ok: true, value: { leadId: b } });
    await expectExactScores(db());
  });

  it("leaves them so whichever of the two stayed, and however often", async () => {
    const { kept, merged } = await twoRecords();
    const before = await everything([kept, merged]);
    await undo(kept, await mergeToUndo(kept, merged));
    await undo(merged, await mergeToUndo(merged, kept, 100), 200);
    const isMark = (row: string) => row.includes('"cause": "merge"') && !row.includes('"undone_at": null');
    const again = Object.entries(await everything([kept, merged]));
    expect(Object.fromEntries(again.map(([name, rows]) => [name, rows.filter((row) => !isMark(row))]))).toEqual(before);
  });
});

describe("what a stale list says of a record that is no more", () => {
  it("lands on the lead that it is now: the outcome, its undo, a note and a deal", async () => {
    const { kept, merged } = await twoRecords();
    const seen = (await newestTouch(merged)) ?? 0;
    await mergeToUndo(kept, merged);
    await db().update(leads).set({ stage: "lead" }).where(eq(leads.id, kept));
    const touchId = await call(merged, later(5), seen);
    expect(await newestTouch(kept)).toBe(touchId);
    // A second that has not seen the first is a conflict, as it would be without a merge.
    await expect(call(merged, later(6), seen)).rejects.toThrow("lead_worked");
    const undone = { leadId: merged, touchId, userId: viewer().userId, at: later(6) };
    expect(await undoTouch(undone, db())).toMatchObject({ ok: true });
    expect(await recordNote({ leadId: merged, viewer: viewer(), note: "Late", at: later(7) }, db())).toMatchObject({
      ok: true,
    });
    expect(await win(merged, "deal 3", later(8))).toMatchObject({ ok: true });
    expect(await findLeadId({ text: String(merged) }, db())).toBe(kept);
    expect(await db().$count(outcomes, eq(outcomes.leadId, kept))).toBe(2);
  });

  async function newestTouch(leadId: number): Promise<number | undefined> {
    const [row] = await db()
      .select({ id: touches.id })
      .from(touches)
      .where(and(eq(touches.leadId, leadId), isNotNull(touches.disposition)))
      .orderBy(desc(touches.id));
    return row?.id;
  }
});
