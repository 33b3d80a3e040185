/** What a person can cause; unexpected failures throw. */
export const REFUSALS = [
  "not_found",
  "forbidden",
  "conflict",
  "invalid_input",
  "unauthenticated",
  "rate_limited",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** `reason` names a sentence of the catalogue under `refusals`; `fields` says where, by form field. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly reason?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, details: Omit<Refusal, "code"> = {}): Extract<Result<never>, { ok: false }> {
  return { ok: false, refusal: { code, ...details } };
}

/** A refusal as a person reads it, in their language; `fields` holds a sentence per form field. */
export type ShownRefusal = {
  readonly code: RefusalCode;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** What a server action hands to the browser. */
export type ActionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ShownRefusal };

/** What a form action hands back: null before the first try, and the words to fill in again after a refusal. */
export type FormState<T> = {
  readonly result: ActionResult<T>;
  readonly values: Readonly<Record<string, string>>;
} | null;

/** A form action as a form calls it. */
export type FormSubmit<T> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>;
