import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { JOB_SCHEMA, type JobPayloads, QUEUE_NAMES, QUEUES, type QueueName } from "#lib/jobs/queues.ts";
import type { Executor } from "./client.ts";

/** Only the worker supervises and schedules. */
const QUIET = { schema: JOB_SCHEMA, supervise: false, schedule: false };

/** Makes or renews the tables and queues of the jobs. */
export async function installJobs(url: string): Promise<void> {
  await withBoss(new PgBoss({ ...QUIET, connectionString: url, max: 1 }), async (boss) => {
    for (const queue of QUEUE_NAMES) {
      const { policy, ...options } = QUEUES[queue];
      const made = await boss.getQueue(queue);
      // A policy holds for as long as its queue is there.
      if (made && made.policy !== policy) await boss.deleteQueue(queue);
      await boss.createQueue(queue, { policy, ...options });
      // One that an earlier version made is left as it was.
      await boss.updateQueue(queue, options);
    }
  });
}

export type NewJob<Q extends QueueName> = { readonly queue: Q; readonly data: JobPayloads[Q] };

/** Queues a job in the executor's transaction: it is there exactly when what it works on is. */
export async function sendJob<Q extends QueueName>({ queue, data }: NewJob<Q>, executor: Executor): Promise<void> {
  const boss = new PgBoss({ ...QUIET, db: fromDrizzle(executor, sql), migrate: false });
  // Each base is waited for by itself.
  const only = "baseId" in data ? { singletonKey: String(data.baseId) } : {};
  await withBoss(boss, (started) => started.send(queue, data, only));
}

async function withBoss(boss: PgBoss, work: (boss: PgBoss) => Promise<unknown>): Promise<void> {
  // Statements reject for whoever awaits them; unheard, the event would end the process as well.
  boss.on("error", () => {});
  await boss.start();
  try {
    await work(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}
