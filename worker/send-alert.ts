import { db, type Executor } from "#db/client.ts";
import type { ClaimedAlert, Dropped } from "#db/mutations/send-alerts.ts";
import { type AlertReader, findAlertReader } from "#db/queries/alert-reader.ts";
import { findSealedWebhook } from "#db/queries/alert-settings.ts";
import { readAlert } from "#db/queries/alerts.ts";
import { isAlertOver } from "#db/queries/is-alert-over.ts";
import { findMailServer } from "#db/queries/mail-server.ts";
import { openMailServer, openWebhook } from "#lib/alerts/open-sealed.ts";
import { type SaidAlert, sayAlert } from "#lib/alerts/say.ts";
import { slackPayload } from "#lib/alerts/slack.ts";
import { alertPath } from "#lib/alerts/view.ts";
import { readEnv } from "#lib/env.ts";
import { DEFAULT_LOCALE } from "#lib/i18n/locales.ts";
import type { Outgoing } from "#lib/outgoing/connect.ts";
import { type Delivery, failed } from "#lib/outgoing/delivery.ts";
import { outgoingOf } from "#lib/outgoing/from-env.ts";
import { postJson } from "#lib/outgoing/post-json.ts";
import { sendMail } from "#lib/outgoing/send-mail.ts";
import { sayMonth } from "#lib/performance/month-report/say-month.ts";
import { alertWords } from "./alert-words.ts";

/** `report` is what an e-mail has room for besides. */
type Told = SaidAlert & {
  readonly report: readonly string[];
  readonly url: string | null;
  readonly words: (key: string) => string;
};

type Way = { readonly now: () => Date; readonly outgoing?: Outgoing; readonly executor?: Executor };

/** Sends one alert, in its reader's language and with what they may see at this moment. */
export async function sendAlert(
  alert: ClaimedAlert,
  { now, outgoing = outgoingOf(), executor = db }: Way,
): Promise<Delivery | Dropped> {
  if (await isAlertOver(alert, executor)) return { state: "dropped" };
  const reader = await findAlertReader(alert, executor);
  const told = reader && (await wordsOf({ alert, reader, at: now() }, executor));
  // Gone since, the person or what they were to be told.
  if (!told) return failed("not_set_up");
  return alert.channel === "email" ? mail(alert, reader, told) : post(alert, told);

  async function mail({ alertId, userId }: ClaimedAlert, { name, email }: AlertReader, { title, ...rest }: Told) {
    const server = await openMailServer(await findMailServer(executor));
    if (typeof server === "string") return failed(server);
    const { details, report } = rest;
    const lines = [
      title,
      ...details,
      "",
      ...(report.length > 0 ? [...report, ""] : []),
      ...(rest.url ? [`${rest.words("open")}: ${rest.url}`, ""] : []),
    ];
    const text = [...lines, "--", rest.words("why"), ""].join("\n");
    const key = `alert-${userId}-${alertId}`;
    return sendMail(server, { to: { name, address: email }, subject: title, text, key }, outgoing);
  }

  async function post({ userId }: ClaimedAlert, { title, details, url, words }: Told) {
    const hook = await openWebhook({ userId, sealed: await findSealedWebhook({ userId }, executor) });
    if (typeof hook === "string") return failed(hook);
    const link = url === null ? null : { url, label: words("open") };
    return postJson({ url: hook, body: slackPayload({ title, details, link }) }, outgoing);
  }
}

type Wording = { readonly alert: ClaimedAlert; readonly reader: AlertReader; readonly at: Date };

async function wordsOf({ alert, reader, at }: Wording, executor: Executor): Promise<Told | null> {
  const { userId, role, locale, timeZone } = reader;
  const view = await readAlert({ viewer: { userId, role }, alertId: alert.alertId }, executor);
  if (!view) return null;
  const spoken = locale ?? DEFAULT_LOCALE;
  const { say, mail, page, reason } = await alertWords(spoken);
  const said = sayAlert(view, { say, locale: spoken, timeZone, now: at.getTime() });
  const base = ownAddress();
  const names = new Map(Object.entries(view.people).map(([id, name]) => [Number(id), name]));
  const month = (key: string, values?: Parameters<typeof page>[1]) => page(`month.${key}`, values);
  const report = view.kind === "month" ? sayMonth(view.facts, { say: month, page, reason, locale: spoken, names }) : [];
  return { ...said, report, url: base && new URL(alertPath(view), base).href, words: mail };
}

/** Where people find the installation; null: it does not know. */
function ownAddress(): string | null {
  const { PUBLIC_URL, HOST, PORT } = readEnv();
  if (PUBLIC_URL) return PUBLIC_URL;
  return PORT === undefined ? null : `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
}
