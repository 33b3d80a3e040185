import type { PoolClient } from "pg";
import type { TransactionSql } from "postgres";
import { type Asked, asPostgresJs, run, type StatementOptions, statement } from "./statement.ts";
import { isAborted, NothingKept, wasUndone } from "./try-again.ts";

type Work<T> = (transaction: TransactionSql) => Promise<T>;

export type Transaction<T> = {
  readonly client: PoolClient;
  /** Whether the connection is gone. */
  readonly isLost: () => boolean;
  readonly work: Work<T>;
};

/** Runs work in a transaction, once. Throws `NothingKept` when it is certain that it left nothing and may go well another time. */
export async function transact<T>({ client, isLost, work }: Transaction<T>): Promise<T> {
  let isCommitting = false;
  // Not waited for: it goes out with the first statement, and where it fails so does all behind it.
  const begun = run(client, { text: "begin", values: [] });
  begun.catch(() => {});
  try {
    const result = await inScope(client, work);
    await begun;
    isCommitting = true;
    await run(client, { text: "commit", values: [] });
    return result;
  } catch (error) {
    const isRolledBack = await run(client, { text: "rollback", values: [] }).then(
      () => true,
      () => false,
    );
    const isGone = !isCommitting && (isLost() || !isRolledBack);
    throw wasUndone(error) || isGone ? new NothingKept(error) : error;
  }
}

/** Gives work the statements of a transaction, or of a part of it. A statement that fails fails it, even when nobody minds. */
async function inScope<T>(client: PoolClient, work: Work<T>): Promise<T> {
  let isOver = false;
  const failures: unknown[] = [];
  const scope = {
    unsafe: (text: string, values: readonly unknown[], options?: StatementOptions) =>
      statement((mode) => ask({ text, values, ...options, ...mode })),
    savepoint: <S>(inner: Work<S>) => inSavepoint(client, inner),
  };
  try {
    const result = await work(asPostgresJs(scope));
    if (failures.length > 0) throw failures[0];
    return result;
  } catch (error) {
    // Whatever is asked after a failure fails for that alone: the first says why.
    throw isAborted(error) ? (failures[0] ?? error) : error;
  } finally {
    isOver = true;
  }

  async function ask(asked: Asked) {
    // The connection may serve somebody else by now.
    if (isOver) throw new Error("The transaction is over.");
    try {
      return await run(client, asked);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  }
}

async function inSavepoint<T>(client: PoolClient, work: Work<T>): Promise<T> {
  await run(client, { text: "savepoint part", values: [] });
  try {
    const result = await inScope(client, work);
    await run(client, { text: "release savepoint part", values: [] });
    return result;
  } catch (error) {
    // When it fails as well, the whole transaction is lost, for the reason that was there first.
    await run(client, { text: "rollback to savepoint part; release savepoint part", values: [] }).catch(() => {});
    throw error;
  }
}
