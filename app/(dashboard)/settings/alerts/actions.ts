"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { saveAlertSettings } from "#db/mutations/save-alert-settings.ts";
import { saveWebhook } from "#db/mutations/save-webhook.ts";
import { seeAlerts } from "#db/mutations/see-alerts.ts";
import { findSealedWebhook } from "#db/queries/alert-settings.ts";
import { openWebhook, sealWebhook } from "#lib/alerts/open-sealed.ts";
import { settingsSchema, webhookSchema } from "#lib/alerts/own-settings.ts";
import { slackPayload } from "#lib/alerts/slack.ts";
import { failed } from "#lib/outgoing/delivery.ts";
import { outgoingOf } from "#lib/outgoing/from-env.ts";
import { postJson } from "#lib/outgoing/post-json.ts";
import { ok, refuse } from "#lib/result.ts";
import { testMessage } from "../test-message.ts";

const revalidate = ["/settings/alerts"];

export const seeAlertsAction = defineAction({
  permission: "view_leads",
  schema: z.object({ upToId: z.int().positive() }),
  run: async ({ upToId }, { user, at }) => {
    await seeAlerts({ userId: user.userId, upToId, at });
    return ok(null);
  },
});

export const saveAlertSettingsAction = defineAction({
  permission: "view_leads",
  schema: settingsSchema,
  revalidate,
  run: async (settings, { user, at }) => {
    await saveAlertSettings({ ...settings, userId: user.userId, at });
    return ok(null);
  },
});

export const saveWebhookAction = defineFormAction({
  permission: "view_leads",
  schema: z.object({ webhook: webhookSchema }),
  keeps: ["webhook"],
  revalidate,
  run: async ({ webhook }, { user, at }) => {
    const { userId } = user;
    await saveWebhook({ userId, sealed: await sealWebhook(webhook, { userId }), at });
    return ok(null);
  },
});

export const removeWebhookAction = defineAction({
  permission: "view_leads",
  schema: z.object({}),
  revalidate,
  run: async (_, { user, at }) => {
    await saveWebhook({ userId: user.userId, sealed: null, at });
    return ok(null);
  },
});

/** Posts a message to the caller's webhook and says what came of it. */
export const tryWebhookAction = defineAction({
  permission: "view_leads",
  schema: z.object({}),
  run: async (_, { user: { userId } }) => {
    const message = await testMessage(userId);
    if (!message) return refuse("rate_limited");
    const url = await openWebhook({ userId, sealed: await findSealedWebhook({ userId }) });
    if (typeof url === "string") return ok(failed(url));
    const body = slackPayload({ title: message.title, details: [message.text], link: null });
    return ok(await postJson({ url, body }, outgoingOf()));
  },
});
