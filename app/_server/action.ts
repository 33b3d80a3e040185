import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { type Access, isGranted } from "#lib/access/permissions.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import { now } from "#lib/clock.ts";
import { type ActionResult, type FormState, type FormSubmit, type Result, refuse } from "#lib/result.ts";
import { invalidInput } from "./invalid-input.ts";
import { callerLocale, showRefusal } from "./refusal.ts";
import { findSessionUser } from "./session.ts";

/** Who calls: a public action may be called by nobody in particular. */
export type Caller<A extends Access> = A extends "public" ? SessionUser | null : SessionUser;

type Definition<A extends Access, Schema extends z.ZodType, T> = {
  readonly permission: A;
  readonly schema: Schema;
  /** Paths whose pages show what the action changed; they are rendered anew when it succeeds. */
  readonly revalidate?: readonly string[];
  readonly run: (
    input: z.output<Schema>,
    context: { readonly user: Caller<A>; readonly at: Date },
  ) => Promise<Result<T>>;
};

type WithAccess = { readonly access: Access };
export type Action<Input, T> = ((input: Input) => Promise<ActionResult<T>>) & WithAccess;
export type FormAction<T> = FormSubmit<T> & WithAccess;

/**
 * A server action: asks who calls and whether they may, parses the input, runs, and renders anew
 * what changed. Refusals come back as values with a sentence in the caller's language.
 */
export function defineAction<A extends Access, Schema extends z.ZodType, T>(
  definition: Definition<A, Schema, T>,
): Action<z.input<Schema>, T> {
  return Object.assign((input: z.input<Schema>) => perform(definition, input), { access: definition.permission });
}

/** As `defineAction`, for `useActionState`: works from a plain form, before and without scripts. */
export function defineFormAction<A extends Access, Schema extends z.ZodType, T>(
  definition: Definition<A, Schema, T> & {
    /** Fields handed back after a refusal; never a password. */
    readonly keeps?: readonly string[];
  },
): FormAction<T> {
  const submit = async (_previous: FormState<T>, form: FormData): Promise<FormState<T>> => {
    const given = Object.fromEntries(form);
    const result = await perform(definition, given);
    const kept = (definition.keeps ?? []).flatMap((field) => {
      const value = given[field];
      return typeof value === "string" ? [[field, value]] : [];
    });
    return { result, values: Object.fromEntries(kept) };
  };
  return Object.assign(submit, { access: definition.permission });
}

async function perform<A extends Access, Schema extends z.ZodType, T>(
  definition: Definition<A, Schema, T>,
  input: unknown,
): Promise<ActionResult<T>> {
  const user = await findSessionUser();
  const result = await decide();
  if (!result.ok) return { ok: false, refusal: showRefusal(result.refusal, await callerLocale(user)) };
  for (const path of definition.revalidate ?? []) revalidatePath(path);
  return result;

  async function decide(): Promise<Result<T>> {
    if (!isCaller(user, definition.permission)) return refuse(user ? "forbidden" : "unauthenticated");
    const parsed = definition.schema.safeParse(input);
    if (!parsed.success) return invalidInput(parsed.error);
    return definition.run(parsed.data, { user, at: now() });
  }
}

/** Says for the compiler what the check proved: only a public action has a caller of null. */
export function isCaller<A extends Access>(
  user: SessionUser | null,
  access: A,
): user is Caller<A> & (SessionUser | null) {
  return isGranted(user, access);
}
