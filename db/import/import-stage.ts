import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import { imports } from "#db/schema/index.ts";

/** The file's mapping may still be changed: `stageOf` says "preparing". */
export const IS_PREPARING = or(
  eq(imports.status, "uploaded"),
  and(eq(imports.isDryRun, true), inArray(imports.status, ["done", "failed", "cancelled"])),
);

export function isPreparing(importId: number): SQL | undefined {
  return and(eq(imports.id, importId), IS_PREPARING);
}

/** It is on its way, tried or for good. */
export function isUnderWay(importId: number): SQL | undefined {
  return and(eq(imports.id, importId), inArray(imports.status, ["queued", "running"]));
}

/** A file as it was when it had just arrived: what earlier tries found is of another mapping. */
export const UNTRIED = {
  status: "uploaded",
  isDryRun: false,
  report: null,
  failure: null,
  recordsRead: 0,
  bytesRead: 0,
  startedAt: null,
  finishedAt: null,
} as const;
