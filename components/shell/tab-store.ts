import { useSyncExternalStore } from "react";
import type { z } from "zod";

/** Something kept for the tab under a key: it outlives a reload, and signing in again. Another tab has its own. */
export function createTabStore<T>(schema: z.ZodType<T>) {
  const listeners = new Set<() => void>();
  const find = (key: string) => sessionStorage.getItem(key);
  /** Another version of the page may have written it. */
  const parse = (text: string | null): T | null =>
    text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null);
  const listen = (onChange: () => void) => {
    listeners.add(onChange);
    return () => void listeners.delete(onChange);
  };

  return {
    read: (key: string): T | null => parse(find(key)),
    /** null: forgets it. */
    write(key: string, value: T | null): void {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
      for (const tell of listeners) tell();
    },
    /** null on the server, which knows of none. */
    useKept: (key: string): T | null =>
      parse(
        useSyncExternalStore(
          listen,
          () => find(key),
          () => null,
        ),
      ),
  };
}
