import { eq, isNotNull } from "drizzle-orm";
import { type BulkClient, connectBulk } from "#db/bulk.ts";
import { type Executor, type Store, store } from "#db/client.ts";
import { ExchangeStopped, keepCounts, tryLockExchange } from "#db/crm/connection.ts";
import type { OwnerBook } from "#db/crm/exchange.ts";
import { type PullPage, pullPage } from "#db/crm/pull-page.ts";
import { pushLeads } from "#db/crm/push-leads.ts";
import { finishRun, openRun } from "#db/crm/runs.ts";
import { storeContacts } from "#db/crm/store-contacts.ts";
import { storeDeals } from "#db/crm/store-deals.ts";
import { AccountBook } from "#db/import/account-book.ts";
import type { ImportSession } from "#db/import/session.ts";
import { type CrmConnection, findCrmConnection, isExchangeDue } from "#db/queries/crm-connection.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { listOwners } from "#db/queries/owners.ts";
import { listUsers } from "#db/queries/users.ts";
import { crmConnection, crmRuns } from "#db/schema/index.ts";
import { CrmError } from "#lib/crm/crm-error.ts";
import type { CrmDoor, CrmOpening, CrmOwner, CrmSystem, TargetWords } from "#lib/crm/door.ts";
import type { ReasonWords } from "#lib/crm/reasons.ts";
import { addCrmCounts, type CrmCounts, isStillDue, NOTHING_DONE } from "#lib/crm/run.ts";
import { openToken } from "#lib/crm/sealed-token.ts";
import { pairsInForce } from "#lib/crm/settings.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { notify } from "./notify.ts";
import { scoreDueLeads } from "./score-due-leads.ts";

export type ExchangeWithCrm = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly open: (system: CrmSystem, opening: CrmOpening) => Promise<CrmDoor>;
  readonly wordsOf: (locale: Locale) => Promise<CrmWords>;
};

export type CrmWords = { readonly targets: TargetWords; readonly reasons: ReasonWords };

/** `none`: there is nothing to do; `busy`: another process is at it. */
export type Exchanged = {
  readonly status: "none" | "busy" | "stopped" | "done" | "failed";
  readonly counts: CrmCounts;
};

/**
 * Exchanges leads with the CRM: pulls contacts and decided deals that changed, scores whom that concerns as after an
 * import, and then pushes what changed here. Goes on where an exchange was that did not come to its end.
 */
export async function exchangeWithCrm(input: ExchangeWithCrm, target: Store = store): Promise<Exchanged> {
  const exchanged = await exchangeAlone(input, target);
  // Another process that was asked for one meanwhile found this one at it.
  if (exchanged.status !== "busy" && (await isExchangeDue({ at: input.now() }, target.db)))
    await enqueueJob({ queue: "exchange-with-crm", data: {} }, target.db);
  return exchanged;
}

async function exchangeAlone(input: ExchangeWithCrm, target: Store): Promise<Exchanged> {
  const client = await connectBulk(target.url);
  try {
    if (!(await tryLockExchange(client))) return { status: "busy", counts: NOTHING_DONE };
    const connection = await findCrmConnection(target.db);
    // A job that was queued while another exchange was under way may find that done which it was for.
    if (!connection?.sealedToken || !isStillDue({ nextAt: connection.nextAt, at: input.now() }))
      return { status: "none", counts: NOTHING_DONE };
    return await run({ ...input, connection, sealedToken: connection.sealedToken, client, target });
  } finally {
    await client.end();
  }
}

type Running = ExchangeWithCrm & {
  readonly connection: CrmConnection;
  readonly sealedToken: string;
  readonly client: BulkClient;
  readonly target: Store;
};

async function run(running: Running): Promise<Exchanged> {
  const { now, target } = running;
  const wasNextAt = running.connection.nextAt;
  const opened = await openRun({ at: now() }, target);
  let { counts } = opened;
  const tally: Tally = {
    with: (more) => ({ runId: opened.id, counts: addCrmCounts(counts, more) }),
    add: (more) => {
      counts = addCrmCounts(counts, more);
    },
  };
  try {
    await exchange(running, tally);
    await finishRun({ runId: opened.id, failure: null, at: now(), wasNextAt }, target);
    return { status: "done", counts };
  } catch (error) {
    // Cut off, or asked for all anew: nothing is left to be done for this run.
    if (error instanceof ExchangeStopped) {
      await finishRun({ runId: opened.id, failure: null, at: now(), wasNextAt, isCut: true }, target);
      return { status: "stopped", counts };
    }
    if (!(error instanceof CrmError)) throw error;
    await finishRun({ runId: opened.id, failure: error, at: now(), wasNextAt }, target);
    return { status: "failed", counts };
  }
}

/** What the run did so far: looked at with what is about to be kept, and added to once that is. */
type Tally = {
  readonly with: (more: Partial<CrmCounts>) => { readonly runId: number; readonly counts: CrmCounts };
  readonly add: (more: Partial<CrmCounts>) => void;
};

async function exchange(running: Running, tally: Tally): Promise<void> {
  const { connection, sealedToken, client, target, now, signal, open } = running;
  const { system, settings, settingsAt } = connection;
  const organisation = await findOrganisation(target.db);
  if (!organisation) return;
  const { timeZone } = organisation;
  const door = await open(system, { token: await openToken(sealedToken), timeZone, signal });
  const [fields, there, types] = [await door.listFields(), await door.listOwners(), await readFieldTypes(target.db)];
  await target.db.update(crmConnection).set({ fields, owners: there }).where(isNotNull(crmConnection.token));
  const owners = await openOwnerBook(there, target);
  const pairs = pairsInForce(settings.fields, { fields, types });
  const zones = { fileZone: timeZone, localZone: timeZone };
  const sessionAt = (arrived: Date): ImportSession => ({
    store: target,
    client,
    reader: client,
    importId: 0,
    isDry: false,
    arrived,
    source: system,
    zones,
  });
  const pulled = { hasNews: false };

  await pullAll(connection.contactsCursor, {
    of: "contacts",
    pull: (cursor) => door.pullContacts({ cursor, fields: pairs.map(({ field }) => field) }),
    store: (records, session) => storeContacts(records, { session, settings, pairs, owners }, new AccountBook(session)),
  });
  if (settings.pullsDeals)
    await pullAll(connection.dealsCursor, {
      of: "deals",
      pull: (cursor) => door.pullDeals({ cursor }),
      store: storeDeals,
    });
  if (pulled.hasNews) await spread(running);
  await pushAll(running, { door, book: owners }, tally);

  async function pullAll<T>(from: string | null, page: Pick<PullPage<T>, "of" | "pull" | "store">): Promise<void> {
    for (let cursor = from; ; ) {
      signal?.throwIfAborted();
      const keep = (counts: Partial<CrmCounts>) => keepCounts(tally.with(counts), client);
      const done = await pullPage({ ...page, cursor, settingsAt, sessionAt, now, keep });
      tally.add(done.counts);
      pulled.hasNews ||= done.hasNews;
      cursor = done.cursor;
      if (done.isLast) return;
    }
  }
}

/** Who was pulled is scored, found by search and seen on open screens, as after an import. */
async function spread({ now, signal, target }: Running): Promise<void> {
  await notify({ leads: null }, target.db);
  await enqueueJob({ queue: "index-leads", data: {} }, target.db);
  await scoreDueLeads({ now, signal }, target);
}

async function openOwnerBook(there: readonly CrmOwner[], { db }: Store): Promise<OwnerBook> {
  const users = await listOwners(db);
  const nameHere = new Map((await listUsers(db)).map(({ userId, name }) => [userId, name]));
  const userOf = there.flatMap(({ id, email }) => {
    const userId = email === null ? undefined : users.get(email.toLowerCase());
    return userId === undefined ? [] : [[id, userId] as const];
  });
  return { userOf: new Map(userOf), nameThere: new Map(there.map(({ id, name }) => [id, name])), nameHere };
}

type Pushing = { readonly door: CrmDoor; readonly book: OwnerBook };

async function pushAll(running: Running, { door, book }: Pushing, tally: Tally): Promise<void> {
  const { connection, target, signal, wordsOf } = running;
  const { settings } = connection;
  if (settings.push.length === 0 && !settings.pushesOwners) return;
  const words = await wordsOf(settings.locale);
  if (settings.push.length > 0) await door.makeTargets(settings.push, words.targets);
  const ownerOf = new Map([...book.userOf].map(([id, userId]) => [userId, id]));
  for (let after = { leadId: 0, crmId: "" }; ; ) {
    signal?.throwIfAborted();
    const generation = await findCurrentGeneration(target.db);
    const pushing = { door, settings, generation, ownerOf, words: words.reasons, after, keep };
    const done = await pushLeads(pushing, target.db);
    if (!done) return;
    tally.add(done.counts);
    after = done.after;
  }

  async function keep(more: Partial<CrmCounts>, executor: Executor): Promise<void> {
    const { runId, counts } = tally.with(more);
    await executor.update(crmRuns).set({ counts }).where(eq(crmRuns.id, runId));
  }
}
