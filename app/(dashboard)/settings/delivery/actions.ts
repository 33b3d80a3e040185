"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { removeMailServer } from "#db/mutations/remove-mail-server.ts";
import { saveMailServer } from "#db/mutations/save-mail-server.ts";
import { sendAlertAgain } from "#db/mutations/send-alert-again.ts";
import { findMailServer } from "#db/queries/mail-server.ts";
import { userIdSchema } from "#lib/access/schema.ts";
import { mailSettingsSchema } from "#lib/alerts/mail-settings.ts";
import { openMailServer, sealMailPassword } from "#lib/alerts/open-sealed.ts";
import { failed } from "#lib/outgoing/delivery.ts";
import { outgoingOf } from "#lib/outgoing/from-env.ts";
import { sendMail } from "#lib/outgoing/send-mail.ts";
import { ok, refuse } from "#lib/result.ts";
import { testMessage } from "../test-message.ts";

const revalidate = ["/settings/delivery", "/settings/alerts"];

export const saveMailServerAction = defineFormAction({
  permission: "manage_settings",
  schema: mailSettingsSchema,
  keeps: ["host", "port", "security", "userName", "fromAddress"],
  revalidate,
  run: async ({ password, ...settings }, { user, at }) => {
    const known = await findMailServer();
    // A password is kept for the server and the name it was given for, and goes to no other.
    const isSame = known?.host === settings.host && known.userName === settings.userName;
    const kept = isSame ? known.sealedPassword : null;
    const given = password === null ? kept : await sealMailPassword(password);
    if (settings.userName !== null && given === null)
      return refuse("invalid_input", { fields: { password: "required" } });
    const sealedPassword = settings.userName === null ? null : given;
    await saveMailServer({ settings, sealedPassword, actorId: user.userId, at });
    return ok(null);
  },
});

export const removeMailServerAction = defineAction({
  permission: "manage_settings",
  schema: z.object({}),
  revalidate,
  run: async (_, { user, at }) => {
    await removeMailServer({ actorId: user.userId, at });
    return ok(null);
  },
});

/** Sends the caller a message through the mail server and says what came of it. */
export const tryMailServerAction = defineAction({
  permission: "manage_settings",
  schema: z.object({}),
  run: async (_, { user, at }) => {
    const message = await testMessage(user.userId);
    if (!message) return refuse("rate_limited");
    const server = await openMailServer(await findMailServer());
    if (typeof server === "string") return ok(failed(server));
    const to = { name: user.name, address: user.email };
    const mail = { to, subject: message.title, text: message.text, key: `trial-${user.userId}-${at.getTime()}` };
    return ok(await sendMail(server, mail, outgoingOf()));
  },
});

export const sendAgainAction = defineAction({
  permission: "manage_settings",
  schema: z.object({ userId: userIdSchema, alertId: z.int().positive() }),
  revalidate: ["/settings/delivery"],
  run: (alert, { user, at }) => sendAlertAgain({ ...alert, actorId: user.userId, at }),
});
