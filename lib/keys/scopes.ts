/** What a key may do. `ingest` is the tracking protocol; the others are the REST API. */
export const SCOPES = [
  "ingest",
  "leads:read",
  "leads:write",
  "accounts:read",
  "accounts:write",
  "events:read",
  "events:write",
  "scores:read",
  "stages:read",
  "stages:write",
  "outcomes:read",
  "outcomes:write",
  "exports:read",
] as const;
export type Scope = (typeof SCOPES)[number];
