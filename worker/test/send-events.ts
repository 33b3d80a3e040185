import { store } from "#db/client.ts";
import { createRandom } from "#db/seed/random.ts";
import { sendEvents } from "#db/test/event-load.ts";
import { DATASET_EVENT_TYPES } from "#scripts/bench/dataset-events.ts";

/** A process that takes events in as a web server does: `send-events.ts <prefix> <leads>`. Tells its parent what is stored. */
const [prefix = "", leads = ""] = process.argv.slice(2);
const load = sendEvents(
  {
    leads: Number(leads),
    types: DATASET_EVENT_TYPES,
    perSecond: 200,
    now: () => new Date(),
    random: createRandom(prefix),
    prefix,
    onStored: (externalIds) => process.send?.(externalIds),
    onFailure: () => {},
  },
  store.db,
);
process.on("SIGTERM", async () => {
  await load.stop();
  process.exit(0);
});
process.on("disconnect", () => process.exit(1));
process.send?.("ready");
