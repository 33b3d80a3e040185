import { globSync, readFileSync } from "node:fs";
import { validate } from "@hyperjump/json-schema/openapi-3-1";
import { describe, expect, test } from "vitest";
import { API_WORDS } from "#app/_server/api-words.ts";
import { describeApi } from "#lib/api/openapi.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { MESSAGE_TYPES } from "#lib/webhooks/events.ts";

/** OpenAPI's own schema of its documents, with JSON Schema's for the schemas within. */
const OPENAPI_SCHEMA = "https://spec.openapis.org/oas/3.1/schema-base";
const document = describeApi(API_WORDS.en);

describe("the document of the API", () => {
  test("has every route that asks for a key, and no other", () => {
    const files = globSync("app/api/v1/**/route.ts").filter((file) =>
      /defineOperation\(/.test(readFileSync(file, "utf8")),
    );
    const served = files.flatMap((file) => {
      const path = file.slice("app/api/v1".length, -"/route.ts".length).replaceAll("[", "{").replaceAll("]", "}");
      const methods = readFileSync(file, "utf8").matchAll(
        /export const (GET|POST) = defineOperation\(OPERATIONS\.(\w+)/g,
      );
      return [...methods].map(([, method, name]) => `${name}: ${method} ${path}`);
    });
    const described = Object.entries(OPERATIONS).map(([name, { method, path }]) => `${name}: ${method} ${path}`);
    expect(served.sort()).toEqual(described.sort());
  });

  test.each(LOCALES)("is what OpenAPI 3.1 calls one, in %s", async (locale) => {
    const said = await validate(OPENAPI_SCHEMA, JSON.parse(JSON.stringify(describeApi(API_WORDS[locale]))), "BASIC");
    expect(said).toEqual({ valid: true });
  });

  test("would not be one with a type that JSON Schema does not know", async () => {
    const { Lead } = document.components.schemas;
    const components = { ...document.components, schemas: { Lead: { ...Lead, type: "thing" } } };
    expect((await validate(OPENAPI_SCHEMA, JSON.parse(JSON.stringify({ ...document, components })))).valid).toBe(false);
  });

  test("names each shape that it refers to, and nothing of this process", () => {
    const text = JSON.stringify(document);
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty(name);
    expect(text).not.toContain("$defs");
    expect(document.openapi).toBe("3.1.0");
  });

  test("is the same in both languages but for its words", () => {
    const shapeOf = (locale: "nl" | "en") => {
      const { components, paths, webhooks } = describeApi(API_WORDS[locale]);
      const sent = Object.entries(webhooks).map(([type, { post }]) => [type, post.requestBody]);
      return { components, paths: Object.keys(paths), sent };
    };
    expect(shapeOf("nl")).toEqual(shapeOf("en"));
  });

  test("has every message that goes out, as it is sent: its type, its data and the headers that sign it", () => {
    expect(Object.keys(document.webhooks).sort()).toEqual([...MESSAGE_TYPES].sort());
    const late = document.webhooks["lead.sla_breached"]?.post;
    expect(late?.requestBody.content["application/json"]?.schema).toMatchObject({
      type: "object",
      required: ["type", "version", "timestamp", "data"],
      properties: {
        type: { const: "lead.sla_breached" },
        data: { required: ["dueAt", "ownerId", "lead"], properties: { lead: { required: ["id", "externalIds"] } } },
      },
    });
    const headers = late?.parameters.map(({ name, in: place, required }) => ({ name, place, required }));
    const header = { place: "header", required: true };
    expect(headers).toEqual([
      { name: "webhook-id", ...header },
      { name: "webhook-timestamp", ...header },
      { name: "webhook-signature", ...header },
    ]);
  });
});
