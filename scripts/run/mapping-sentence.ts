import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What keeps a JSON document from being a mapping, and where in it: `columns[3].to must be one of …`. */
export function mappingSentence(issue: Issue): string {
  return `${placeOf(issue) || "it"} ${problemOf(issue)}`;
}

function placeOf({ path }: Issue): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_value":
      return `must be ${oneOf(issue.values.map(String))}`;
    case "unrecognized_keys":
      return `has ${issue.keys.join(", ")}, which no mapping has there`;
    case "invalid_type":
      return `must be ${NAMES[issue.expected] ?? "something else"}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? `must be ${oneOf(issue.options.map(String))}`
        : "is not written as a mapping writes it";
    case "custom":
    case "invalid_format":
      return issue.message;
    default:
      return "is too short, too long, too small or too large";
  }
}

const NAMES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object",
  record: "an object",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
