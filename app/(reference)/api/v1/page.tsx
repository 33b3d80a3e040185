import { getLocale, getTranslations } from "next-intl/server";
import { API_WORDS } from "#app/_server/api-words.ts";
import { MOST_BODY_BYTES } from "#app/_server/read-json.ts";
import { ApiReference } from "#components/reference/api-reference.tsx";
import { BrandBar } from "#components/shell/brand-bar.tsx";
import { API_LIMIT } from "#lib/api/limits.ts";
import { describeApi } from "#lib/api/openapi.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("api"))("title") };
}

/** What the API takes and says, for who writes a program: it tells nothing of this installation, so everybody may read it. */
export default async function ApiReferencePage() {
  const locale = await getLocale();
  const limits = { requests: API_LIMIT.requests, seconds: API_LIMIT.seconds, kibibytes: MOST_BODY_BYTES / 1024 };
  return (
    <>
      <BrandBar />
      <ApiReference document={describeApi(API_WORDS[locale])} limits={limits} />
    </>
  );
}
