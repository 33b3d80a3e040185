import type { RoutesAnswer } from "#lib/preview/handed-over.ts";

/** Asks whose leads become. `asked`: the text of a `RoutesRequest`. Throws when the server does not answer with it. */
export async function fetchRoutes(asked: string, signal: AbortSignal): Promise<RoutesAnswer> {
  const response = await fetch("/api/preview/routes", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: asked,
    signal,
  });
  if (!response.ok) throw new Error(`Routing answered ${response.status}.`);
  return response.json();
}
