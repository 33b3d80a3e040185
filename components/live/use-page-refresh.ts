import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/** Draws the page anew from the server, keeping what the reader typed and opened; resolves once it is there. */
export function usePageRefresh(): () => Promise<void> {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const waiting = useRef<(() => void)[]>([]);
  const resolveAll = useCallback(() => {
    for (const done of waiting.current.splice(0)) done();
  }, []);
  useEffect(() => {
    if (!isPending) resolveAll();
  }, [isPending, resolveAll]);
  // The page may be left before it is there.
  useEffect(() => resolveAll, [resolveAll]);
  return useCallback(
    () =>
      new Promise((resolve) => {
        waiting.current.push(resolve);
        startTransition(() => router.refresh());
      }),
    [router],
  );
}
