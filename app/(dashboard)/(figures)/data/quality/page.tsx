import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { ImportFirst } from "#components/data/import-first.tsx";
import { MendList } from "#components/quality/mend-list.tsx";
import { QualityForm } from "#components/quality/quality-form.tsx";
import { chosenFault, qualityParams } from "#components/quality/quality-params.ts";
import { QualityView } from "#components/quality/quality-view.tsx";
import { hasLeads } from "#db/queries/has-leads.ts";
import { listLeadsToMend } from "#db/queries/leads-to-mend.ts";
import { readQualityBasis } from "#db/queries/quality-basis.ts";
import { findQuality } from "#db/queries/quality-days.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { setQualitySettingsAction } from "./actions.ts";

const load = createLoader(qualityParams);
/** More than anybody mends at one sitting: the list says how many there are. */
const MOST_SHOWN = 100;

export const generateMetadata = titleFor("view_performance", async () => (await getTranslations("quality"))("title"));

export default async function QualityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_performance");
  const [params, basis, kept, isBegun] = await Promise.all([
    load(searchParams),
    readQualityBasis({ at: now() }),
    findQuality(),
    hasLeads(),
  ]);
  if (!basis || !isBegun) return <ImportFirst words="quality.empty" mayImport={can(user.role, "import_data")} />;
  const { catalogue, settings, required, timeZone } = basis;
  const fault = chosenFault(params.mend, kept?.days[0].figures ?? null);
  const list =
    kept && fault && (await listLeadsToMend({ viewer: user, basis, toMend: kept.toMend, fault, limit: MOST_SHOWN }));
  return (
    <QualityView
      kept={kept}
      timeZone={timeZone}
      catalogue={catalogue}
      list={
        kept &&
        list &&
        fault && <MendList list={list} fault={fault} faulty={kept.days[0].figures.faulty} catalogue={catalogue} />
      }
      form={
        can(user.role, "hold_review") && (
          <QualityForm
            action={setQualitySettingsAction}
            settings={settings}
            required={required}
            catalogue={catalogue}
          />
        )
      }
    />
  );
}
