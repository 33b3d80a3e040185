import { getLocale, getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { ConflictList } from "#components/crm/conflict-list.tsx";
import { ConnectForm } from "#components/crm/connect-form.tsx";
import type { OurField } from "#components/crm/field-pairs.tsx";
import { OwnerList } from "#components/crm/owner-list.tsx";
import { RunList } from "#components/crm/run-list.tsx";
import { SettingsForm } from "#components/crm/settings-form.tsx";
import { Standing } from "#components/crm/standing.tsx";
import { listCrmConflicts } from "#db/queries/crm-conflicts.ts";
import { type CrmConnection, findCrmConnection } from "#db/queries/crm-connection.ts";
import { listCrmRuns } from "#db/queries/crm-runs.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { listUsers } from "#db/queries/users.ts";
import { now } from "#lib/clock.ts";
import { CRM_SYSTEMS } from "#lib/crm/door.ts";
import { NOT_FILLED } from "#lib/crm/settings.ts";
import { type Locale, localized } from "#lib/i18n/locales.ts";
import { STANDARD_FIELDS, type StandardField } from "#lib/leads/fields.ts";
import { connectCrmAction, disconnectCrmAction, exchangeNowAction, saveCrmSettingsAction } from "./actions.ts";

export const generateMetadata = titleFor("manage_settings", async () => (await getTranslations("crm"))("title"));

const SHOWN_RUNS = 6;
const SHOWN_CONFLICTS = 50;

export default async function CrmPage() {
  await requireUser("manage_settings");
  const [connection, t] = await Promise.all([findCrmConnection(), getTranslations("crm")]);
  return (
    <main>
      <h1 className="type-display">{t("title")}</h1>
      <p className="mt-3 max-w-[640px] text-ink-2">{t("lead")}</p>
      {connection?.sealedToken ? (
        <Connected connection={connection} />
      ) : (
        CRM_SYSTEMS.map((system) => (
          <section key={system} className="mt-6 max-w-[520px]">
            <h2 className="type-title border-rule-3 border-b pb-1">{t(`connect.of.${system}.title`)}</h2>
            <p className="mt-3 text-ink-2">{t(`connect.of.${system}.text`)}</p>
            <p className="mt-2 text-ink-3 text-small [overflow-wrap:anywhere]">{t(`connect.of.${system}.scopes`)}</p>
            {connection?.system === system && (
              <p className="mt-2 text-ink-3">{t("connect.before", { account: connection.accountName })}</p>
            )}
            <ConnectForm system={system} connect={connectCrmAction} />
          </section>
        ))
      )}
    </main>
  );
}

async function Connected({ connection }: { connection: CrmConnection }) {
  const [runs, conflicts, ours, owners, t] = await Promise.all([
    listCrmRuns({ limit: SHOWN_RUNS }),
    listCrmConflicts({ limit: SHOWN_CONFLICTS }),
    readOurFields(),
    readOwners(connection),
    getTranslations("crm"),
  ]);
  const { system, accountName, connectedAt, nextAt, settings, fields } = connection;
  const at = now().getTime();
  const theirs = fields.toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <div className="mt-6 flex max-w-[860px] flex-col gap-10">
      <section>
        <h2 className="type-title border-rule-3 border-b pb-1">{t("standing.title")}</h2>
        <Standing
          system={system}
          accountName={accountName}
          connectedAt={connectedAt.getTime()}
          nextAt={nextAt?.getTime() ?? null}
          newest={runs[0] ?? null}
          now={at}
          connect={connectCrmAction}
          exchange={exchangeNowAction}
          disconnect={disconnectCrmAction}
        />
      </section>
      <section>
        <h2 className="type-title border-rule-3 border-b pb-1">{t("runs.title")}</h2>
        <RunList runs={runs} now={at} />
      </section>
      <SettingsForm settings={settings} theirs={theirs} ours={ours} save={saveCrmSettingsAction} />
      <section>
        <h2 className="type-title border-rule-3 border-b pb-1">{t("conflicts.title")}</h2>
        <ConflictList conflicts={conflicts} ours={ours} now={at} limit={SHOWN_CONFLICTS} />
      </section>
      <section>
        <h2 className="type-title border-rule-3 border-b pb-1">{t("owners.title")}</h2>
        <OwnerList owners={owners} />
      </section>
    </div>
  );
}

async function readOurFields(): Promise<OurField[]> {
  const [{ fields }, locale, t] = await Promise.all([readModelCatalogue(), readLocale(), getTranslations("fields")]);
  return fields.flatMap(({ key, type, label }) => {
    if (NOT_FILLED.includes(key)) return [];
    return [{ key, type, label: isStandard(key) ? t(key) : label === null ? key : localized(label, locale) }];
  });
}

async function readLocale(): Promise<Locale> {
  return (await getLocale()) === "nl" ? "nl" : "en";
}

function isStandard(key: string): key is StandardField {
  return Object.hasOwn(STANDARD_FIELDS, key);
}

async function readOwners({ owners }: CrmConnection) {
  const users = (await listUsers()).filter(({ isDisabled }) => !isDisabled);
  return owners.map((owner) => {
    const here = users.find(({ email }) => email.toLowerCase() === owner.email?.toLowerCase());
    return { ...owner, here: here?.name ?? null };
  });
}
