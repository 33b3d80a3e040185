import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByLane } from "./lanes.ts";
import { type Message, readMessage } from "./message.ts";

const read = (raw: Readonly<Record<string, unknown>>): Message => {
  const found = readMessage(raw, { kind: null, sentAt: null, arrivedAt: Date.parse("2026-03-12T10:00:00Z") });
  if ("reason" in found) throw new Error(found.reason);
  return found.message;
};
const id = fc.constantFrom("a", "b", "c", "d", "é😀");
const events = fc.array(
  fc
    .record({ userId: fc.option(id, { nil: null }), anonymousId: id })
    .map((who) => read({ type: "track", event: "E", ...who })),
  { maxLength: 20 },
);

describe("the ways that messages go", () => {
  it("part events by whom they are of, each once and in order", () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 4 }), (messages, lanes) => {
        const parts = splitByLane(messages, lanes);
        expect(parts.flatMap(({ places }) => places).sort((a, b) => a - b)).toEqual([...messages.keys()]);
        for (const part of parts) {
          expect(part.messages).toEqual(part.places.map((place) => messages[place]));
          expect(part.places).toEqual(part.places.toSorted((a, b) => a - b));
        }
        const ways = parts.flatMap(({ lane, messages: own }) =>
          own.map(({ userId, anonymousId }) => `${userId ?? anonymousId} ${lane}`),
        );
        const people = new Set(messages.map(({ userId, anonymousId }) => userId ?? anonymousId));
        expect(new Set(ways).size).toBe(people.size);
      }),
    );
  });

  it("are one where a message says who somebody is", () => {
    const messages = [
      { type: "track", event: "E", anonymousId: "x" },
      { type: "identify", userId: "u1", anonymousId: "x" },
      { type: "track", event: "E", userId: "u2" },
    ].map(read);
    expect(splitByLane(messages, 2)).toEqual([{ lane: expect.any(Number), messages, places: [0, 1, 2] }]);
  });
});
