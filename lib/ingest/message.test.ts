import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBody } from "./body.ts";
import { readMessage } from "./message.ts";

const NOW = Date.parse("2026-03-12T10:00:00Z");
const HOUR_MS = 3_600_000;
const read = (raw: unknown, sentAt: unknown = undefined) => readMessage(raw, { kind: null, sentAt, arrivedAt: NOW });
const track = (changes: Readonly<Record<string, unknown>> = {}) => ({
  type: "track",
  event: "Demo Requested",
  userId: "u1",
  ...changes,
});
const reasonOf = (raw: unknown) => {
  const found = read(raw);
  return "reason" in found ? [found.reason, found.field] : null;
};

describe("a message", () => {
  it("tells what happened, of whom, and what was said", () => {
    const properties = { product: { name: "Pro", price: 9.5 }, tags: ["a", 1], none: null, list: [{ deep: 1 }] };
    expect(read(track({ messageId: "m1", userId: 7, anonymousId: " a1 ", properties }))).toEqual({
      message: {
        kind: "track",
        messageId: "m1",
        userId: "7",
        anonymousId: "a1",
        name: "Demo Requested",
        asset: null,
        properties: { "product.name": "Pro", "product.price": 9.5, tags: ["a", "1"] },
        claimed: NOW,
        time: "2026-03-12T10:00:00.000Z",
      },
    });
  });

  it("of a path says what it is by the path", () => {
    const found = readMessage(
      { userId: "u1", traits: { plan: "pro" } },
      { kind: "identify", sentAt: null, arrivedAt: NOW },
    );
    expect(found).toMatchObject({ message: { kind: "identify", traits: { plan: "pro" } } });
  });

  it.each([
    ["of another kind", { type: "video" }, ["unknown_kind", "type"]],
    ["of nobody", track({ userId: null }), ["nobody", "userId"]],
    ["of somebody who is a list", track({ userId: [] }), ["wrong_type", "userId"]],
    ["with too long an id", track({ userId: "u".repeat(513) }), ["id_too_long", "userId"]],
    ["without a name of what happened", track({ event: " " }), ["no_event_name", "event"]],
    ["with properties that are a text", track({ properties: "x" }), ["wrong_type", "properties"]],
    ["with a time that is none", track({ timestamp: "yesterday" }), ["time_invalid", "timestamp"]],
    ["of 1970", track({ timestamp: "1970-01-01T00:00:00Z" }), ["before_2000", "timestamp"]],
    ["of 2099", track({ timestamp: "2099-01-01T00:00:00Z" }), ["too_far_ahead", "timestamp"]],
    ["with a NUL", track({ properties: { a: "b\0" } }), ["bad_characters", null]],
    ["with half of a pair", track({ properties: { "\ud800": 1 } }), ["bad_characters", null]],
    [
      "with the name of a prototype",
      JSON.parse('{"type":"track","x":{"__proto__":{}}}'),
      ["forbidden_name", "__proto__"],
    ],
    ["of more than 32 KB", track({ properties: { a: "x".repeat(33_000) } }), ["too_large", null]],
    ["that is a list", [track()], ["not_a_message", null]],
    ["of a company that is not named", { type: "group", userId: "u1" }, ["no_group", "groupId"]],
    ["of who it was before, not named", { type: "alias", userId: "u1" }, ["no_previous_id", "previousId"]],
  ])("%s is refused", (_, raw, expected) => {
    expect(reasonOf(raw)).toEqual(expected);
  });

  it("nested 20 deep is taken, deeper is refused, however deep it is", () => {
    const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
    // The message and its properties are the first two levels.
    expect(reasonOf(track({ properties: nested(19) }))).toBeNull();
    expect(reasonOf(track({ properties: nested(20) }))).toEqual(["too_deep", null]);
    expect(reasonOf(track({ properties: nested(50_000) }))).toEqual(["too_deep", null]);
  });

  it("whatever it is, is taken or refused with a reason, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), fc.jsonValue(), (odd, value) => {
        for (const raw of [odd, value, track({ properties: odd, timestamp: value }), { ...track(), traits: value }]) {
          const found = JSON.parse(JSON.stringify(raw) ?? "null");
          expect(Object.keys(read(found)).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("the time of a message", () => {
  const claimedOf = (times: Readonly<Record<string, unknown>>, sentAt?: string) => {
    const found = read(track(times), sentAt);
    return "message" in found && "claimed" in found.message ? found.message.claimed : null;
  };

  it("is as long before its arrival as the sender says that it was before it was sent", () => {
    // A clock that is two hours slow: sent at 8, an hour after it happened.
    expect(claimedOf({ timestamp: "2026-03-12T07:00:00Z" }, "2026-03-12T08:00:00Z")).toBe(NOW - HOUR_MS);
    // A clock of 1970, which is what a device shows that lost its battery.
    expect(claimedOf({ timestamp: "1970-01-01T00:00:00Z" }, "1970-01-01T00:00:05Z")).toBe(NOW - 5_000);
  });

  it("is what was written before anybody corrected it, and is sent when the message says so", () => {
    const times = { originalTimestamp: "2026-03-12T09:00:00Z", timestamp: "2026-03-12T03:00:00Z" };
    expect(claimedOf({ ...times, sentAt: "2026-03-12T09:30:00Z" }, "2026-03-12T09:00:00Z")).toBe(NOW - HOUR_MS / 2);
  });

  it("is its own where nobody says when it was sent, in UTC where it names no zone", () => {
    expect(claimedOf({ timestamp: "2026-03-10T12:00:00+01:00" })).toBe(Date.parse("2026-03-10T11:00:00Z"));
    expect(claimedOf({ timestamp: "2026-03-10T12:00:00" })).toBe(Date.parse("2026-03-10T12:00:00Z"));
    expect(claimedOf({ timestamp: "2026-03-10" })).toBe(Date.parse("2026-03-10T00:00:00Z"));
  });
});

describe("a body", () => {
  it("is one message, or a batch of them", () => {
    expect(readBody('{"writeKey":"k","userId":"u"}', "track")).toMatchObject({
      writeKey: "k",
      messages: [{ userId: "u" }],
    });
    expect(readBody('{"batch":[1,2],"sentAt":"now"}', null)).toEqual({
      writeKey: null,
      sentAt: "now",
      messages: [1, 2],
    });
  });
  it.each(["", "{", "[]", "1", '{"batch":{}}', "null"])("%j can not be read", (text) => {
    expect(readBody(text, null)).toBeNull();
  });
});
