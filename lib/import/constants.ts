export const IMPORT_KINDS = ["leads", "events", "outcomes", "costs"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** uploaded -> (mapping is corrected, dry runs) -> queued -> running -> done, failed or cancelled. */
export const IMPORT_STATUSES = ["uploaded", "queued", "running", "done", "failed", "cancelled"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
