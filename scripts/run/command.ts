import type { ParseArgsOptionsConfig } from "node:util";

/** A failure that a person can mend: its message is the sentence they read. */
export class CommandError extends Error {}

export type CommandInput = {
  /** What stands behind the command's name, without the options. */
  readonly args: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly at: Date;
};

/** What a command says: one JSON object with `--json`, else text. A stream goes out as it is in both cases. */
export type CommandOutput =
  | {
      readonly json: Readonly<Record<string, unknown>>;
      readonly text: string;
      /** What was found is not as it should be: the program exits with 1. */
      readonly isFailure?: boolean;
    }
  | { readonly stream: AsyncIterable<string> };

/** The export `command` of a file in `scripts/commands`, which is loaded when the database is open. */
export type Command = {
  /** What `--help` prints. */
  readonly help: string;
  readonly options?: ParseArgsOptionsConfig;
  readonly run: (input: CommandInput) => Promise<CommandOutput>;
};

/** An option's text; undefined when it was not given. */
export function textOption({ values }: CommandInput, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}
