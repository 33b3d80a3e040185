import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { CommandError, type CommandInput } from "./command.ts";

type Asked = {
  readonly name: string;
  /** What stands behind the command's name. */
  readonly args: readonly string[];
  readonly options: ParseArgsOptionsConfig;
};

/** The arguments and options of a command. Throws `CommandError` for an option that it does not have. */
export function readOptions({ name, args, options }: Asked): Pick<CommandInput, "args" | "values"> {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { args: positionals, values: plain(values) };
  } catch (error) {
    throw new CommandError(sentenceOf(error, name));
  }
}

function sentenceOf(error: unknown, name: string): string {
  const { code = "", message = "" } = error instanceof Error ? { code: codeOf(error), message: error.message } : {};
  const option = /'(?:-\w, )?(--?[^' ]+)/.exec(message)?.[1] ?? "";
  const help = `${name} --help tells what it takes.`;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `Unknown option '${option}': ${help}`;
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw error;
  const isFlag = message.includes("does not take an argument");
  return isFlag ? `${option} takes no value: ${help}` : `${option} needs a value: ${help}`;
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

function plain(values: Readonly<Record<string, unknown>>): Record<string, string | boolean> {
  const given = Object.entries(values).filter(([, value]) => typeof value === "string" || typeof value === "boolean");
  return Object.fromEntries(given.map(([key, value]) => [key, value === true || value === false ? value : `${value}`]));
}
