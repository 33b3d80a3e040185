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

export function refuse(code: RefusalCode, details: Omit<Refusal, "code"> = {}): Result<never> {
  return { ok: false, refusal: { code, ...details } };
}
