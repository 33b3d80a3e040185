import { expect, it } from "vitest";
import { figureWriter } from "./write-figures.ts";

const { duration } = figureWriter("en", (key, values) => `${key} ${Object.values(values ?? {}).join(" ")}`);

it("tells a span of time in seconds below a minute, as a machine's delay would be none otherwise", () => {
  expect(duration(0)).toBe("seconds\u00a00");
  expect(duration(0.03)).toBe("seconds\u00a01");
  expect(duration(59.9 / 60)).toBe("seconds\u00a059");
  expect(duration(1)).toBe("minutes\u00a01");
});

it("tells longer ones in minutes, hours and days", () => {
  expect(duration(59)).toBe("minutes\u00a059");
  expect(duration(124)).toBe("hoursMinutes\u00a02\u00a04");
  expect(duration(2_339)).toBe("hours\u00a039");
  expect(duration(4_938)).toBe("days\u00a03");
});
