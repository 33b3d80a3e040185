import type { z } from "zod";
import type { Scope } from "#lib/keys/scopes.ts";

type Shape = z.ZodObject<Record<string, z.ZodType>>;

/** One thing that the API does: what it takes, for whom, and what it answers. */
export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: "GET" | "POST";
  /** Below `/api/v1`, with the names of its parameters in braces. */
  readonly path: string;
  /** null: any secret key. */
  readonly scope: Scope | null;
  readonly params?: Params & Shape;
  readonly query?: Query & Shape;
  readonly body?: Body;
  readonly answer: Answer;
  /** The type of the answer where it is not JSON. */
  readonly answerType?: string;
  /** Whether it may make something: it then answers 201, and 200 for what was there. */
  readonly makes?: boolean;
};

/** Keeps what the compiler knows of an operation. */
export function operation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(given: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return given;
}
