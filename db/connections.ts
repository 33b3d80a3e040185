import { Socket } from "node:net";
import { Pool, type PoolClient, types } from "pg";
import type { Sql, TransactionSql } from "postgres";
import { listen as keepListening, type Listening } from "./listen.ts";
import { type Asked, asPostgresJs, type Result, run, type StatementOptions, statement } from "./statement.ts";
import { transact } from "./transact.ts";
import { NothingKept, tryAgain, wasUndone, wasUnreached } from "./try-again.ts";

const MOST = 10;
const CONNECT_MS = 30_000;
const LIFETIME_SECONDS = 3600;
const KEEP_ALIVE_MS = 60_000;

/** Drizzle reads dates, instants and intervals itself; lists of numbers of any size stay text as well. */
const AS_TEXT: readonly number[] = [1082, 1083, 1114, 1184, 1186, 1182, 1115, 1185, 1187, 1231];

export type Connections = {
  /** What Drizzle takes. */
  readonly sql: Sql;
  /** A statement in a transaction of its own. */
  query(text: string, values: readonly unknown[]): Promise<Result>;
  /** Listens until the end. */
  listen(what: Omit<Listening, "signal">): void;
  /** Closes all, each when it is done; after so many seconds in any case. */
  end(options?: { readonly timeout?: number }): Promise<void>;
};

/**
 * Connections over `pg` behind the few functions of postgres.js that Drizzle's driver for it uses.
 * postgres.js 3.4 itself may not stand there: when it loses a connection within a transaction it ends
 * the process, or goes on with the transaction's statements on the next connection, outside of it or
 * inside of another one (porsager/postgres issues 1154, 1208 and 1216).
 *
 * Here a transaction that lost its connection fails. One of which nothing can be left in the database
 * is done once more, as a whole: PostgreSQL undid it (a deadlock, a serialization failure), or the
 * connection was lost before COMMIT was sent. So work in a transaction may run several times. A
 * transaction within another never runs again alone, nor one whose COMMIT nobody answered.
 */
export function openConnections(url: string): Connections {
  const sockets = new Set<Socket>();
  const ending = new AbortController();
  const pool = new Pool({
    connectionString: url,
    application_name: "voorrang",
    max: MOST,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    // Statements that are not awaited one by one go out together.
    pipeline: true,
    types: { getTypeParser },
    stream: openSocket,
  });
  // The pool forgets an idle connection that was lost; unheard, the event would end the process.
  pool.on("error", () => {});
  return { sql: asPostgresJs({ options: { parsers: {}, serializers: {} }, unsafe, begin }), query, listen, end };

  function unsafe(text: string, values: readonly unknown[], options?: StatementOptions) {
    return statement((mode) => alone({ text, values, ...options, ...mode }));
  }

  function query(text: string, values: readonly unknown[]): Promise<Result> {
    return alone({ text, values });
  }

  function alone(asked: Asked): Promise<Result> {
    return tryAgain(async () => {
      const client = await connect();
      return settle(client, () =>
        run(client, asked).catch((error: unknown) => {
          throw wasUndone(error) ? new NothingKept(error) : error;
        }),
      );
    });
  }

  function begin<T>(work: (transaction: TransactionSql) => Promise<T>): Promise<T> {
    return tryAgain(async () => {
      const client = await connect();
      return settle(client, (isLost) => transact({ client, isLost, work }));
    });
  }

  async function connect(): Promise<PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      throw wasUnreached(error) ? new NothingKept(error) : error;
    }
  }

  function listen(what: Omit<Listening, "signal">): void {
    void keepListening(url, { ...what, signal: ending.signal });
  }

  async function end({ timeout }: { readonly timeout?: number } = {}): Promise<void> {
    ending.abort();
    const closing = pool.end();
    if (timeout === undefined) return closing;
    const patience = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, timeout * 1000);
    await closing;
    clearTimeout(patience);
  }

  function openSocket(): Socket {
    const socket = new Socket();
    sockets.add(socket);
    return socket.once("close", () => sockets.delete(socket));
  }
}

/** Works with a connection of the pool and gives it back, or throws it away when it was lost. */
async function settle<T>(client: PoolClient, work: (isLost: () => boolean) => Promise<T>): Promise<T> {
  let isLost = false;
  const lose = () => {
    isLost = true;
  };
  client.on("error", lose);
  try {
    return await work(() => isLost);
  } finally {
    client.off("error", lose);
    client.release(isLost || client.getTransactionStatus() !== "I");
  }
}

function getTypeParser(oid: number, format?: "text" | "binary") {
  return AS_TEXT.includes(oid) ? (value: string) => value : types.getTypeParser(oid, format ?? "text");
}
