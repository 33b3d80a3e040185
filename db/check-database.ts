import { Client } from "pg";
import { EnvError } from "#lib/env.ts";

const PATIENCE_MS = 10_000;
const SILENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ECONNRESET"];
const SHUT = ["28P01", "28000"];

/** Connects once to a database that somebody named. Throws `EnvError` with a sentence that says what is wrong with it. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: "voorrang",
    connectionTimeoutMillis: PATIENCE_MS,
  });
  // The attempt that fails says so; unheard, the event would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new EnvError(`The environment variable DATABASE_URL ${whatIsWrong(error, new URL(url))}.`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

function whatIsWrong(error: unknown, { host, pathname, username }: URL): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  // The driver gives no code when its own patience ends, nor when a password is asked for and none was named.
  if (SILENT.includes(code) || /timeout/i.test(message)) return `names ${host}, where no PostgreSQL answers`;
  if (SHUT.includes(code) || /password/i.test(message))
    return `names ${host}, which does not let ${decodeURIComponent(username) || "this user"} in with that password`;
  if (code === "3D000")
    return `names the database ${decodeURIComponent(pathname.slice(1))}, which ${host} does not have: make it first`;
  return `names ${host}, which cannot be used: ${message}`;
}
