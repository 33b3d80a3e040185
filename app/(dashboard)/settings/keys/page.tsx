import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { KeyList } from "#components/keys/key-list.tsx";
import { NewKeyDialog } from "#components/keys/new-key-dialog.tsx";
import { listApiKeys } from "#db/queries/api-key.ts";
import { REFERENCE_PATH } from "#lib/api/problems.ts";
import { makeKeyAction, revokeKeyAction } from "./actions.ts";

export const generateMetadata = titleFor("manage_settings", async () => (await getTranslations("keys"))("title"));

export default async function KeysPage() {
  await requireUser("manage_settings");
  const [keys, t] = await Promise.all([listApiKeys(), getTranslations("keys")]);
  return (
    <main>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="type-display">{t("title")}</h1>
        <NewKeyDialog make={makeKeyAction} />
      </div>
      <p className="mt-3 mb-6 max-w-[640px] text-ink-2">
        {t("text")}{" "}
        <Link href={REFERENCE_PATH} className="text-accent underline underline-offset-4">
          {t("reference")}
        </Link>
      </p>
      <KeyList keys={keys} revoke={revokeKeyAction} />
    </main>
  );
}
