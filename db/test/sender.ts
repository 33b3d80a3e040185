import type { Database } from "#db/client.ts";
import { takeRequest } from "#db/mutations/take-request.ts";
import type { TakeParcel } from "#db/mutations/take-together.ts";
import type { RefusedMessage } from "#lib/ingest/reasons.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import { TEST_TIME } from "./add-test-user.ts";

type Sending = { readonly at?: Date; readonly take?: TakeParcel };

/** Sends messages with a key, all in one request; gives what was refused. */
export function sender(db: Database, key: ApiKey, { at = TEST_TIME, take }: Sending = {}) {
  return (...messages: readonly Readonly<Record<string, unknown>>[]): Promise<readonly RefusedMessage[]> =>
    takeRequest({ key, body: { sentAt: undefined, messages }, kind: null, at, ...(take && { take }) }, db);
}
