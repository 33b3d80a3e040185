/** What `db/bulk.ts` uses of pg-copy-streams 7, which brings no types. */
declare module "pg-copy-streams" {
  import type { Readable, Writable } from "node:stream";
  import type { Submittable } from "pg";

  export function to(sql: string, options?: { readonly highWaterMark?: number }): Readable & Submittable;
  export function from(sql: string, options?: { readonly highWaterMark?: number }): Writable & Submittable;
}
