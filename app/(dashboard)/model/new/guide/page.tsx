import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { findOwnOrganisation } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { GuideForm } from "#components/model/guide/guide-form.tsx";
import { readGuideSample } from "#db/queries/guide-sample.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { now } from "#lib/clock.ts";
import { toScoringCatalogue } from "#lib/model/catalogue.ts";
import { tellSignals } from "#lib/model/guide/signals.ts";
import { tellTraits } from "#lib/model/guide/traits.ts";
import { startDraftAction } from "../../actions.ts";
import { draftFromAnswersAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("guide"))("title") };
}

export default async function GuidePage() {
  await requireUser("edit_model");
  const [catalogue, organisation, t] = await Promise.all([
    readModelCatalogue(),
    findOwnOrganisation(),
    getTranslations("guide"),
  ]);
  const sample = await readGuideSample({ timeZone: organisation?.timeZone ?? "UTC", at: now() });
  const { leads, won, arrivalsPerWeek, rejections } = sample;
  const looked = { leads: sample.all.length, customers: sample.customers.length };
  return (
    <main className="max-w-[960px] px-gutter py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pb-3">
        <div className="max-w-[70ch]">
          <h1 className="type-display">{t("title")}</h1>
          <p className="type-prose text-ink-2">{t(leads === 0 ? "noLeads" : "text", { leads, won })}</p>
        </div>
        <Link href="/model/new" className="font-medium text-accent underline-offset-4 hover:underline">
          {t("back")}
        </Link>
      </div>
      <GuideForm
        facts={{
          traits: tellTraits(sample, toScoringCatalogue(catalogue).fields),
          signals: tellSignals(sample),
          rejections,
          leads,
          won,
          arrivalsPerWeek,
          looked,
        }}
        catalogue={catalogue}
        draft={draftFromAnswersAction}
        start={startDraftAction}
      />
    </main>
  );
}
