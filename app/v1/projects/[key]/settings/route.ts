import { answerPreflight } from "#app/_server/ingest-route.ts";
import { findKnownKey } from "#app/_server/known-key.ts";
import { ownAddress } from "#app/_server/origin.ts";
import { now } from "#lib/clock.ts";
import { siteSettings } from "#lib/ingest/site-settings.ts";
import { isTrusted } from "#lib/ingest/trust.ts";

type Context = { readonly params: Promise<{ readonly key?: string }> };

async function tellSettings(request: Request, { params }: Context): Promise<Response> {
  const { key = "" } = await params;
  const known = await findKnownKey(key, now());
  const headers = { "access-control-allow-origin": "*" };
  // A secret key is none of a page's.
  if (!known || isTrusted(known)) return new Response(null, { status: 404, headers });
  return Response.json(siteSettings({ key, address: ownAddress(request) }), {
    headers: { ...headers, "cache-control": "public, max-age=60" },
  });
}

export const GET = Object.assign(tellSettings, { access: "public" as const });

export const OPTIONS = Object.assign(async () => answerPreflight(), { access: "public" as const });
