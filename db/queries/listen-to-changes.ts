import { client } from "#db/client.ts";
import { decodeMessage, LIVE_CHANNEL, type LiveMessage } from "#lib/live/message.ts";

export type ChangeListener = {
  readonly onMessage: (message: LiveMessage) => void;
  /** Listening from now on: after each loss of the connection as well. What was told in between is lost. */
  readonly onListening: () => void;
};

/** Listens to what `notify` tells, on one connection beside the pool, for as long as the process runs. */
export function listenToChanges({ onMessage, onListening }: ChangeListener, connections = client): void {
  connections.listen({
    channel: LIVE_CHANNEL,
    onPayload: (payload) => onMessage(decodeMessage(payload)),
    onListening,
  });
}
