import { sendAlerts } from "#db/mutations/send-alerts.ts";
import type { JobHandler } from "#worker/job.ts";
import { sendAlert } from "#worker/send-alert.ts";

export const sendAlertsJob: JobHandler<"send-alerts"> = async (_, { now, signal }) =>
  sendAlerts({ now, signal, send: (alert) => sendAlert(alert, { now }) });
