import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { RefusedList } from "#components/ingest/refused-list.tsx";
import { listRefusedMessages } from "#db/queries/refused-messages.ts";

const A_PAGE = 50;
const beforeSchema = z.coerce.number().int().positive().nullable().catch(null);

export const generateMetadata = titleFor("import_data", async () => (await getTranslations("ingest"))("title"));

export default async function RefusedPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  await requireUser("import_data");
  const beforeId = beforeSchema.parse((await searchParams).before ?? null);
  const [t, found] = await Promise.all([
    getTranslations("ingest"),
    listRefusedMessages({ beforeId, limit: A_PAGE + 1 }),
  ]);
  const shown = found.slice(0, A_PAGE);
  return (
    <main className="px-gutter py-4">
      <h1 className="type-display pb-3">{t("title")}</h1>
      <p className="max-w-[640px] pb-6 text-ink-2">{t("text")}</p>
      <RefusedList
        messages={shown.map(({ at, ...message }) => ({ ...message, at: at.getTime() }))}
        isAll={beforeId === null}
        olderThan={found.length > A_PAGE ? (shown.at(-1)?.id ?? null) : null}
      />
    </main>
  );
}
