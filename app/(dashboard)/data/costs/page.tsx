import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { CostForms } from "#components/performance/cost-forms.tsx";
import { CostList } from "#components/performance/cost-list.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listLeadCosts } from "#db/queries/lead-costs.ts";
import { readLeadFilterOptions } from "#db/queries/lead-filter-options.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { now } from "#lib/clock.ts";
import { monthOfInstant } from "#lib/performance/month.ts";
import { pasteCostsAction, saveCostAction } from "./actions.ts";

export const generateMetadata = titleFor("import_data", async () => (await getTranslations("costs"))("title"));

export default async function CostsPage() {
  await requireUser("import_data");
  const [t, costs, organisation, generation] = await Promise.all([
    getTranslations("costs"),
    listLeadCosts(),
    findOrganisation(),
    findCurrentGeneration(),
  ]);
  const { sources } = await readLeadFilterOptions({ generationId: generation?.id ?? null });
  const names = new Set([...sources.map(({ value }) => value), ...costs.flatMap(({ source }) => source ?? [])]);
  return (
    <main className="max-w-[720px] px-gutter py-4">
      <h1 className="type-display">{t("title")}</h1>
      <p className="type-prose mt-1 text-ink-2">{t("text")}</p>
      <p className="mt-2 text-small">
        {t.rich("asFile", {
          link: (words) => (
            <Link href="/data" className="text-accent underline underline-offset-4">
              {words}
            </Link>
          ),
        })}
      </p>
      <CostForms
        save={saveCostAction}
        paste={pasteCostsAction}
        sources={[...names]}
        currency={organisation?.currency ?? "EUR"}
        month={monthOfInstant(now().getTime(), organisation?.timeZone ?? "UTC")}
      />
      <CostList costs={costs} />
    </main>
  );
}
