import { z } from "zod";
import { COMPONENTS, SENT } from "./components.ts";
import { type DescribedWebhook, describeWebhooks, type WebhookWords } from "./describe-webhooks.ts";
import { type Content, JSON_TYPE, named, refTo, type Schema, toSchema } from "./json-schema.ts";
import type { Operation } from "./operation.ts";
import { OPERATIONS, type OperationName } from "./operations.ts";
import { PROBLEMS, type ProblemCode, REFERENCE_PATH } from "./problems.ts";

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: Schema;
};
export type DescribedOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>;
};
export type OpenApiDocument = {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly webhooks: Readonly<Record<string, { readonly post: DescribedWebhook }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, { readonly type: "http"; readonly scheme: string }>>;
  };
};

/** What a document says in a person's language. */
export type ApiWords = {
  readonly title: string;
  readonly text: string;
  readonly answers: Readonly<Record<"ok" | "made", string>>;
  readonly operations: Readonly<Record<OperationName, { readonly summary: string; readonly text: string }>>;
  readonly problems: Readonly<Record<ProblemCode, { readonly title: string }>>;
  readonly webhooks: WebhookWords;
};

const VERSION = "1.0.0";
const PROBLEM_TYPE = "application/problem+json";

/** The OpenAPI 3.1 document of the whole API, made of the schemas that its routes parse with. */
export function describeApi(words: ApiWords): OpenApiDocument {
  const paths: Record<string, Record<string, DescribedOperation>> = {};
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    const { method, path } = OPERATIONS[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name, words) };
  }
  return {
    openapi: "3.1.0",
    info: { title: words.title, version: VERSION, description: words.text },
    servers: [{ url: REFERENCE_PATH }],
    paths,
    webhooks: describeWebhooks(words.webhooks),
    components: {
      schemas: Object.fromEntries(
        Object.entries(COMPONENTS).map(([name, schema]) => [
          name,
          toSchema(schema, SENT.includes(name) ? "input" : "output"),
        ]),
      ),
      securitySchemes: { bearer: { type: "http", scheme: "bearer" }, basic: { type: "http", scheme: "basic" } },
    },
  };
}

function describe(name: OperationName, words: ApiWords): DescribedOperation {
  const operation: Operation = OPERATIONS[name];
  const { params, query, body, answer, answerType = JSON_TYPE, scope, path, makes = false } = operation;
  const scopes = scope === null ? [] : [scope];
  const parameters = [...parametersOf(params, "path"), ...parametersOf(query, "query")];
  const content = { [answerType]: { schema: named(answer, "output") } };
  return {
    operationId: name,
    summary: words.operations[name].summary,
    description: words.operations[name].text,
    tags: [tagOf(path)],
    security: [{ bearer: scopes }, { basic: scopes }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true as const, content: { [JSON_TYPE]: { schema: named(body, "input") } } },
    }),
    responses: {
      "200": { description: words.answers.ok, content },
      ...(makes && { "201": { description: words.answers.made, content } }),
      ...problemsOf(operation, words),
    },
  };
}

/** What an operation may refuse with, by status. */
function problemsOf({ params, query, body }: Operation, words: ApiWords) {
  const codes: ProblemCode[] = ["unknown_key", "missing_scope", "rate_limited", "unexpected"];
  if (params) codes.push("not_found");
  if (query || body) codes.push("invalid_input");
  if (body) codes.push("unreadable", "conflict", "too_large");
  const schema = { $ref: refTo("Problem") };
  return Object.fromEntries(
    codes.map((code) => [
      String(PROBLEMS[code]),
      { description: words.problems[code].title, content: { [PROBLEM_TYPE]: { schema } } },
    ]),
  );
}

/** The first part of a path says what it is about; what is below a lead is about what it ends with. */
function tagOf(path: string): string {
  const [first = "", , last] = path.slice(1).split("/");
  return last === undefined ? first : (BELOW_LEAD[last] ?? first);
}

const BELOW_LEAD: Readonly<Record<string, string>> = {
  events: "events",
  score: "scores",
  breakdown: "scores",
  stage: "stages",
  outcomes: "outcomes",
};

function parametersOf(schema: z.ZodObject | undefined, place: Parameter["in"]): Parameter[] {
  return Object.entries(schema?.shape ?? {}).map(([name, each]) => ({
    name,
    in: place,
    required: !z.safeParse(each, undefined).success,
    schema: toSchema(each, "output"),
  }));
}
