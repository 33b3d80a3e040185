import { FLAGS_FIELD, FLAGS_LABEL } from "#lib/leads/flags.ts";
import { USUAL_ROUTING } from "#lib/routing/rules.ts";
import { attendanceTables, workingWeek } from "./attendance-tables.ts";
import { EVENT_TYPES, type EventType, FIELDS, SOURCES } from "./catalogue.ts";
import { VERSIONS } from "./model.ts";
import { instant, type TableRows } from "./table-rows.ts";
import { MANAGER, MARKETER, REPS, TEAM } from "./team.ts";
import type { World } from "./world.ts";

/** Password hashes by user id; who has none cannot sign in. */
export type PasswordHashes = ReadonlyMap<number, string>;

/** Leads handed over that its sales can take in a week. */
const CAPACITY_PER_WEEK = 35;

/** Names of rules by country. */
export const ROUTING_RULES: ReadonlyMap<string, string> = new Map([
  ["BE", "België"],
  ["DE", "Duitsland"],
]);

const FLAGS = { key: FLAGS_FIELD, entity: "lead", type: "list", label: FLAGS_LABEL } as const;
const FLAG_NAMES = ["Ontmoet op een beurs", "Via een klant"];

/** The organisation, its people, what it records, and its model. */
export function* organisationTables(world: World, passwordHashes: PasswordHashes): Generator<TableRows> {
  const founded = instant(world.calendar.at(world.calendar.today - 400, 540));
  yield {
    table: "organisation",
    columns: "id, name, time_zone, currency, outcome_window_days, capacity_leads, working_week, is_demo, created_at",
    rows: [
      [
        ...[1, "Plangoed", world.calendar.timeZone, "EUR", 90, CAPACITY_PER_WEEK],
        ...[{ json: workingWeek(world) }, true, founded],
      ],
    ],
  };
  yield {
    table: "users",
    columns: "id, email, name, role, password_hash, daily_capacity, created_at",
    rows: TEAM.map((user) => [
      user.id,
      user.email,
      user.name,
      user.role,
      passwordHashes.get(user.id) ?? null,
      user.dailyCapacity,
      founded,
    ]),
  };
  yield* attendanceTables(world);
  yield routingTable(founded);
  yield* catalogueTables(founded);
  yield* modelTables(world, founded);
}

/** Who speaks the language of a country gets its leads; the others are shared out. */
function routingTable(founded: Date): TableRows {
  const rules = [...ROUTING_RULES].map(([country, name]) => ({
    key: country.toLowerCase(),
    name,
    condition: { field: "account.country", op: "equals", value: country },
    userIds: REPS.filter(({ territory }) => territory[0] === country).map(({ id }) => id),
  }));
  return {
    table: "routing",
    columns: "revision, rules, wait_minutes, fallback_user_id, updated_at",
    rows: [[1, { json: rules }, USUAL_ROUTING.waitMinutes, MANAGER.id, founded]],
  };
}

function* catalogueTables(founded: Date): Generator<TableRows> {
  yield {
    table: "field_definitions",
    columns: "key, entity, type, label, created_at",
    rows: [...FIELDS, FLAGS].map((field) => [field.key, field.entity, field.type, { json: field.label }, founded]),
  };
  const bounce: { kind: string; key: EventType } = { kind: "event", key: "email_bounced" };
  yield {
    table: "quality_settings",
    columns: "bounce_kind, bounce_key, set_by, set_at",
    rows: [[bounce.kind, bounce.key, MARKETER.id, founded]],
  };
  yield { table: "flags", columns: "name, created_at", rows: FLAG_NAMES.map((name) => [name, founded]) };
  yield {
    table: "event_types",
    columns: "id, key, label, created_at",
    rows: Object.entries(EVENT_TYPES).map(([key, label], index) => [index + 1, key, { json: label }, founded]),
  };
  yield {
    table: "sources",
    columns: "id, key, created_at",
    rows: SOURCES.map((key, index) => [index + 1, key, founded]),
  };
}

function* modelTables({ scorekeeper }: World, founded: Date): Generator<TableRows> {
  yield { table: "models", columns: "id, kind, position, created_at", rows: [[1, "lead", 1, founded]] };
  yield {
    table: "model_versions",
    columns: "id, model_id, number, definition, published_at, published_by, note",
    rows: scorekeeper.publications.flatMap(({ versionId, at }) => {
      const version = VERSIONS[versionId - 1];
      return version
        ? [[versionId, 1, versionId, { json: version.definition }, instant(at), MARKETER.id, version.note]]
        : [];
    }),
  };
}
