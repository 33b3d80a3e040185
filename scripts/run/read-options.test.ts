import { describe, expect, it } from "vitest";
import { CommandError } from "./command.ts";
import { readOptions } from "./read-options.ts";

const options = { mapping: { type: "string" }, json: { type: "boolean" } } as const;
const read = (...args: string[]) => readOptions({ name: "import", args, options });

describe("the options of a command", () => {
  it("are told from its arguments", () => {
    expect(read("leads", "--mapping", "m.json", "x.csv", "--json")).toEqual({
      args: ["leads", "x.csv"],
      values: { mapping: "m.json", json: true },
    });
  });

  it.each([
    [["--colour", "red"], "Unknown option '--colour': import --help tells what it takes."],
    [["-q"], "Unknown option '-q': import --help tells what it takes."],
    [["leads", "--mapping"], "--mapping needs a value: import --help tells what it takes."],
    [["--mapping", "--json"], "--mapping needs a value: import --help tells what it takes."],
    [["--json=yes"], "--json takes no value: import --help tells what it takes."],
  ])("that it does not have are refused in a sentence: %j", (args, sentence) => {
    expect(() => read(...args)).toThrow(new CommandError(sentence));
  });
});
