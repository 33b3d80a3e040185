import { listenToChanges } from "#db/queries/listen-to-changes.ts";
import { listVisibleAmong } from "#db/queries/visible-among.ts";
import { now } from "#lib/clock.ts";
import { openHub } from "./hub.ts";

/** The one of this process. */
export const hub = openHub({ listen: listenToChanges, listVisible: listVisibleAmong, now });
