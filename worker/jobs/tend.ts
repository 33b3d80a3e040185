import { discardAbandonedUploads } from "#db/mutations/discard-abandoned-uploads.ts";
import { enqueueJob } from "#db/mutations/enqueue-job.ts";
import { forgetAlerts } from "#db/mutations/forget-alerts.ts";
import { forgetCensusChanges } from "#db/mutations/forget-census-changes.ts";
import { forgetDeliveries } from "#db/mutations/forget-deliveries.ts";
import { forgetVisitors } from "#db/mutations/forget-visitors.ts";
import { raiseDigests } from "#db/mutations/raise-digests.ts";
import { raiseMonthReports } from "#db/mutations/raise-month-reports.ts";
import { tendGenerations } from "#db/mutations/tend-generations.ts";
import { areAlertsDue } from "#db/queries/alerts-due.ts";
import { isExchangeDue } from "#db/queries/crm-connection.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import { findDueLists } from "#db/queries/due-lists.ts";
import { listAbandonedImports } from "#db/queries/imports.ts";
import { isReturnDue } from "#db/queries/nurture-return.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findPendingBuild } from "#db/queries/pending-build.ts";
import { isQualityDue } from "#db/queries/quality-days.ts";
import { isSearchDue } from "#db/queries/search-due.ts";
import { isTruthDue } from "#db/queries/truth-report.ts";
import { isVerificationDue } from "#db/queries/verifications.ts";
import { listWaitingLeads } from "#db/queries/waiting-leads.ts";
import { dropUpload } from "#lib/import/uploads.ts";
import type { JobHandler } from "#worker/job.ts";

/** What no person asks for: nights that were missed, and what was left behind. */
export const tendJob: JobHandler<"tend"> = async (_, { now }) => {
  // Until somebody sets the installation up there is nothing to tend.
  if (!(await findOrganisation())) return { isSetUp: false };
  const isBehind = (await findPendingBuild({ at: now() })) !== null;
  if (isBehind) await enqueueJob({ queue: "build-generation", data: {} });
  // After the pass of the night: by the scores of the day on which they are back.
  if (!isBehind && (await isReturnDue({ at: now() }))) await enqueueJob({ queue: "return-nurtured", data: {} });
  const isDue = await areLeadsDue();
  if (isDue) await enqueueJob({ queue: "process-due", data: {} });
  const isWaiting = (await listWaitingLeads({ limit: 1 })).length > 0;
  if (isWaiting) await enqueueJob({ queue: "route-waiting", data: {} });
  // By the scores of the day, once they are there.
  const isMorning = !isBehind && (await findDueLists({ at: now() })).reps.length > 0;
  if (isMorning) await enqueueJob({ queue: "make-lists", data: {} });
  if (await isSearchDue()) await enqueueJob({ queue: "index-leads", data: {} });
  // After the pass of the night, once a day.
  const isUnverified = !isBehind && (await isVerificationDue());
  if (isUnverified) await enqueueJob({ queue: "verify", data: {} });
  if (!isBehind && (await isTruthDue())) await enqueueJob({ queue: "measure-truth", data: {} });
  if (!isBehind && (await isQualityDue({ at: now() }))) await enqueueJob({ queue: "measure-quality", data: {} });
  const abandoned = await listAbandonedImports({ at: now() });
  for (const importId of abandoned) await enqueueJob({ queue: "import", data: { importId } });
  for (const path of await discardAbandonedUploads({ at: now() })) await dropUpload(path);
  if (await isExchangeDue({ at: now() })) await enqueueJob({ queue: "exchange-with-crm", data: {} });
  await forgetCensusChanges({ at: now() });
  await forgetAlerts({ at: now() });
  await forgetVisitors({ at: now() });
  await forgetDeliveries({ at: now() });
  const digests = await raiseDigests({ at: now() });
  const months = await raiseMonthReports({ at: now() });
  if (await areAlertsDue({ at: now() })) await enqueueJob({ queue: "send-alerts", data: {} });
  return {
    isBehind,
    isMorning,
    isDue,
    isWaiting,
    isUnverified,
    digests,
    months,
    imports: abandoned.length,
    ...(await tendGenerations({ now })),
  };
};
