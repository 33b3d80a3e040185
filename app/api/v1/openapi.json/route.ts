import { API_WORDS } from "#app/_server/api-words.ts";
import { defineRoute } from "#app/_server/route.ts";
import { describeApi } from "#lib/api/openapi.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";

/** What the API takes and answers, for programs. It says nothing of this installation, so everybody may read it. */
export const GET = defineRoute({
  permission: "public",
  run: async (request) => {
    const locale = preferredLocale(request.headers.get("accept-language"));
    const headers = { "content-language": locale, vary: "accept-language" };
    return Response.json(describeApi(API_WORDS[locale]), { headers });
  },
});
