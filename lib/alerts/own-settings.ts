import { z } from "zod";
import type { AlertChoices } from "./choices.ts";
import { choicesSchema } from "./choices.ts";
import type { QuietHours } from "./quiet.ts";

/** 8:00. */
export const DIGEST_AT = 480;

/** What a person wants to be told, where and when. */
export type AlertSettings = {
  readonly choices: AlertChoices;
  readonly quiet: QuietHours | null;
  /** When the digest comes, in minutes of the local day. */
  readonly digestAt: number;
};

const minute = z.int("invalid").min(0, "invalid").max(1_439, "invalid");

export const settingsSchema = z.object({
  choices: choicesSchema,
  quiet: z
    .object({ from: minute, until: minute })
    .refine(({ from, until }) => from !== until, { error: "quiet_no_hours", path: ["until"] })
    .nullable(),
  digestAt: minute,
});

/** The address of a webhook as a person gives it. */
export const webhookSchema = z
  .string("required")
  .trim()
  .min(1, "required")
  .max(2_000, "text_too_long")
  .pipe(z.url({ protocol: /^https?$/, error: "not_a_webhook" }))
  .refine((text) => new URL(text).username === "" && new URL(text).password === "", "not_a_webhook");
