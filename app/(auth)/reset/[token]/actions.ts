"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { defineFormAction } from "#app/_server/action.ts";
import { signInWithPassword } from "#app/_server/sign-in.ts";
import { redeemUserToken } from "#db/mutations/redeem-user-token.ts";
import { hashPassword } from "#lib/access/password.ts";
import { passwordSchema } from "#lib/access/schema.ts";
import { hashSecret } from "#lib/access/secret.ts";
import type { Result } from "#lib/result.ts";

export const resetPasswordAction = defineFormAction({
  permission: "public",
  schema: z.object({ token: z.string().max(100), password: passwordSchema }),
  run: async ({ token, password }, { at }): Promise<Result<never>> => {
    const passwordHash = await hashPassword(password);
    const redeemed = await redeemUserToken({ tokenHash: hashSecret(token), purpose: "reset", passwordHash, at });
    if (!redeemed.ok) return redeemed;
    await signInWithPassword({ email: redeemed.value.email, password });
    redirect("/");
  },
});
