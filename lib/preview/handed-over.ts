import { z } from "zod";
import type { BaseScores } from "./base-scores.ts";
import { ALWAYS, type CallPool, NEVER } from "./call-pool.ts";

/** Of more, nobody waits to be told whose they become. */
export const MOST_ROUTED = 20_000;
const MOST_CELLS = 25;
const LONGEST_CELL = 4;

/** What an editor asks of routing: whose leads become that a draft hands over, each in the cell where the draft puts it. */
export const routesRequestSchema = z.strictObject({
  leads: z
    .array(
      z.strictObject({
        cell: z.string().min(1).max(LONGEST_CELL),
        leadIds: z.array(z.int().positive()).max(MOST_ROUTED),
      }),
    )
    .max(MOST_CELLS)
    .refine((cells) => cells.reduce((sum, { leadIds }) => sum + leadIds.length, 0) <= MOST_ROUTED),
});
export type RoutesRequest = z.infer<typeof routesRequestSchema>;

/** Whose leads become; those that stay whose they are, and those that nobody gets yet, are not named. */
export type RoutesAnswer = { readonly routed: readonly (readonly [leadId: number, userId: number])[] };

type Scored = Pick<BaseScores, "qualifying" | "cells" | "cellNames">;

/** Rows that a publish would hand over to sales. */
export function handedOverRows({ toHandOver }: Pick<CallPool, "toHandOver">, { qualifying }: Scored): number[] {
  const rows: number[] = [];
  for (let row = 0; row < qualifying.length; row++) if (toHandOver[row] !== 0 && qualifying[row] !== 0) rows.push(row);
  return rows;
}

/** Asks whose these rows become. */
export function routesRequest(
  rows: readonly number[],
  leadIds: Uint32Array,
  { cells, cellNames }: Scored,
): RoutesRequest {
  const byCell = Map.groupBy(rows, (row) => cells[row] ?? 0);
  return {
    leads: [...byCell].map(([cell, own]) => ({
      cell: cellNames[cell] ?? "",
      leadIds: own.map((row) => leadIds[row] ?? 0),
    })),
  };
}

type Handed = {
  readonly rows: readonly number[];
  readonly leadIds: Uint32Array;
  readonly answer: RoutesAnswer;
};

/** Who may have which row on a list once these are handed over: they are news, and have an owner where somebody gets them. */
export function poolHandedOver(pool: CallPool, { rows, leadIds, answer }: Handed): CallPool {
  const [owners, newsAfter] = [pool.owners.slice(), pool.newsAfter.slice()];
  const owner = new Map(answer.routed);
  for (const row of rows) {
    const routedTo = owner.get(leadIds[row] ?? 0);
    if (routedTo !== undefined) owners[row] = routedTo;
    if (newsAfter[row] !== NEVER) newsAfter[row] = ALWAYS;
  }
  return { ...pool, owners, newsAfter };
}
