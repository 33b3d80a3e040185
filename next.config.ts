import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/_server/i18n.ts");

const config: NextConfig = {
  poweredByHeader: false,
  // Nobody is sent a title after its page: what renews a page would leave it without one for a moment.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // The server that Next runs in does it.
  compress: false,
  // Browsers ask for it by this name when they have not yet read which icon a page has.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // Native modules and drivers stay outside the bundle.
  serverExternalPackages: [
    "@hubspot/api-client",
    "@node-rs/argon2",
    "postgres",
    "pg",
    "pg-copy-streams",
    "pg-boss",
    "pino",
    "rate-limiter-flexible",
  ],
  // `npm run check` runs the compiler over the whole project, tests included.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "1mb" } },
};

export default withNextIntl(config);
