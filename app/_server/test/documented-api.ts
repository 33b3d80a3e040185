import { expect } from "vitest";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import type { OperationName } from "#lib/api/operations.ts";
import type { Asked } from "./api-client.ts";

type Sum = { readonly points: number };
type AxisSum = Sum & { readonly groups: readonly (Sum & { readonly criteria: readonly Sum[] })[] };

/** What tests read of answers; which of it is there the document says. */
export type AnswerRead = {
  readonly id: number;
  readonly data: readonly { readonly id: number }[];
  readonly next: string | null;
  readonly errors: readonly { readonly pointer: string }[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly axes: { readonly fit: AxisSum; readonly engagement: AxisSum };
  readonly known_fields?: number;
  readonly asked_fields?: number;
  readonly newest_event_at?: string;
};

/** A director, whom `testDefinition` gives 30 points. */
export const SANNE = {
  email: "Sanne@Kuipers.example",
  external_ids: [{ source: "hubspot", id: "51" }],
  account: { name: "Kuipers", domain: "kuipers.example" },
  may_email: false,
  fields: { first_name: "Sanne", job_title: "Director", renews: "2027-03-01" },
};

/**
 * As `openApiClient`, and holds each answer against what the document says of its status. To be loaded
 * after the test installation, which it founds: an organisation with a model, and a field of its own for a date.
 */
export async function openDocumentedApi(db: Database) {
  const { openApiClient } = await import("./api-client.ts");
  const { API_WORDS } = await import("../api-words.ts");
  const { describeApi } = await import("#lib/api/openapi.ts");
  const { OPERATIONS } = await import("#lib/api/operations.ts");
  const document = describeApi(API_WORDS.en);
  const client = await openApiClient();
  const asked = new Set<string>();
  const today = await found(db);
  return { keyId: client.keyId, today, asked, ask };

  async function ask(name: OperationName, given: Asked = {}) {
    const told = await client.ask(name, given);
    const { method, path } = OPERATIONS[name];
    const said = document.paths[path]?.[method.toLowerCase()]?.responses[told.status];
    expect(said, `${name} may answer ${told.status}`).toBeDefined();
    const [[type, content] = []] = Object.entries(said?.content ?? {});
    expect(told.headers.get("content-type")).toBe(type);
    const $defs = below(document.components.schemas);
    const checked = z.fromJSONSchema({ ...below(content?.schema ?? {}), $defs }).safeParse(told.json);
    expect(checked.error?.issues ?? []).toEqual([]);
    if (told.status < 300) asked.add(name);
    return { status: told.status, json: told.json as AnswerRead, text: told.text };
  }
}

/** A schema that refers to its own definitions. */
function below(schema: object) {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/"));
}

async function found(db: Database): Promise<number> {
  const { foundOrganisation } = await import("#db/test/scored-leads.ts");
  const { testDefinition } = await import("#db/test/scoring-fixtures.ts");
  const { fieldDefinitions } = await import("#db/schema/index.ts");
  const { now } = await import("#lib/clock.ts");
  const { localDay } = await import("#lib/time/local-day.ts");
  const today = localDay(now().getTime(), "Europe/Amsterdam");
  await foundOrganisation(db, { definition: testDefinition(), day: today });
  const label = { nl: "Verlengt", en: "Renews" };
  await db.insert(fieldDefinitions).values({ key: "renews", entity: "lead", type: "date", label, createdAt: now() });
  return today;
}
