import { CALL_PARTS, type CallPool, type Rival, readRivals } from "#lib/preview/call-pool.ts";
import type { CallsHead, CallsRequest } from "#lib/preview/calls-answer.ts";
import { readFrames } from "#lib/preview/frames.ts";
import { fromInstantParts } from "#lib/preview/instants.ts";
import { NEWEST } from "#lib/preview/newest-key.ts";
import { unpackColumn } from "#lib/preview/pack.ts";

export type CallsAnswer = CallsHead & {
  /** null while it is being measured, and of a share of the leads. */
  readonly pool: CallPool | null;
  readonly rivals: readonly Rival[];
  /** By `newestKey`, those that were measured: epoch milliseconds by row. */
  readonly newest: ReadonlyMap<string, Float64Array>;
};

/** Asks what besides the scores decides today's call lists. Throws when the server does not answer with it. */
export async function fetchCalls(request: CallsRequest, signal: AbortSignal): Promise<CallsAnswer> {
  const response = await fetch("/api/preview/calls", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) throw new Error(`Today's lists answered ${response.status}.`);
  const { head, parts } = readFrames<CallsHead>(await response.arrayBuffer());
  const part = (name: keyof typeof CALL_PARTS) => parts.get(CALL_PARTS[name]);
  const [owners, newsAfter, toHandOver, rivals] = [
    part("owners"),
    part("newsAfter"),
    part("toHandOver"),
    part("rivals"),
  ];
  const pool =
    owners && newsAfter && toHandOver
      ? {
          owners: await unpackColumn(owners, head.size),
          newsAfter: await instants(newsAfter, head.size),
          toHandOver: await unpackColumn(toHandOver, head.size),
        }
      : null;
  const newest = new Map<string, Float64Array>();
  for (const [key, packed] of parts) if (key.startsWith(NEWEST)) newest.set(key, await instants(packed, head.size));
  return { ...head, pool, rivals: rivals ? readRivals(rivals) : [], newest };
}

async function instants(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Float64Array> {
  return fromInstantParts(await unpackColumn(packed, size * 2));
}
