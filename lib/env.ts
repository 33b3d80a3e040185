import { resolve } from "node:path";
import { z } from "zod";
import { isNetwork } from "./networks.ts";

const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");
const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" })
  .describe("PostgreSQL 15 or newer; without it the embedded one is used");

const networks = z
  .string()
  .default("")
  .transform((list) => list.split(",").flatMap((item) => item.trim() || []))
  .refine((listed) => listed.every(isNetwork), { error: "must list addresses or networks, as 10.0.0.0/8" });

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const PORT = "must be a port number, from 1 to 65535";

/** Everything the environment may say. `.env.example` lists the same names; a test compares them. */
export const envSchema = z
  .object({
    DATABASE_URL: postgresUrl.optional(),
    DATA_DIR: z
      .string()
      .min(1)
      .default(".data")
      .transform((path) => resolve(path)),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: z.coerce
      .number({ error: PORT })
      .int({ error: PORT })
      .min(1, { error: PORT })
      .max(65_535, { error: PORT })
      .optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
    AUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
    SECRETS_KEY: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
    TRUSTED_PROXIES: networks,
    OUTGOING_NETWORKS: networks,
    OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().min(1).default("OpenID Connect"),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("info"),
    VOORRANG_TEST: flag.default(false),
    VOORRANG_TEST_NOW: z.iso
      .datetime({ offset: true, error: "must be a time with its zone, as 2026-03-12T09:00:00Z" })
      .transform((text) => new Date(text))
      .optional(),
    VOORRANG_TEST_CRM: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  })
  .superRefine((env, context) => {
    const oidc = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET];
    if (oidc.some(Boolean) && !oidc.every(Boolean)) {
      context.addIssue({
        code: "custom",
        path: ["OIDC_ISSUER"],
        message: "goes together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET",
      });
    }
    if (env.VOORRANG_TEST_NOW && !env.VOORRANG_TEST) {
      context.addIssue({ code: "custom", path: ["VOORRANG_TEST_NOW"], message: "needs VOORRANG_TEST=1" });
    }
    if (env.VOORRANG_TEST_CRM && !env.VOORRANG_TEST) {
      context.addIssue({ code: "custom", path: ["VOORRANG_TEST_CRM"], message: "needs VOORRANG_TEST=1" });
    }
    if (env.VOORRANG_TEST && !["127.0.0.1", "localhost", "::1"].includes(env.HOST)) {
      context.addIssue({ code: "custom", path: ["HOST"], message: "must be a loopback address under VOORRANG_TEST=1" });
    }
  });

export type Env = z.infer<typeof envSchema>;

export class EnvError extends Error {}

/** Empty strings count as absent. Throws `EnvError` with one sentence naming the first wrong variable. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new EnvError(`The environment variable ${issue?.path.join(".")} ${issue?.message}.`);
}

let cached: Env | undefined;

/** The environment of this process, parsed once. */
export function readEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
