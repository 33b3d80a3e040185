import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import type { ReactNode } from "react";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { ImportFirst } from "#components/data/import-first.tsx";
import { CellsModel } from "#components/performance/cells-model.tsx";
import { FilterSentence } from "#components/performance/filter-sentence.tsx";
import { LimitForm } from "#components/performance/limit-form.tsx";
import { ReadBy } from "#components/performance/next-act.tsx";
import { firstDayOf, journeyFilterOf, performanceParams } from "#components/performance/performance-params.ts";
import { PerformanceView } from "#components/performance/performance-view.tsx";
import { TargetForm } from "#components/performance/target-form.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { findCurrentGeneration, type GenerationModel } from "#db/queries/current-generation.ts";
import { listLeadCosts } from "#db/queries/lead-costs.ts";
import { readLeadFilterOptions } from "#db/queries/lead-filter-options.ts";
import { readConversions } from "#db/queries/matrix.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findFirstArrival, listPublishedVersions, readFigures, readNames, readSpans } from "#db/queries/performance.ts";
import { findTargets } from "#db/queries/targets.ts";
import { findTruthReport } from "#db/queries/truth-report.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { ANY_LEAD } from "#lib/leads/filter.ts";
import { costPerLead, costsOf } from "#lib/performance/costs.ts";
import { asksForHandedOver, asksForWholeSources } from "#lib/performance/journey-filter.ts";
import { monthOfDay } from "#lib/performance/month.ts";
import { spansOf } from "#lib/performance/targets.ts";
import { wholeMinute } from "#lib/performance/whole-minute.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";
import { setOrderLimitAction, setTargetsAction } from "./actions.ts";

const load = createLoader(performanceParams);

export const generateMetadata = titleFor("view_performance", async () =>
  (await getTranslations("performance"))("title"),
);

export default async function PerformancePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_performance");
  const [params, organisation, firstArrival] = await Promise.all([
    load(searchParams),
    findOrganisation(),
    findFirstArrival(),
  ]);
  if (!organisation || firstArrival === null)
    return <ImportFirst words="performance.empty" mayImport={can(user.role, "import_data")} />;
  const { timeZone, outcomeWindowDays, currency } = organisation;
  const at = wholeMinute(now());
  const today = localDay(at, timeZone);
  const windowDays = params.window ?? outcomeWindowDays;
  const clock = { now: at, today, windowDays, timeZone };
  const from = firstDayOf(params.period, today) ?? localDay(firstArrival.getTime(), timeZone);
  const since = new Date(startOfDay(today - windowDays, timeZone));
  const [generation, workingTime] = await Promise.all([findCurrentGeneration(), findWorkingTime()]);
  const models = generation?.models ?? [];
  const model = models.find(({ modelId }) => modelId === params.model) ?? models[0];
  const filter = journeyFilterOf(params, { from, until: today });
  const [options, versions, costs, targets, figures, names, truth, conversions] = await Promise.all([
    readLeadFilterOptions({ generationId: generation?.id ?? null }),
    listPublishedVersions(),
    listLeadCosts({ from: monthOfDay(from), until: monthOfDay(today) }),
    findTargets(),
    readFigures({ filter, clock, funnel: params.funnel, workingTime }),
    readNames(),
    findTruthReport(),
    generation && model
      ? readConversions({
          generationId: generation.id,
          versionId: model.versionId,
          filter: { ...ANY_LEAD, country: params.country, source: params.source, owner: params.owner },
          since,
        })
      : null,
  ]);
  const spans = targets && (await readSpans({ startDay: targets.startDay, filter, clock, currency }));
  const t = await getTranslations("performance");
  return (
    <main className="px-gutter pt-4 pb-12 print:pb-0 print:[print-color-adjust:exact]">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h1 className="type-display">{t("title")}</h1>
        <FilterSentence
          options={{ ...options, versions, cells: cellsOfModels(models) }}
          usualWindow={outcomeWindowDays}
        />
        <div className="ml-auto flex flex-wrap items-baseline gap-x-6 gap-y-1 print:ml-0">
          <Link href="/data/quality" className="font-semibold text-accent hover:underline print:hidden">
            {t("toQuality")} <span aria-hidden="true">→</span>
          </Link>
          {can(user.role, "hold_review") && (
            <Link href="/performance/review" className="font-semibold text-accent hover:underline print:hidden">
              {t("toReview")} <span aria-hidden="true">→</span>
            </Link>
          )}
          <p className="hidden print:block">{formatDay(today, { locale: await getLocale(), style: "full" })}</p>
          <PrintButton>{t("print")}</PrintButton>
        </div>
      </header>
      <ReadBy role={user.role}>
        <PerformanceView
          figures={figures}
          isFromHandOver={asksForHandedOver(filter)}
          costs={asksForWholeSources(filter) ? costPerLead(figures.arrivals, costsOf(costs, params.source)) : null}
          mayEnterCosts={can(user.role, "import_data")}
          targets={targets && spans && { targets, ...spans, days: spansOf(targets.startDay, clock).today, currency }}
          targetForm={
            can(user.role, "manage_team") && <TargetForm action={setTargetsAction} targets={targets} today={today} />
          }
          versions={versions}
          params={params}
          names={names}
          windowDays={windowDays}
          cells={
            conversions && model
              ? { ...conversions, definition: model.definition, model: nameModel(models, model.modelId) }
              : null
          }
          truth={truth}
          timeZone={timeZone}
          limit={organisation.orderLimit}
          limitForm={
            can(user.role, "hold_review") && (
              <LimitForm action={setOrderLimitAction} percent={Math.round(organisation.orderLimit * 100)} />
            )
          }
          modelId={models[0]?.modelId ?? null}
          mayPlan={can(user.role, "work_leads")}
        />
      </ReadBy>
    </main>
  );
}

function nameModel(models: readonly GenerationModel[], modelId: number): ReactNode {
  if (models.length < 2) return null;
  const named = models.map((model) => ({ modelId: model.modelId, name: model.definition.name }));
  return <CellsModel models={named} modelId={modelId} />;
}

/** The cells of the models in force, each once. */
function cellsOfModels(models: readonly GenerationModel[]): string[] {
  return [...new Set(models.flatMap(({ definition }) => Object.keys(definition.plays)))].sort();
}
