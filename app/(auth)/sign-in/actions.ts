"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { signInWithPassword, signOut, startOpenIdSignIn } from "#app/_server/sign-in.ts";
import { safePath } from "#lib/access/safe-path.ts";
import { givenPasswordSchema } from "#lib/access/schema.ts";
import { type Result, refuse } from "#lib/result.ts";

const callbackUrl = z.string().catch("");

export const signInAction = defineFormAction({
  permission: "public",
  schema: z.object({
    email: z.string("required").trim().min(1, "required").max(254),
    password: givenPasswordSchema,
    callbackUrl,
  }),
  keeps: ["email"],
  run: async ({ email, password, callbackUrl }): Promise<Result<never>> => {
    const result = await signInWithPassword({ email, password });
    if (!result.ok) return result;
    redirect(safePath(callbackUrl) ?? "/");
  },
});

export const startOpenIdAction = defineFormAction({
  permission: "public",
  schema: z.object({ callbackUrl }),
  run: async ({ callbackUrl }): Promise<Result<never>> => {
    const address = await startOpenIdSignIn({ callbackUrl: safePath(callbackUrl) ?? "/" });
    if (address === null) return refuse("conflict", { reason: "provider_unreachable" });
    redirect(address);
  },
});

export const signOutAction = defineAction({
  permission: "public",
  schema: z.void(),
  run: async () => {
    await signOut();
    redirect("/sign-in");
  },
});
