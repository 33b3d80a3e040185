import { z } from "zod";
import { LOCALES } from "#lib/i18n/locales.ts";
import { PASSWORD_LENGTH } from "./password-length.ts";
import { ROLES } from "./roles.ts";
import { THEMES } from "./session-user.ts";

/** Messages name sentences of the catalogue, under `refusals.reasons`. */
export const emailSchema = z
  .string("required")
  .trim()
  .min(1, "required")
  .max(254, "text_too_long")
  .pipe(z.email("not_an_email"));

export const nameSchema = z.string("required").trim().min(1, "required").max(100, "text_too_long");

/** A password being chosen. */
export const passwordSchema = z
  .string("required")
  .min(PASSWORD_LENGTH.min, "password_too_short")
  .max(PASSWORD_LENGTH.max, "password_too_long");

/** A password being given: whatever it is, it is right or wrong. */
export const givenPasswordSchema = z.string("required").min(1, "required").max(1_000, "password_too_long");

export const roleSchema = z.enum(ROLES, "invalid");
export const themeSchema = z.enum(THEMES, "invalid");

/** Forms send "auto" for the browser's own language. */
export const localeSchema = z.union([z.literal("auto").transform(() => null), z.enum(LOCALES)], "invalid");

export const userIdSchema = z.int("invalid").positive("invalid");

export const dailyCapacitySchema = z
  .int("capacity_out_of_range")
  .min(1, "capacity_out_of_range")
  .max(500, "capacity_out_of_range");

/** A zone of the IANA database, as this machine knows it. */
export const timeZoneSchema = z.string("required").refine(isTimeZone, "unknown_time_zone");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
