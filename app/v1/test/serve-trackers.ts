import { serveTrackers } from "#app/_server/test/tracker-server.ts";
import { POST } from "../[call]/route.ts";

/** A web process with nothing but the endpoint of trackers: `serve-trackers.ts <port>`. */
await serveTrackers(POST, Number(process.argv[2]));
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(1));
process.send?.("ready");
