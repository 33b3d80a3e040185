import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailIdentity } from "#lib/leads/identity.ts";
import { identityKey, type Known, userIdentity } from "./known.ts";
import { type Message, readMessage } from "./message.ts";
import { type IngestPlan, planMessages } from "./plan.ts";

const ARRIVED = Date.parse("2026-03-12T10:00:00Z");
const message = (raw: Readonly<Record<string, unknown>>): Message => {
  const found = readMessage(raw, { kind: null, sentAt: null, arrivedAt: ARRIVED });
  if ("reason" in found) throw new Error(found.reason);
  return found.message;
};
const ids = ["a", "b", "c"];
const emails = ids.map((id) => `${id}@firm.example`);
/** Lead 1 is "a" of a server, with its address; lead 2 is "b" of a browser only. */
const KNOWN: Known = {
  leads: new Map([
    [keyOfUser("a", true), 1],
    [keyOfEmail("a@firm.example"), 1],
    [keyOfUser("b", false), 2],
    [keyOfEmail("b@firm.example"), 2],
  ]),
  holders: new Map(),
  claimed: new Map([[2, { hasEmail: true }]]),
};
function keyOfUser(id: string, isTrusted: boolean): string {
  const identity = userIdentity(id, isTrusted);
  return identity ? identityKey(identity) : "";
}
function keyOfEmail(email: string): string {
  const identity = emailIdentity(email);
  return identity ? identityKey(identity) : "";
}

const anyId = fc.option(fc.constantFrom(...ids), { nil: null });
const sender = fc
  .record({ userId: anyId, anonymousId: fc.option(fc.constantFrom("x", "y"), { nil: null }) })
  .filter(({ userId, anonymousId }) => userId !== null || anonymousId !== null);
const anyMessage = fc
  .tuple(
    sender,
    fc.oneof(
      fc.record({ type: fc.constant("track"), event: fc.constant("E") }),
      fc.record({
        type: fc.constant("identify"),
        traits: fc.record({ email: fc.option(fc.constantFrom(...emails), { nil: null }) }),
      }),
      fc.record({ type: fc.constant("group"), groupId: fc.constant("g") }),
      fc.record({ type: fc.constant("alias"), previousId: fc.constantFrom(...ids, "x", "y") }),
    ),
  )
  .filter(([{ userId }, { type }]) => type !== "alias" || userId !== null)
  .map(([who, what]) => message({ ...who, ...what }));
const anyMessages = fc.array(anyMessage, { maxLength: 12 });

/** All that the plan writes about a lead besides what it did. */
const writtenOf = (plan: IngestPlan) => [
  ...plan.identities.map(({ leadRef }) => leadRef),
  ...plan.told.map(({ leadRef }) => leadRef),
  ...plan.groups.flatMap(({ leadRef }) => leadRef ?? []),
  ...plan.confirmed,
];

describe("whom messages are about", () => {
  it("a visitor is who it says it is later, and its events are the lead's from then on", () => {
    const said = [
      { type: "track", event: "E", anonymousId: "x" },
      { type: "identify", userId: "a", anonymousId: "x" },
      { type: "track", event: "E", anonymousId: "x" },
    ];
    const { events, made, joined } = planMessages(said.map(message), KNOWN, true);
    expect(events.map((event) => "leadRef" in event && [event.leadRef, event.wasKept])).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(made).toEqual([]);
    expect(joined).toEqual([{ holder: { kind: "anonymous", id: "x" }, leadRef: 1 }]);
  });

  it("whatever a browser says, nothing is written of a lead that somebody else told of", () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        const plan = planMessages(messages, KNOWN, false);
        expect(writtenOf(plan)).not.toContain(1);
        expect(plan.confirmed).toEqual([]);
      }),
    );
  });

  it("every message is an event, a telling, or refused, and no name is given twice", () => {
    fc.assert(
      fc.property(anyMessages, fc.boolean(), (messages, isTrusted) => {
        const plan = planMessages(messages, KNOWN, isTrusted);
        expect(plan.events).toHaveLength(messages.filter(({ kind }) => kind === "track").length);
        const names = plan.identities.map(({ identity }) => identityKey(identity));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(KNOWN.leads.has(name)).toBe(false);
      }),
    );
  });

  it("taken again, the same messages make nobody and name nobody", () => {
    fc.assert(
      fc.property(anyMessages, fc.boolean(), (messages, isTrusted) => {
        const first = planMessages(messages, KNOWN, isTrusted);
        const idOf = (leadRef: number) => (leadRef < 0 ? 100 - leadRef : leadRef);
        const leads = new Map(KNOWN.leads);
        for (const { identity, leadRef } of first.identities) leads.set(identityKey(identity), idOf(leadRef));
        const holders = new Map(
          first.joined.map(({ holder, leadRef }) => [`${holder.kind} ${holder.id}`, idOf(leadRef)]),
        );
        const claimed = new Map(isTrusted ? KNOWN.claimed : [...KNOWN.claimed, ...first.made.map(madeClaim)]);
        for (const leadRef of first.confirmed) claimed.delete(idOf(leadRef));
        const again = planMessages(messages, { leads, holders, claimed }, isTrusted);
        expect([again.made, again.identities]).toEqual([[], []]);

        function madeClaim(leadRef: number) {
          const hasEmail = first.identities.some((each) => each.leadRef === leadRef && each.identity.kind === "email");
          return [idOf(leadRef), { hasEmail }] as const;
        }
      }),
    );
  });
});
