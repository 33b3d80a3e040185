import { type Store, store } from "#db/client.ts";
import { type KeptCensus, keepCensus } from "./keep-census.ts";

/** Requests that resolved their generation before a switch still ask for the old one. */
const FORGET_MS = 60_000;

type Open = { readonly url: string; readonly kept: KeptCensus; askedAt: number };

/** The census of a generation that this process keeps; the first to ask makes it. */
export function openCensus(generationId: number | null, target: Store = store): KeptCensus {
  const process = thisProcess();
  const at = performance.now();
  const { open } = process;
  process.open = open.filter(({ askedAt }) => at - askedAt < FORGET_MS || open.length === 1);
  const known = process.open.find(({ url, kept }) => url === target.url && kept.generationId === generationId);
  if (known) {
    known.askedAt = at;
    return known.kept;
  }
  const kept = keepCensus(generationId, target);
  process.open = [...process.open, { url: target.url, kept, askedAt: at }];
  return kept;
}

const KEY = Symbol.for("voorrang.census");
type Kept = { open: readonly Open[] };

/** Next loads pages and endpoints as programs of their own, each with its own copy of this module: what they share lies here, where TypeScript sees no place for it. */
function thisProcess(): Kept {
  const holder = globalThis as { [KEY]?: Kept };
  holder[KEY] ??= { open: [] };
  return holder[KEY];
}
