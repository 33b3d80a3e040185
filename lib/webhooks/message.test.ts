import { describe, expect, test } from "vitest";
import { writeMessage } from "./message.ts";

const at = new Date("2026-03-10T08:00:00Z");
const lead = { id: 3, externalIds: [{ source: "hubspot", id: "77" }] };
const data = { dueAt: "2026-03-10T07:45:00.000Z", ownerId: null };

describe("the body of a message", () => {
  test("says what happened, when, in which version of the format, and to which lead", () => {
    expect(writeMessage({ type: "lead.sla_breached", at, data, lead })).toBe(
      '{"type":"lead.sla_breached","version":1,"timestamp":"2026-03-10T08:00:00.000Z","data":' +
        '{"dueAt":"2026-03-10T07:45:00.000Z","ownerId":null,"lead":{"id":3,"externalIds":[{"source":"hubspot","id":"77"}]}}}',
    );
  });

  test("never says more than its type does", () => {
    const body = writeMessage({ type: "lead.sla_breached", at, data: { ...data, note: "geheim" }, lead });
    expect(body).not.toContain("geheim");
  });

  test("is not written when what was stored is not what its type says", () => {
    expect(() => writeMessage({ type: "lead.accepted", at, data, lead })).toThrow();
    expect(() => writeMessage({ type: "lead.sla_breached", at, data, lead: null })).toThrow();
  });
});
