import { expect, it } from "vitest";
import { WaitingEvents } from "./waiting-events.ts";

const LEADS = 20_000;

it("events are told by part of the leads as they came, however leads and parts were mixed", () => {
  const waiting = new WaitingEvents({ from: 11, to: 10 + LEADS, expected: LEADS, expectedEvents: 2 * LEADS });
  const expected = new Map<number, number[]>();
  for (let n = 0; n < 3 * LEADS; n++) {
    const leadId = 11 + ((n * 7919) % LEADS);
    expected.set(leadId, [...(expected.get(leadId) ?? []), n]);
    waiting.add(leadId, n % 5, { at: 2 ** 41 + n, day: n, rank: n, asset: -1 - n });
  }
  const told = new Map<number, number[]>();
  for (let from = 11; from <= 10 + LEADS; from += waiting.idsAPart)
    waiting.tell(from, (leadId, rules, { at, day, rank, asset }) => {
      expect(leadId - from).toBeLessThan(waiting.idsAPart);
      expect({ rules, at, rank, asset }).toEqual({ rules: day % 5, at: 2 ** 41 + day, rank: day, asset: -1 - day });
      told.set(leadId, [...(told.get(leadId) ?? []), day]);
    });
  expect(told).toEqual(expected);
});

it("a part holds about equally many leads where their ids lie far apart", () => {
  const near = new WaitingEvents({ from: 1, to: 1_000_000, expected: 1_000_000, expectedEvents: 0 });
  const far = new WaitingEvents({ from: 1, to: 100_000_000, expected: 1_000_000, expectedEvents: 0 });
  expect(far.idsAPart).toBe(near.idsAPart * 100);
});
