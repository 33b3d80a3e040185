import { resolve } from "node:path";
import type { OperationName } from "#lib/api/operations.ts";
import type { Scope } from "#lib/keys/scopes.ts";

export type Asked = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  /** The body as it is sent, where it is no JSON of a value. */
  readonly text?: string;
};
export type Told = {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Headers;
};
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Asks the API as another program does, with a key of its own. To be loaded after the test installation. */
export async function openApiClient(scopes?: readonly Scope[]) {
  const { OPERATIONS } = await import("#lib/api/operations.ts");
  const { SCOPES } = await import("#lib/keys/scopes.ts");
  const { addTestUser, TEST_TIME } = await import("#db/test/add-test-user.ts");
  const { makeApiKey } = await import("#db/mutations/make-api-key.ts");
  const { db } = await import("#db/client.ts");
  const actorId = await addTestUser(db, { role: "admin" });
  const key = { kind: "server" as const, name: "Test", scopes: [...(scopes ?? SCOPES)] };
  const { keyId, secret } = await makeApiKey({ key, actorId, at: TEST_TIME });
  return { keyId, ask };

  async function ask(name: OperationName, { params = {}, query = {}, body, text }: Asked = {}): Promise<Told> {
    const { method, path } = OPERATIONS[name];
    const segments = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
    const place = path.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent((segments[key] ?? "").toWellFormed()),
    );
    const url = new URL(`http://voorrang.test/api/v1${place}`);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
    const sent = text ?? (body === undefined ? null : JSON.stringify(body));
    const headers = { authorization: `Bearer ${secret}`, "accept-language": "en" };
    const file = `app/api/v1${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
    const route: Record<string, Handler> = await import(/* @vite-ignore */ resolve(file));
    const response = await route[method]?.(new Request(url, { method, headers, body: sent }), {
      params: Promise.resolve(segments),
    });
    if (!response) throw new Error(`${file} has no ${method}.`);
    // With the byte order mark that a file begins with.
    const said = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    const { parseJson } = await import("#lib/json.ts");
    return { status: response.status, json: parseJson(said) ?? said, text: said, headers: response.headers };
  }
}
