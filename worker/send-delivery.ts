import { db, type Executor } from "#db/client.ts";
import { findSealedEndpoint } from "#db/queries/endpoints.ts";
import { findToldLead } from "#db/queries/told-lead.ts";
import type { Outgoing } from "#lib/outgoing/connect.ts";
import { failed } from "#lib/outgoing/delivery.ts";
import { outgoingOf } from "#lib/outgoing/from-env.ts";
import { type Attempt, judgeAttempt } from "#lib/webhooks/attempt.ts";
import type { ClaimedDelivery } from "#lib/webhooks/delivery.ts";
import { sendMessage } from "#lib/webhooks/send-message.ts";

type Way = { readonly now: () => Date; readonly outgoing?: Outgoing; readonly executor?: Executor };

/** Sends one message to its endpoint, with what is known of its lead by now. */
export async function sendDelivery(
  { endpointId, messageId, leadId, ...told }: ClaimedDelivery,
  { now, outgoing = outgoingOf(), executor = db }: Way,
): Promise<Attempt> {
  const endpoint = await findSealedEndpoint(endpointId, executor);
  if (!endpoint) return judgeAttempt(failed("not_set_up"));
  const { hasContact } = endpoint;
  const lead = leadId === null ? null : await findToldLead({ leadId, hasContact }, executor);
  return sendMessage({ endpoint, messageId, message: { ...told, lead }, now }, outgoing);
}
