import type { ImportStatus } from "./constants.ts";

/** How far a file is on its way in: its mapping is looked at, it is tried, it comes in, it is over. */
export type ImportStage = "preparing" | "trying" | "importing" | "ended";

/** A file that was tried is being prepared again: nothing of it was written. */
export function stageOf({
  status,
  isDryRun,
}: {
  readonly status: ImportStatus;
  readonly isDryRun: boolean;
}): ImportStage {
  switch (status) {
    case "uploaded":
      return "preparing";
    case "queued":
    case "running":
      return isDryRun ? "trying" : "importing";
    case "done":
    case "failed":
    case "cancelled":
      return isDryRun ? "preparing" : "ended";
  }
}
