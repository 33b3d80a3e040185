import { z } from "zod";
import type { Access } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import type { Refusal, RefusalCode, Result } from "#lib/result.ts";
import { type Caller, isCaller } from "./action.ts";
import { invalidInput } from "./invalid-input.ts";
import { isOwnOrigin } from "./origin.ts";
import { callerLocale, showRefusal } from "./refusal.ts";
import { findSessionUser } from "./session.ts";
import { readSessionHash } from "./session-cookie.ts";

type Segments = Record<string, string | string[] | undefined>;
type Anything = z.ZodType<Segments>;

type Definition<A extends Access, Params extends z.ZodType, Query extends z.ZodType> = {
  readonly permission: A;
  /** The dynamic parts of the path; what does not parse is not found. */
  readonly params?: Params;
  /** The query, repeated names as lists. */
  readonly query?: Query;
  /** A refusal becomes JSON with the status of its code. */
  readonly run: (
    request: Request,
    context: {
      readonly user: Caller<A>;
      readonly params: z.output<Params>;
      readonly query: z.output<Query>;
      readonly at: Date;
    },
  ) => Promise<Response | Extract<Result<never>, { ok: false }>>;
};

export type Route = ((request: Request, context: { params: Promise<Segments> }) => Promise<Response>) & {
  readonly access: Access;
};

const READS: readonly string[] = ["GET", "HEAD", "OPTIONS"];
const STATUS: Readonly<Record<RefusalCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid_input: 422,
  rate_limited: 429,
};

/**
 * An HTTP endpoint: asks who calls and whether they may, that a write signed by a cookie comes from
 * this installation's own pages, parses path and query, and runs. Refusals answer
 * `{ "error": { code, message, fields } }`.
 */
export function defineRoute<A extends Access, Params extends z.ZodType = Anything, Query extends z.ZodType = Anything>(
  definition: Definition<A, Params, Query>,
): Route {
  const handle: (request: Request, context: { params: Promise<Segments> }) => Promise<Response> = async (
    request,
    context,
  ) => {
    // What is open to everybody asks nobody's session: it also answers when the database does not.
    const user = definition.permission === "public" ? null : await findSessionUser();
    const outcome = await decide();
    if (outcome instanceof Response) return outcome;
    return answerRefusal(outcome.refusal);

    async function decide() {
      if (!isCaller(user, definition.permission)) return refused(user ? "forbidden" : "unauthenticated");
      const isWrite = !READS.includes(request.method);
      if (isWrite && (await readSessionHash()) !== null && !isOwnOrigin(request)) return refused("forbidden", "origin");
      // Next hands over no parameters at all where the path has no dynamic part.
      const params = parse(definition.params, (await context.params) ?? {});
      if (!params.ok) return refused("not_found");
      const query = parse(definition.query, queryOf(request));
      if (!query.ok) return query;
      return definition.run(request, { user, params: params.value, query: query.value, at: now() });
    }

    async function answerRefusal(refusal: Refusal): Promise<Response> {
      const shown = showRefusal(refusal, await callerLocale(user));
      return Response.json(
        { error: shown },
        { status: STATUS[refusal.code], headers: { "cache-control": "no-store" } },
      );
    }
  };
  return Object.assign(handle, { access: definition.permission });
}

function refused(code: RefusalCode, reason?: string) {
  return { ok: false, refusal: { code, reason } } as const;
}

function queryOf(request: Request): Segments {
  const query: Segments = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : values[0];
  }
  return query;
}

/** Without a schema the value passes as it is: the definition's type then says just that. */
function parse<Schema extends z.ZodType>(schema: Schema | undefined, value: Segments) {
  const parsed = (schema ?? ANYTHING).safeParse(value);
  return parsed.success ? ({ ok: true, value: parsed.data as z.output<Schema> } as const) : invalidInput(parsed.error);
}

const ANYTHING: Anything = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]));
