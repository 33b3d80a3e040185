"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { addEndpoint } from "#db/mutations/add-endpoint.ts";
import { changeEndpoint } from "#db/mutations/change-endpoint.ts";
import { changeEndpointSecret } from "#db/mutations/change-endpoint-secret.ts";
import { limitAttempts } from "#db/mutations/limit-attempts.ts";
import { removeEndpoint } from "#db/mutations/remove-endpoint.ts";
import { resumeEndpoint } from "#db/mutations/resume-endpoint.ts";
import { sendDeliveriesAgain } from "#db/mutations/send-deliveries-again.ts";
import { findSealedEndpoint } from "#db/queries/endpoints.ts";
import { now } from "#lib/clock.ts";
import { outgoingOf } from "#lib/outgoing/from-env.ts";
import { ok, refuse } from "#lib/result.ts";
import { changedEndpointSchema, endpointIdSchema, newEndpointSchema } from "#lib/webhooks/endpoint.ts";
import { sealAddress, sealSecret } from "#lib/webhooks/sealed.ts";
import { sendMessage } from "#lib/webhooks/send-message.ts";
import { makeSecret } from "#lib/webhooks/signature.ts";

const permission = "manage_settings";
const revalidate = ["/settings/webhooks"];
const ofEndpoint = z.object({ endpointId: endpointIdSchema });
const trials = limitAttempts({ name: "webhook-trial", attempts: 10, seconds: 600 });

/** The secret is told once. */
export const addEndpointAction = defineAction({
  permission,
  schema: newEndpointSchema,
  revalidate,
  run: async ({ address, ...endpoint }, { user, at }) => {
    const secret = makeSecret();
    const sealed = { address: await sealAddress(address), secret: await sealSecret(secret) };
    const endpointId = await addEndpoint({ ...endpoint, ...sealed, host: address.host, actorId: user.userId, at });
    return ok({ endpointId, secret });
  },
});

export const changeEndpointAction = defineAction({
  permission,
  schema: changedEndpointSchema,
  revalidate,
  run: async ({ address, ...endpoint }, { user, at }) => {
    const moved = address && { host: address.host, address: await sealAddress(address) };
    return changeEndpoint({ ...endpoint, moved, actorId: user.userId, at });
  },
});

/** The new secret is told once. */
export const changeEndpointSecretAction = defineAction({
  permission,
  schema: ofEndpoint,
  revalidate,
  run: async ({ endpointId }, { user, at }) => {
    const secret = makeSecret();
    const sealed = await sealSecret(secret);
    const changed = await changeEndpointSecret({ endpointId, secret: sealed, actorId: user.userId, at });
    return changed.ok ? ok({ secret }) : changed;
  },
});

export const resumeEndpointAction = defineAction({
  permission,
  schema: ofEndpoint,
  revalidate,
  run: ({ endpointId }, { user, at }) => resumeEndpoint({ endpointId, actorId: user.userId, at }),
});

export const removeEndpointAction = defineAction({
  permission,
  schema: ofEndpoint,
  revalidate,
  run: async ({ endpointId }, { user, at }) => {
    await removeEndpoint({ endpointId, actorId: user.userId, at });
    return ok(null);
  },
});

/** Sends a message of no meaning and says what came of it. */
export const tryEndpointAction = defineAction({
  permission,
  schema: ofEndpoint,
  run: async ({ endpointId }, { user, at }) => {
    if (!(await trials.attempt(String(user.userId)))) return refuse("rate_limited");
    const endpoint = await findSealedEndpoint(endpointId);
    if (!endpoint) return refuse("not_found", { reason: "endpoint_gone" });
    const message = { type: "webhook.test", at, data: {}, lead: null } as const;
    return ok(await sendMessage({ endpoint, messageId: randomUUID(), message, now }, outgoingOf()));
  },
});

export const sendAgainAction = defineAction({
  permission,
  schema: ofEndpoint.extend({ deliveryId: z.int().positive().nullable() }),
  revalidate,
  run: ({ endpointId, deliveryId }, { user, at }) =>
    sendDeliveriesAgain({ endpointId, deliveryId, actorId: user.userId, at }),
});
