import { expect, it } from "vitest";
import { createAdmission } from "./admission.ts";

it("what is more than there is room for is turned away until something is done, at different times", () => {
  const { enter, leave } = createAdmission(1000);
  expect(enter(600)).toBeNull();
  expect(enter(400)).toBeNull();
  expect([enter(1), enter(1), enter(1)]).toEqual([1, 2, 3]);
  leave(400);
  expect(enter(400)).toBeNull();
});

it("what alone is more than the room is let in alone", () => {
  const { enter, leave } = createAdmission(1000);
  expect(enter(1500)).toBeNull();
  expect(enter(1)).not.toBeNull();
  leave(1500);
  expect(enter(1)).toBeNull();
});

it("several processes have one room: each takes its part of it, and more when it is alone again", () => {
  const { enter, share } = createAdmission(1000);
  share(4);
  expect(enter(250)).toBeNull();
  expect(enter(1)).not.toBeNull();
  share(1);
  expect(enter(750)).toBeNull();
  expect(enter(1)).not.toBeNull();
});
