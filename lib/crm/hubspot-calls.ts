import { Client } from "@hubspot/api-client";
import type { z } from "zod";
import { CrmError } from "./crm-error.ts";
import type { CrmOpening } from "./door.ts";
import { refusalOf } from "./hubspot-answers.ts";
import { Pace, type Patience } from "./patience.ts";

/** Four searches a second and a hundred calls in ten seconds are what every account may make. */
const SEARCH_GAP_MS = 260;
const CALL_GAP_MS = 110;
const ANSWER_MS = 30_000;

type Ask<T> = {
  readonly path: string;
  readonly qs?: Readonly<Record<string, string | number>>;
  /** Absent: the call only reads. */
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
  /** Of which there may be fewer. */
  readonly isSearch?: boolean;
  /** Whether what it is to make may be there already. */
  readonly mayBeThere?: boolean;
};

/** `answeredAt`: by HubSpot's own clock. */
type Answer<T> = { readonly said: T; readonly answeredAt: number };

/** Gives the one way to ask HubSpot: at its pace, and with answers of the form that it publishes. */
export function openCalls({ token, signal, address }: CrmOpening, { sleep }: Pick<Patience, "sleep">) {
  // Its typed calls drop what a refusal says of the limit that was reached, and the time of an answer.
  const client = new Client({ accessToken: token, ...(address !== undefined && { basePath: address }) });
  const searches = new Pace(SEARCH_GAP_MS, { signal, sleep });
  const calls = new Pace(CALL_GAP_MS, { signal, sleep });
  return ask;

  function ask<T>({ path, qs, body, schema, isSearch = false, mayBeThere = false }: Ask<T>): Promise<Answer<T>> {
    return (isSearch ? searches : calls).run(async () => {
      const method = body === undefined ? "GET" : "POST";
      const response = await within(
        client.apiRequest({ method, path, ...(qs && { qs }), ...(body !== undefined && { body }) }),
      );
      const said: unknown = await within(response.json()).catch(() => null);
      const isThere = mayBeThere && response.status === 409;
      if (!response.ok && !isThere) throw refusalOf(response, said);
      const parsed = schema.safeParse(said);
      if (!parsed.success) throw new CrmError("odd", `${path}: ${parsed.error.issues[0]?.path.join(".")}`);
      return { said: parsed.data, answeredAt: Date.parse(response.headers.get("date") ?? "") || 0 };
    });
  }
}

/** Neither a connection nor an answer may keep the worker for ever. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CrmError("unreachable", "ETIMEDOUT")), ANSWER_MS);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof CrmError) throw error;
    throw new CrmError("unreachable", codeOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** As `ECONNREFUSED`, of what a request fails for. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
