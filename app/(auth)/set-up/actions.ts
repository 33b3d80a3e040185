"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { defineFormAction } from "#app/_server/action.ts";
import { signInWithPassword } from "#app/_server/sign-in.ts";
import { setUpInstallation } from "#db/mutations/set-up-installation.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { hashPassword } from "#lib/access/password.ts";
import { emailSchema, nameSchema, passwordSchema, timeZoneSchema } from "#lib/access/schema.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { type Result, refuse } from "#lib/result.ts";

export const setUpAction = defineFormAction({
  permission: "public",
  schema: z.object({
    token: z.string().max(100),
    organisationName: nameSchema,
    // Not asked when the command line made the organisation before.
    timeZone: timeZoneSchema.optional(),
    name: nameSchema,
    email: emailSchema,
    password: passwordSchema,
  }),
  keeps: ["organisationName", "timeZone", "name", "email"],
  run: async ({ token, organisationName, timeZone, name, email, password }, { at }): Promise<Result<never>> => {
    const zone = (await findOrganisation())?.timeZone ?? timeZone;
    if (zone === undefined) return refuse("invalid_input", { fields: { timeZone: "required" } });
    const result = await setUpInstallation({
      tokenHash: hashSecret(token),
      at,
      organisation: { name: organisationName, timeZone: zone },
      admin: { name, email, passwordHash: await hashPassword(password) },
    });
    if (!result.ok) return result;
    await signInWithPassword({ email, password });
    redirect("/");
  },
});
