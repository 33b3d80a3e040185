import { cookies } from "next/headers";
import { z } from "zod";
import { callNextAuth } from "#app/_server/auth.ts";
import { defineRoute } from "#app/_server/route.ts";

/** What of next-auth is open to the network: the return from the provider, and its own forms. */
const params = z.object({
  nextauth: z.tuple([z.enum(["callback", "csrf", "error", "signin", "signout"])]).rest(z.string()),
});

export const GET = defineRoute({
  permission: "public",
  params,
  run: async (request, { params: { nextauth } }) => answer(request, nextauth, {}),
});

export const POST = defineRoute({
  permission: "public",
  params,
  run: async (request, { params: { nextauth } }) => {
    const type = request.headers.get("content-type") ?? "";
    const isForm = type.startsWith("application/x-www-form-urlencoded");
    return answer(request, nextauth, isForm ? Object.fromEntries(new URLSearchParams(await request.text())) : {});
  },
});

async function answer(request: Request, segments: readonly string[], body: Record<string, string>) {
  const jar = (await cookies()).getAll();
  const given = await callNextAuth({
    segments,
    method: request.method,
    query: Object.fromEntries(new URL(request.url).searchParams),
    body,
    cookies: Object.fromEntries(jar.map(({ name, value }) => [name, value])),
    headers: Object.fromEntries(request.headers),
  });
  given.headers.set("cache-control", "no-store");
  return new Response(given.body, { status: given.status, headers: given.headers });
}
