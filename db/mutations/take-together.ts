import { db, type Executor } from "#db/client.ts";
import { splitByLane } from "#lib/ingest/lanes.ts";
import { MESSAGES_AT_ONCE } from "#lib/ingest/limits.ts";
import type { Parcel } from "#lib/ingest/message.ts";
import type { RefusedMessage } from "#lib/ingest/reasons.ts";
import { createTurns } from "#lib/ingest/turns.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import { takeUnited } from "./take-united.ts";

type Keyed = { readonly key: ApiKey; readonly parcel: Parcel };

/** Takes a parcel that a key brings; gives what was refused, by its place in it. */
export type TakeParcel = (keyed: Keyed) => Promise<readonly RefusedMessage[]>;

/** As many as keep the database busy while this process works, and no two tell of the same person. */
const LANES = 2;

/**
 * Takes the parcels of a process, those of a key that wait in one transaction: side by side they would wait for the
 * leads that most of them tell of, and each would read these anew to score them.
 */
export function openTaking(executor: Executor = db): TakeParcel {
  const lanes = Array.from({ length: LANES }, () =>
    createTurns<Keyed, readonly RefusedMessage[]>({
      take: (turn) => takeTurn(turn, executor),
      sizeOf: ({ parcel }) => parcel.messages.length,
      most: MESSAGES_AT_ONCE,
      areAlike: (one, other) => one.key.keyId === other.key.keyId,
    }),
  );
  return async ({ key, parcel }) => {
    const parts = splitByLane(parcel.messages, lanes.length);
    const refused = parts.map(async ({ lane, places, messages }) => {
      const wrong = (await lanes[lane]?.add({ key, parcel: { messages, at: parcel.at } })) ?? [];
      return wrong.map((each) => ({ ...each, index: places[each.index] ?? 0 }));
    });
    return (await Promise.all(refused)).flat();
  };
}

async function takeTurn(turn: readonly Keyed[], executor: Executor): Promise<RefusedMessage[][]> {
  const [first] = turn;
  if (!first) return [];
  const parcels = turn.map(({ parcel }) => parcel);
  const refused = await takeUnited({ key: first.key, parcels }, executor);
  let end = 0;
  return parcels.map(({ messages }) => {
    const start = end;
    end += messages.length;
    return refused.flatMap((wrong) =>
      wrong.index >= start && wrong.index < end ? [{ ...wrong, index: wrong.index - start }] : [],
    );
  });
}
