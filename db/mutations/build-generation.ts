import { type Database, db } from "#db/client.ts";

export type BuildGeneration = {
  readonly cause: "publish" | "return" | "day" | "import" | "naming" | "zone";
  /** The local day the scores belong to. */
  readonly day: number;
  readonly now: () => Date;
};
export type BuiltGeneration = {
  readonly generationId: number;
  readonly leads: number;
  readonly scored: number;
  readonly seconds: number;
  /** How long the switch kept one-lead transactions waiting. */
  readonly switchMs: number;
};

/** Scores every lead into a new generation and puts it in force. Waits for a pass that is under way. */
export async function buildGeneration(_input: BuildGeneration, _database: Database = db): Promise<BuiltGeneration> {
  throw new Error("being built");
}
