import { setTimeout as sleep } from "node:timers/promises";
import { type ReactNode, Suspense } from "react";

/** Most pages are read sooner; a loading state shorter than this would only flicker. */
const PATIENCE_MS = 200;

type Props<T> = { reading: Promise<T>; loading: ReactNode; children: (value: T) => ReactNode };

/**
 * What a page shows once it has read it, and its loading state if that takes long. With the loading state
 * the status of the answer is sent: what is not there, or not for the reader, has to be refused before.
 */
export async function WhenRead<T>({ reading, loading, children }: Props<T>) {
  const early = await Promise.race([reading.then((value) => ({ value })), sleep(PATIENCE_MS, null)]);
  return (
    <Suspense fallback={loading}>{early ? children(early.value) : <Late reading={reading}>{children}</Late>}</Suspense>
  );
}

async function Late<T>({ reading, children }: Pick<Props<T>, "reading" | "children">) {
  return children(await reading);
}
