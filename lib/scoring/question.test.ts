import { describe, expect, it } from "vitest";
import { placeFields } from "./attribute-rule.ts";
import type { Condition } from "./condition.ts";
import type { FieldValue } from "./facts.ts";
import { FramePlan, fillFrame, readFrom } from "./frame.ts";
import { compileCondition, FALSE, TRUE, UNKNOWN } from "./question.ts";
import { CATALOGUE } from "./test/definitions.ts";
import { TODAY } from "./test/leads.ts";

function ask(condition: Condition, fields: Record<string, FieldValue | null>) {
  const plan = new FramePlan();
  const question = compileCondition(condition, placeFields(plan, CATALOGUE.fields));
  const frame = plan.build();
  fillFrame(frame, readFrom(fields), TODAY);
  return question(frame);
}

const isNl: Condition = { field: "country", op: "equals", value: "NL" };
const isBig: Condition = { field: "employees", op: "at_least", value: 500 };

describe("a condition", () => {
  it("takes a missing value, a blank one and one of another type as unknown", () => {
    for (const country of [null, "", "  ", 31, true, ["NL"]]) expect(ask(isNl, { country })).toBe(UNKNOWN);
    expect(ask(isNl, {})).toBe(UNKNOWN);
    for (const employees of ["500", Number.NaN, Infinity]) expect(ask(isBig, { employees })).toBe(UNKNOWN);
  });

  it("follows Kleene: a denial of unknown is unknown, one truth settles any, one falsehood settles all", () => {
    const truths = { [TRUE]: { country: "NL" }, [FALSE]: { country: "FR" }, [UNKNOWN]: {} };
    for (const truth of [FALSE, UNKNOWN, TRUE] as const) {
      expect(ask({ not: isNl }, truths[truth])).toBe(TRUE - truth);
      expect(ask({ any: [isBig, isNl] }, { ...truths[truth], employees: 500 })).toBe(TRUE);
      expect(ask({ all: [isBig, isNl] }, { ...truths[truth], employees: 499 })).toBe(FALSE);
      expect(ask({ any: [isBig, isNl] }, truths[truth])).toBe(Math.max(UNKNOWN, truth));
      expect(ask({ all: [isBig, isNl] }, truths[truth])).toBe(Math.min(UNKNOWN, truth));
    }
  });

  it("is never in doubt about whether a value is set", () => {
    const isSet: Condition = { field: "employees", op: "is_set" };
    expect([0, 7, null, "seven"].map((employees) => ask(isSet, { employees }))).toEqual([TRUE, TRUE, FALSE, FALSE]);
    expect(ask({ field: "interests", op: "is_set" }, { interests: [] })).toBe(FALSE);
  });

  it("compares texts without regard to case and blanks around them, in every script", () => {
    const equals = (value: string): Condition => ({ field: "country", op: "equals", value });
    expect(ask(equals(" nederland "), { country: "NEDERLAND" })).toBe(TRUE);
    expect(ask(equals("Straße"), { country: "STRASSE" })).toBe(TRUE);
    expect(ask(equals("ΕΛΛΆΣ"), { country: "ελλάς" })).toBe(TRUE);
    expect(ask(equals("caf\u00e9"), { country: "CAFE\u0301" })).toBe(TRUE);
    expect(ask(equals("cafe"), { country: "café" })).toBe(FALSE);
  });

  it("finds whole words, not pieces of them", () => {
    const hasWord = (value: string): Condition => ({ field: "job_title", op: "contains_word", value });
    expect(ask(hasWord("operations"), { job_title: "Head of Operations, EMEA" })).toBe(TRUE);
    expect(ask(hasWord("head of"), { job_title: "Head  of Operations" })).toBe(TRUE);
    expect(ask(hasWord("operation"), { job_title: "Head of Operations" })).toBe(FALSE);
    expect(ask(hasWord("IT"), { job_title: "Digital" })).toBe(FALSE);
    expect(ask(hasWord("it"), { job_title: "IT-manager" })).toBe(TRUE);
    expect(ask(hasWord("café"), { job_title: "Chef CAFÉ" })).toBe(TRUE);
  });

  it("looks at the beginning and the end of a text", () => {
    expect(ask({ field: "job_title", op: "starts_with", value: "head" }, { job_title: "Headhunter" })).toBe(TRUE);
    expect(ask({ field: "job_title", op: "ends_with", value: "Manager" }, { job_title: "sales manager " })).toBe(TRUE);
    expect(ask({ field: "job_title", op: "ends_with", value: "manager" }, { job_title: "manager sales" })).toBe(FALSE);
  });

  it("takes both ends of a range in", () => {
    const between: Condition = { field: "employees", op: "between", from: 50, to: 500 };
    expect([49, 50, 500, 501].map((employees) => ask(between, { employees }))).toEqual([FALSE, TRUE, TRUE, FALSE]);
    expect([499, 500].map((employees) => ask(isBig, { employees }))).toEqual([FALSE, TRUE]);
    const atMost: Condition = { field: "employees", op: "at_most", value: 10 };
    expect([10, 10.01].map((employees) => ask(atMost, { employees }))).toEqual([TRUE, FALSE]);
  });

  it("finds one of several values, and an item of a list", () => {
    const inBenelux: Condition = { field: "country", op: "in", values: ["NL", "BE", "LU"] };
    expect(["be", "DE", null].map((country) => ask(inBenelux, { country }))).toEqual([TRUE, FALSE, UNKNOWN]);
    const plans: Condition = { field: "interests", op: "list_includes", value: "planning" };
    expect(ask(plans, { interests: ["Costs", " Planning"] })).toBe(TRUE);
    expect(ask(plans, { interests: ["Costs"] })).toBe(FALSE);
    expect(ask(plans, { interests: [] })).toBe(UNKNOWN);
    expect(ask({ field: "is_customer", op: "equals", value: false }, { is_customer: false })).toBe(TRUE);
    expect(ask({ field: "contract_ends", op: "equals", value: "2026-03-12" }, { contract_ends: TODAY })).toBe(TRUE);
  });

  it("counts days from the value's own day: older beyond N, newer and due from 0 through N", () => {
    const answers = (op: "older_than" | "newer_than" | "due_within") =>
      [-31, -30, -1, 0, 1, 30, 31].map((age) =>
        ask({ field: "contract_ends", op, days: 30 }, { contract_ends: TODAY - age }),
      );
    expect(answers("older_than")).toEqual([FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE]);
    expect(answers("newer_than")).toEqual([FALSE, FALSE, FALSE, TRUE, TRUE, TRUE, FALSE]);
    expect(answers("due_within")).toEqual([FALSE, TRUE, TRUE, TRUE, FALSE, FALSE, FALSE]);
  });

  it("does not mistake what every object has for a field", () => {
    expect(() => ask({ field: "constructor", op: "is_set" }, {})).toThrow();
  });
});
