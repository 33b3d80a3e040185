import type { z } from "zod";
import { type Path, type Problem, problem } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** What the schema found wrong with a document, as problems a marketer can read. */
export function shapeProblems(issues: readonly Issue[], input: unknown): Problem[] {
  return issues.flatMap((issue) => readIssue(issue, { input, parent: [] }));
}

type Context = { readonly input: unknown; readonly parent: Path };

function readIssue(issue: Issue, { input, parent }: Context): Problem[] {
  const path = [...parent, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const value = valueAt(input, path);
  if (value === undefined && issue.code !== "unrecognized_keys") return [problem(path, missingCode(path))];
  switch (issue.code) {
    case "invalid_type":
      return [
        issue.expected === "int"
          ? problem(path, "not_whole")
          : problem(path, "wrong_type", { expected: issue.expected }),
      ];
    case "too_small":
    case "too_big":
      return [readSize(issue, path)];
    case "not_multiple_of":
      return [problem(path, "too_many_decimals")];
    case "invalid_format":
      return [problem(path, formatCode(issue.format, path), { value: String(value) })];
    case "invalid_value":
      return [problem(path, "not_an_option", { options: issue.values.map(String).join(", ") })];
    case "unrecognized_keys":
      return issue.keys.map((name) => problem([...path, name], "unknown_setting", { name }));
    case "invalid_key":
      return [problem(path, "invalid_cell", { value: String(path.at(-1)) })];
    case "invalid_union":
      return readUnion(issue, { input, parent: path });
    default:
      return [problem(path, "wrong_type", { expected: "object" })];
  }
}

function missingCode(path: Path) {
  return path.at(-1) === "all" ? "empty_condition" : "missing";
}

function formatCode(format: string, path: Path) {
  if (format === "date") return "invalid_date";
  return path.at(-1) === "key" ? "invalid_key" : "invalid_cell";
}

function readSize(issue: Extract<Issue, { code: "too_small" | "too_big" }>, path: Path): Problem {
  const name = path.at(-1);
  if (name === "halfLifeDays") return problem(path, "half_life_out_of_range");
  if (name === "thresholds") return problem(path, "wrong_number_of_bands");
  if (issue.origin === "array")
    return problem(path, name === "all" || name === "any" ? "empty_condition" : "empty_list");
  if (issue.code === "too_big") {
    const maximum = Number(issue.maximum);
    return problem(path, issue.origin === "string" ? "text_too_long" : "too_large", { maximum });
  }
  return issue.origin === "string"
    ? problem(path, "empty_text")
    : problem(path, "too_small", { minimum: Number(issue.minimum) });
}

/** Of the forms a value may have, tells what is wrong with the one that was most likely meant. */
function readUnion(issue: Extract<Issue, { code: "invalid_union" }>, context: Context): Problem[] {
  if (issue.discriminator !== undefined && "options" in issue)
    return [problem(context.parent, "not_an_option", { options: (issue.options ?? []).map(String).join(", ") })];
  const forms = issue.errors.map((issues) => ({
    problems: issues.flatMap((each) => readIssue(each, context)),
    isMeant: !issues.some((each) => isForeign(each, context)),
  }));
  const meant = forms.filter(({ isMeant }) => isMeant);
  const [best] = (meant.length > 0 ? meant : forms).sort((one, other) => depth(other.problems) - depth(one.problems));
  return best?.problems ?? [problem(context.parent, "wrong_type", { expected: "object" })];
}

/** Settings of another form, or no word of which one it is, show that this form was not meant. */
function isForeign(issue: Issue, { input, parent }: Context): boolean {
  if (issue.code === "unrecognized_keys") return issue.path.length === 0;
  if (issue.code !== "invalid_union" || issue.discriminator === undefined) return false;
  return issue.path.length === 1 && valueAt(input, [...parent, issue.discriminator]) === undefined;
}

function depth(problems: readonly Problem[]): number {
  return Math.max(...problems.map(({ path }) => path.length));
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    input,
  );
}
