import type { CopyValue } from "#db/copy-text.ts";
import { emailIdentity } from "#lib/leads/identity.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { EVENT_TYPES, SOURCES } from "./catalogue.ts";
import { languageCode } from "./facts.ts";
import { instant, numbered, type TableRows } from "./table-rows.ts";
import type { LeadStory, World } from "./world.ts";

/** Companies, people and what they did, in an order that keeps every foreign key. */
export function* leadTables(world: World): Generator<TableRows> {
  yield* accountTables(world);
  yield* personTables(world);
  yield* eventTables(world);
}

function* accountTables({ accounts, stories, fieldHistory }: World): Generator<TableRows> {
  const since = new Map<number, Date>();
  for (const { lead } of stories) if (!since.has(lead.account.id)) since.set(lead.account.id, instant(lead.createdAt));
  yield {
    table: "accounts",
    columns: "id, name, domain, industry, employees, country, city, custom, created_at, updated_at",
    rows: accounts.map((account) => {
      const at = since.get(account.id) ?? null;
      const { id, name, domain, industry, employees, country, place, custom } = account;
      return [id, name, domain, industry, employees, country, place.city, { json: custom }, at, at];
    }),
  };
  yield {
    table: "account_identities",
    columns: "kind, value, account_id",
    rows: accounts.map(({ id, domain }) => ["domain", domain, id]),
  };
  yield {
    table: "account_field_values",
    columns: "account_id, field, valid_from, value, is_timed",
    rows: historyRows(fieldHistory.ofAccounts),
  };
}

function* personTables({ stories, fieldHistory }: World): Generator<TableRows> {
  yield {
    table: "leads",
    columns: `id, account_id, first_name, last_name, email, phone, job_title, country, city, language, source, custom, owner_id,
      stage, stage_entered_at, returns_on, may_call, may_email, may_score, created_at, created_day, updated_at`,
    rows: stories.map(({ lead, life, events }) => {
      const { account } = lead;
      const person = [lead.id, account.id, lead.firstName, lead.lastName, lead.email, lead.phone, lead.jobTitle];
      const place = [account.country, account.place.city, languageCode(lead), lead.source, { json: lead.custom }];
      const stage = [
        life.ownerId,
        life.stage,
        instant(life.enteredAt),
        life.returnsOn === null ? null : formatEpochDay(life.returnsOn),
      ];
      const updatedAt = Math.max(lead.createdAt, events.at(-1)?.at ?? 0, life.enteredAt);
      const permissions = [lead.mayCall, lead.mayEmail, lead.mayScore];
      const times = [instant(lead.createdAt), formatEpochDay(lead.createdDay), instant(updatedAt)];
      return [...person, ...place, ...stage, ...permissions, ...times];
    }),
  };
  yield {
    table: "lead_identities",
    columns: "kind, value, lead_id",
    rows: (function* () {
      for (const { lead } of stories) {
        const identity = emailIdentity(lead.email);
        if (identity) yield [identity.kind, identity.value, lead.id];
        yield ["external:crm", `L-${String(lead.id).padStart(5, "0")}`, lead.id];
      }
    })(),
  };
  yield {
    table: "lead_field_values",
    columns: "lead_id, field, valid_from, value, is_timed",
    rows: historyRows(fieldHistory.ofLeads),
  };
}

function* historyRows(histories: World["fieldHistory"]["ofLeads"]): Generator<CopyValue[]> {
  for (const [owner, changes] of histories)
    for (const [index, { field, validFrom, value }] of changes.entries())
      yield [owner, field, instant(validFrom), value === null ? null : { json: value }, index > 0];
}

function* eventTables({ stories }: World): Generator<TableRows> {
  const types = numbered(Object.keys(EVENT_TYPES));
  const sources = numbered(SOURCES);
  const assets = numbered(new Set(stories.flatMap(({ events }) => events.flatMap(({ asset }) => asset ?? []))));
  yield { table: "assets", columns: "id, name", rows: [...assets].map(([name, id]) => [id, name]) };
  yield {
    table: "events",
    columns: "lead_id, id, type_id, asset_id, source_id, occurred_at, day, received_at, properties",
    rows: eventRows(stories, { types, sources, assets }),
  };
}

type Numbers = Readonly<Record<"types" | "sources" | "assets", ReadonlyMap<string, number>>>;

function* eventRows(stories: readonly LeadStory[], { types, sources, assets }: Numbers): Generator<CopyValue[]> {
  for (const { lead, events } of stories)
    for (const { id, type, asset, source, at, day, properties } of events)
      yield [
        lead.id,
        id,
        types.get(type) ?? null,
        asset === null ? null : (assets.get(asset) ?? null),
        sources.get(source) ?? null,
        instant(at),
        formatEpochDay(day),
        instant(at + 900),
        properties && { json: properties },
      ];
}
