import { type Store, store } from "#db/client.ts";
import { listOpenImports } from "#db/queries/imports.ts";
import { runImport } from "./run-import.ts";

/** Finishes imports that were queued, or whose process is gone; waits for one that is under way. Gives how many. */
export async function resumeImports(
  { now, signal }: { readonly now: () => Date; readonly signal?: AbortSignal },
  target: Store = store,
): Promise<number> {
  const open = await listOpenImports(target.db);
  for (const importId of open) await runImport({ importId, now, signal }, target);
  return open.length;
}
