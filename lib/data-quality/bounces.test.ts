import { expect, test } from "vitest";
import { bouncesOf } from "./bounces.ts";
import { leadsAlike } from "./example-leads.ts";

test("bounces are a share of the addresses there are", () => {
  const alike = [
    leadsAlike({ leads: 97 }),
    leadsAlike({ leads: 3, hasBounced: true }),
    // Whose address was taken away since.
    leadsAlike({ leads: 10, hasEmail: false, hasBounced: true }),
  ];
  expect(bouncesOf(alike)).toEqual({ bounced: 3, of: 100 });
  expect(bouncesOf([])).toEqual({ bounced: 0, of: 0 });
});
