import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { Exports } from "#components/data/exports.tsx";
import { FirstSteps } from "#components/data/first-steps.tsx";
import { ImportList } from "#components/data/import-list.tsx";
import { NewImport } from "#components/data/new-import.tsx";
import { Verification, VerificationAlarm } from "#components/data/verification.tsx";
import { RefusedLink } from "#components/ingest/refused-link.tsx";
import { hasLeads } from "#db/queries/has-leads.ts";
import { listImports } from "#db/queries/imports.ts";
import { findNewestVerification, type KeptVerification } from "#db/queries/verifications.ts";
import { can } from "#lib/access/permissions.ts";
import { faultsOf } from "#lib/verification/verification.ts";
import { verifyScoresAction } from "../actions.ts";
import { showImport } from "../show-import.ts";

const IMPORTS_A_PAGE = 20;
const beforeSchema = z.coerce.number().int().positive().nullable().catch(null);

export const generateMetadata = titleFor("import_data", async () => (await getTranslations("data"))("title"));

export default async function DataPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const user = await requireUser("import_data");
  const beforeId = beforeSchema.parse((await searchParams).before ?? null);
  const [t, found, kept, isBegun] = await Promise.all([
    getTranslations("data"),
    listImports({ beforeId, limit: IMPORTS_A_PAGE + 1 }),
    findNewestVerification(),
    hasLeads(),
  ]);
  const verification = kept && showVerification(kept);
  const imports = found.slice(0, IMPORTS_A_PAGE);
  const olderThan = found.length > IMPORTS_A_PAGE ? (imports.at(-1)?.id ?? null) : null;
  return (
    <main className="px-gutter py-4">
      <h1 className="type-display pb-3">{t("title")}</h1>
      <div className="grid gap-x-6 gap-y-8 border-rule-3 border-t pt-3 xl:grid-cols-[minmax(0,1fr)_392px]">
        <div className="flex min-w-0 flex-col gap-8">
          {verification && faultsOf(verification) > 0 && (
            <VerificationAlarm found={verification} verify={verifyScoresAction} />
          )}
          <NewImport />
          {(imports.length > 0 || beforeId !== null) && (
            <ImportList imports={imports.map(showImport)} olderThan={olderThan} />
          )}
        </div>
        <aside aria-label={t("aside")} className="flex flex-col gap-8 xl:border-rule xl:border-l xl:pl-6">
          {!isBegun && imports.length === 0 && beforeId === null && <FirstSteps />}
          {can(user.role, "export_data") && <Exports />}
          <RefusedLink />
          <p>
            <Link href="/data/quality" className="text-accent underline-offset-4 hover:underline">
              {t("quality")}
            </Link>
          </p>
          <p>
            <Link href="/data/costs" className="text-accent underline-offset-4 hover:underline">
              {t("costs")}
            </Link>
          </p>
          <Verification newest={verification} verify={verifyScoresAction} />
        </aside>
      </div>
    </main>
  );
}

function showVerification({ startedAt, finishedAt, ...found }: KeptVerification) {
  return { ...found, startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString() };
}
