import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { NamingEditor } from "#components/naming/naming-editor.tsx";
import { OtherTraits } from "#components/naming/other-traits.tsx";
import { listOtherTraits } from "#db/queries/other-traits.ts";
import { readNamingView } from "#db/queries/unknown-names.ts";
import { makeTraitFieldAction, saveNamingAction } from "./actions.ts";

export const generateMetadata = titleFor("publish_model", async () => (await getTranslations("naming"))("title"));

export default async function NamingPage() {
  await requireUser("publish_model");
  const [view, traits, t] = await Promise.all([readNamingView(), listOtherTraits(), getTranslations("naming")]);
  return (
    <main className="max-w-[880px]">
      <h1 className="type-display">{t("title")}</h1>
      <p className="mt-1 max-w-[68ch] text-ink-2">{t("text")}</p>
      <NamingEditor view={view} save={saveNamingAction} />
      <OtherTraits traits={traits} make={makeTraitFieldAction} />
    </main>
  );
}
