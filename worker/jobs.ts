import type { JobHandlers } from "./job.ts";
import { buildGenerationJob } from "./jobs/build-generation.ts";
import { exchangeWithCrmJob } from "./jobs/exchange-with-crm.ts";
import { fillFieldsJob } from "./jobs/fill-fields.ts";
import { fillSlicesJob } from "./jobs/fill-slices.ts";
import { importJob } from "./jobs/import.ts";
import { indexLeadsJob } from "./jobs/index-leads.ts";
import { makeListsJob } from "./jobs/make-lists.ts";
import { measurePastJob } from "./jobs/measure-past.ts";
import { measurePreviewJob } from "./jobs/measure-preview.ts";
import { measureQualityJob } from "./jobs/measure-quality.ts";
import { measureTruthJob } from "./jobs/measure-truth.ts";
import { processDueJob } from "./jobs/process-due.ts";
import { returnNurturedJob } from "./jobs/return-nurtured.ts";
import { routeWaitingJob } from "./jobs/route-waiting.ts";
import { sendAlertsJob } from "./jobs/send-alerts.ts";
import { tendJob } from "./jobs/tend.ts";
import { verifyJob } from "./jobs/verify.ts";

/** Who does what, by queue. */
export const JOBS: JobHandlers = {
  "build-generation": buildGenerationJob,
  "exchange-with-crm": exchangeWithCrmJob,
  "fill-fields": fillFieldsJob,
  "fill-slices": fillSlicesJob,
  import: importJob,
  "index-leads": indexLeadsJob,
  "make-lists": makeListsJob,
  "measure-past": measurePastJob,
  "measure-preview": measurePreviewJob,
  "measure-quality": measureQualityJob,
  "measure-truth": measureTruthJob,
  "process-due": processDueJob,
  "return-nurtured": returnNurturedJob,
  "route-waiting": routeWaitingJob,
  "send-alerts": sendAlertsJob,
  tend: tendJob,
  verify: verifyJob,
};
