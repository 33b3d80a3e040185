import { z } from "zod";
import type { Operation } from "#lib/api/operation.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import type { Result } from "#lib/result.ts";
import { isText } from "#lib/storable.ts";
import { defineKeyRoute, type KeyRoute } from "./key-route.ts";
import { localeOf, problem, problemOf, problemOfBody, problemOfUnstorable } from "./problem.ts";
import { MOST_BODY_BYTES, readJson } from "./read-json.ts";

/** What an operation gives; `isMade`: it made something that was not there. */
export type Answered<T> = Result<T> & { readonly isMade?: boolean };

type Context<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly key: ApiKey;
  readonly at: Date;
};

const NOTHING = z.strictObject({});

/**
 * The endpoint of an operation, which answers with JSON unless it makes the response itself: takes what the operation says, and answers what it says. A path that does not parse is
 * not found; of a query or a body the problem says where it is wrong.
 */
export function defineOperation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  { scope, params, query, body }: Operation<Params, Query, Body, Answer>,
  run: (context: Context<Params, Query, Body>) => Promise<Answered<z.input<Answer>> | Response>,
): KeyRoute {
  return defineKeyRoute({
    scope,
    run: async (request, { key, params: segments, at }) => {
      const place = (params ?? z.unknown()).safeParse(segments);
      if (!place.success || !Object.values(segments).every((segment) => isText(String(segment))))
        return problem(request, "not_found");
      const error = z.locales[localeOf(request)]().localeError;
      const parameters = Object.fromEntries(new URL(request.url).searchParams);
      if (!Object.values(parameters).every(isText)) return problem(request, "invalid_input");
      const asked = (query ?? NOTHING).safeParse(parameters, { error });
      if (!asked.success) return problemOfBody(request, asked.error);
      const sent = body ? await readJson(request) : { ok: true as const, value: undefined };
      if (!sent.ok)
        return sent.unstorable
          ? problemOfUnstorable(request, sent.unstorable)
          : problem(request, sent.problem, { params: { kibibytes: MOST_BODY_BYTES / 1024 } });
      const given = (body ?? z.undefined()).safeParse(sent.value, { error });
      if (!given.success) return problemOfBody(request, given.error);
      const answered = await run({
        params: place.data as z.output<Params>,
        query: asked.data as z.output<Query>,
        body: given.data as z.output<Body>,
        key,
        at,
      });
      if (answered instanceof Response) return answered;
      if (!answered.ok) return problemOf(request, answered.refusal);
      const status = answered.isMade ? 201 : 200;
      return Response.json(answered.value, { status, headers: { "cache-control": "no-store" } });
    },
  });
}
