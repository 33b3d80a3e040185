import type { Logger } from "pino";
import type { JobPayloads, QueueName } from "#lib/jobs/queues.ts";

export type JobContext = {
  readonly now: () => Date;
  /** Aborted when the worker has to stop: end soon, in a state from which the job can be tried again. */
  readonly signal: AbortSignal;
  readonly log: Logger;
};

/** Does a job; gives what is worth a line in the log. Throws to be tried again. */
export type JobHandler<Q extends QueueName> = (
  data: JobPayloads[Q],
  context: JobContext,
) => Promise<Readonly<Record<string, unknown>>>;

export type JobHandlers = { readonly [Q in QueueName]?: JobHandler<Q> };
