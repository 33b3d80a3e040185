import { expect, test } from "vitest";
import { type Gathered, gather, mergeChanges } from "./change.ts";
import { type ChangeMessage, decodeMessage, encodeMessage, type LiveMessage } from "./message.ts";

const gatherAll = (messages: readonly ChangeMessage[]) => messages.reduce<Gathered | null>(gather, null);
const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("a lead that changed twice is told once", () => {
  expect(mergeChanges({ leads: [1, 2] }, { leads: [2, 3] })).toEqual({ leads: [1, 2, 3] });
});

test("more than 1,000 leads are everything, and everything stays everything", () => {
  expect(mergeChanges({ leads: ids(1_000) }, { leads: [1] }).leads).toHaveLength(1_000);
  expect(mergeChanges({ leads: ids(1_000) }, { leads: [1_001] })).toEqual({ leads: null });
  expect(mergeChanges({ leads: null }, { leads: [1] })).toEqual({ leads: null });
});

test("a switch to other scores is everything", () => {
  expect(gatherAll([{ leads: [1] }, { generation: 2 }])).toEqual({ leads: null, ownersWere: [] });
});

test("who lost a lead is remembered, nobody being somebody", () => {
  const messages: ChangeMessage[] = [
    { leads: [1], ownerWas: null },
    { leads: [2], ownerWas: 7 },
    { leads: [3], ownerWas: 7 },
  ];
  expect(gatherAll(messages)).toEqual({ leads: [1, 2, 3], ownersWere: [null, 7] });
});

test("a message arrives as it was sent, and 401 leads or people as all of them", () => {
  const messages: LiveMessage[] = [
    { leads: ids(400), ownerWas: null },
    { leads: null },
    { generation: 2 },
    { alerted: ids(400) },
  ];
  for (const message of messages) expect(decodeMessage(encodeMessage(message))).toEqual(message);
  expect(decodeMessage(encodeMessage({ leads: ids(401) }))).toEqual({ leads: null });
  expect(decodeMessage(encodeMessage({ alerted: ids(401) }))).toEqual({ alerted: null });
  expect(Math.max(...messages.map((message) => encodeMessage(message).length))).toBeLessThan(8_000);
});
