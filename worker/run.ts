import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { client, store } from "#db/client.ts";
import { enqueueJob } from "#db/mutations/enqueue-job.ts";
import { areAlertsDue } from "#db/queries/alerts-due.ts";
import { listenToChanges } from "#db/queries/listen-to-changes.ts";
import { now } from "#lib/clock.ts";
import { readEnv } from "#lib/env.ts";
import { JOB_SCHEMA, type JobPayloads, QUEUE_NAMES, type QueueName } from "#lib/jobs/queues.ts";
import { watchClocks } from "./clocks.ts";
import { openDeliveries } from "./deliveries.ts";
import type { JobContext } from "./job.ts";
import { JOBS } from "./jobs.ts";
import { watchMidnight } from "./midnight.ts";

/** Below the ten seconds after which the supervisor kills. */
const STOP_MS = 8_000;
const POLL_SECONDS = 0.5;
/** While the database tells of new jobs, only those that are tried again have to be looked for. */
const TOLD_POLL_SECONDS = 2;

const TEND_AFTER_LOSS_MS = 1_000;

/** Takes jobs until it is told to stop. Gives the way to stop it. */
export async function runWorker(): Promise<() => Promise<void>> {
  const log = pino({ level: readEnv().LOG_LEVEL, name: "worker" });
  const stopping = new AbortController();
  const context: JobContext = { now, signal: stopping.signal, log };
  const boss = new PgBoss({
    connectionString: store.url,
    schema: JOB_SCHEMA,
    max: 4,
    useListenNotify: true,
    application_name: "voorrang jobs",
  });
  let isTendingSoon = false;
  boss.on("error", (error) => {
    log.error({ err: error }, "jobs");
    tendSoon();
  });
  await boss.start();
  for (const queue of QUEUE_NAMES) await take(queue);
  await boss.schedule("tend", "* * * * *");
  await enqueueJob({ queue: "tend", data: {} });
  // The same is asked for every minute: a night that goes wrong here comes a little late.
  const onError = (error: unknown) => log.error({ err: error }, "midnight");
  const midnights = watchMidnight({ ...context, onError }, () => enqueueJob({ queue: "build-generation", data: {} }));
  const clocks = watchClocks({ ...context, onError: (error) => log.error({ err: error }, "clocks") });
  const deliveries = openDeliveries({ ...context, onError: (error) => log.error({ err: error }, "webhooks") });
  let alerts = Promise.resolve();
  // What is not heard is found within the minute.
  listenToChanges({
    onMessage: (message) => {
      if ("news" in message) deliveries.look();
      if ("alerted" in message)
        alerts = alerts.then(sendAlertsSoon).catch((error: unknown) => log.error({ err: error }, "alerts"));
    },
    onListening: () => {},
  });

  return async () => {
    stopping.abort();
    const patience = sleep(STOP_MS, undefined, { ref: false });
    const watches = Promise.all([midnights, clocks, deliveries.ended, alerts]);
    await Promise.all([boss.stop({ graceful: true, timeout: STOP_MS }), Promise.race([watches, patience])]);
    await client.end();
  };

  async function sendAlertsSoon(): Promise<void> {
    if (!stopping.signal.aborted && (await areAlertsDue({ at: now() })))
      await enqueueJob({ queue: "send-alerts", data: {} });
  }

  /** Jobs that lost the database count as under way for a minute more: tending finds what they left, as after a start. */
  function tendSoon(): void {
    if (isTendingSoon || stopping.signal.aborted) return;
    isTendingSoon = true;
    setTimeout(async () => {
      isTendingSoon = false;
      await enqueueJob({ queue: "tend", data: {} }).catch(tendSoon);
    }, TEND_AFTER_LOSS_MS).unref();
  }

  async function take<Q extends QueueName>(queue: Q): Promise<void> {
    const handle = JOBS[queue];
    if (!handle) return;
    const polling = { pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: TOLD_POLL_SECONDS };
    await boss.work<JobPayloads[Q]>(queue, polling, async (jobs) => {
      for (const { id, data } of jobs) {
        const from = performance.now();
        try {
          const result = await handle(data, context);
          log[queue === "tend" ? "debug" : "info"]({ id, ms: Math.round(performance.now() - from), ...result }, queue);
        } catch (error) {
          if (context.signal.aborted) log.info({ id }, `${queue} stopped`);
          else log.error({ id, err: error }, queue);
          throw error;
        }
      }
    });
  }
}
