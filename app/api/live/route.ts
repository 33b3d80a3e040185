import { hub } from "#app/_server/live/process-hub.ts";
import { streamChanges } from "#app/_server/live/stream.ts";
import { defineRoute } from "#app/_server/route.ts";
import { readSessionHash } from "#app/_server/session-cookie.ts";
import { findSession } from "#db/queries/sessions.ts";
import { now } from "#lib/clock.ts";
import { refuse } from "#lib/result.ts";

/** Tabs share one, so this many is a person with as many browsers. */
const MOST_STREAMS = 24;

/** What changes while the reader looks, as far as the reader may know of it. */
export const GET = defineRoute({
  permission: "view_leads",
  run: async (request, { user }) => {
    // Answered without its body, a stream would stay open.
    if (request.method === "HEAD") return new Response(null);
    if (hub.streamsOf(user.userId) >= MOST_STREAMS) return refuse("rate_limited");
    const idHash = await readSessionHash();
    return streamChanges({
      user,
      hub,
      signal: request.signal,
      findUser: async () => (idHash === null ? null : findSession({ idHash, at: now() })),
    });
  },
});
