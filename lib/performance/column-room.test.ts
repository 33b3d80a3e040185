import { expect, it } from "vitest";
import { ColumnRoom } from "./column-room.ts";

it("gives columns beside each other, and the same memory again once it is cleared", () => {
  const room = new ColumnRoom();
  const first = room.floats(3).fill(1);
  const second = room.floats(3).fill(2);
  expect([...first]).toEqual([1, 1, 1]);
  room.clear();
  expect(room.floats(2).buffer).toBe(first.buffer);
  expect(room.integers(6).buffer).toBe(second.buffer);
  room.clear();
  const larger = room.floats(4);
  expect(larger.buffer).not.toBe(first.buffer);
  expect([...room.bytes(2)]).toHaveLength(2);
});
