import type { Outgoing } from "#lib/outgoing/connect.ts";
import { failed } from "#lib/outgoing/delivery.ts";
import { post } from "#lib/outgoing/post.ts";
import { type Attempt, judgeAttempt } from "./attempt.ts";
import { type ToldMessage, writeMessage } from "./message.ts";
import { openEndpoint, type SealedEndpoint } from "./sealed.ts";
import { signedHeaders, webhookId } from "./signature.ts";

export type SendMessage = {
  readonly endpoint: SealedEndpoint;
  /** A UUID: the same for the same message, however often it is sent. */
  readonly messageId: string;
  readonly message: ToldMessage;
  /** When it is signed. */
  readonly now: () => Date;
};

/** Sends a message to an endpoint, signed with what is its secret by now. */
export async function sendMessage(
  { endpoint, messageId, message, now }: SendMessage,
  outgoing: Outgoing,
): Promise<Attempt> {
  const open = await openEndpoint(endpoint, now());
  if (!open) return judgeAttempt(failed("sealed"));
  const body = writeMessage(message);
  const headers = signedHeaders({ messageId: webhookId(messageId), at: now(), body, secrets: open.secrets });
  return judgeAttempt(await post({ url: open.url, body, headers }, outgoing));
}
