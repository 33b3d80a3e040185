import { routeWaiting } from "#db/mutations/route-waiting.ts";
import type { JobHandler } from "#worker/job.ts";

export const routeWaitingJob: JobHandler<"route-waiting"> = async (_, { now, signal }) => routeWaiting({ now, signal });
