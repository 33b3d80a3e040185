import { db, type Executor } from "#db/client.ts";
import { type NewJob, sendJob } from "#db/jobs.ts";
import type { QueueName } from "#lib/jobs/queues.ts";

/**
 * Asks the worker for something, in the transaction of what it is about: the job is there exactly
 * when that is committed. In a queue whose policy is `short` what waits already is not queued again.
 */
export async function enqueueJob<Q extends QueueName>(job: NewJob<Q>, executor: Executor = db): Promise<void> {
  await sendJob(job, executor);
}
