import { type Store, store } from "#db/client.ts";
import { type KeptCensus, keepCensus } from "./keep-census.ts";

/** Requests that resolved their generation before a switch still ask for the old one. */
const FORGET_MS = 60_000;

type Open = { readonly url: string; readonly kept: KeptCensus; askedAt: number };
let open: readonly Open[] = [];

/** The census of a generation that this process keeps; the first to ask makes it. */
export function openCensus(generationId: number | null, target: Store = store): KeptCensus {
  const at = performance.now();
  open = open.filter(({ askedAt }) => at - askedAt < FORGET_MS || open.length === 1);
  const known = open.find(({ url, kept }) => url === target.url && kept.generationId === generationId);
  if (known) {
    known.askedAt = at;
    return known.kept;
  }
  const kept = keepCensus(generationId, target);
  open = [...open, { url: target.url, kept, askedAt: at }];
  return kept;
}
