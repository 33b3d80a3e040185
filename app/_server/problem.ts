import { createTranslator } from "next-intl";
import type { z } from "zod";
import { PROBLEMS, type ProblemCode, REFERENCE_PATH } from "#lib/api/problems.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { preferredLocale } from "#lib/i18n/preferred-locale.ts";
import type { Refusal } from "#lib/result.ts";
import type { Unstorable } from "#lib/storable.ts";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };
import { CATALOGUES, showRefusal } from "./refusal.ts";

/** Of a body that is wrong all over. */
const MOST_ERRORS = 20;
const WORDS = { nl: nl.api.problems, en: en.api.problems } as const satisfies Readonly<Record<Locale, unknown>>;
const UNSTORABLE = { nl: nl.ingest.reasons, en: en.ingest.reasons } as const satisfies Readonly<
  Record<Locale, unknown>
>;

type Details = {
  /** What a sentence names. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An answer of RFC 9457: what went wrong, in the caller's language, and never why inside. */
export function problem(request: Request, code: ProblemCode, { params = {}, headers = {} }: Details = {}): Response {
  const locale = localeOf(request);
  const words = WORDS[locale][code];
  const detail = createTranslator<{ detail: string }>({ locale, messages: { detail: words.text } })("detail", params);
  return answer({ code, title: words.title, detail, locale }, headers);
}

/** A body that is JSON and yet holds what nobody can keep. */
export function problemOfUnstorable(request: Request, { reason, name }: Unstorable): Response {
  const locale = localeOf(request);
  const detail = UNSTORABLE[locale][reason];
  const { title } = WORDS[locale].unreadable;
  return answer({ code: "unreadable", title, detail: name === null ? detail : `${detail}: ${name}`, locale });
}

/** A refusal of a mutation as a problem; `errors` says where in the body, as JSON pointers. */
export function problemOf(request: Request, refusal: Refusal): Response {
  const locale = localeOf(request);
  const code = refusal.code === "unauthenticated" ? "unknown_key" : refusal.code;
  const { message, fields } = showRefusal(refusal, locale);
  const errors = Object.entries(fields).map(([field, detail]) => ({ pointer: pointerTo(field), detail }));
  return answer({
    code,
    title: WORDS[locale][code].title,
    detail: message,
    locale,
    ...(errors.length > 0 && { errors }),
  });
}

/** What is wrong with a query or a body, place by place. */
export function problemOfBody(request: Request, error: z.ZodError): Response {
  const locale = localeOf(request);
  const { title, text } = WORDS[locale].invalid_input;
  const { reasons } = CATALOGUES[locale];
  const errors = error.issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({
    pointer: `#${path.map((part) => `/${escaped(String(part))}`).join("")}`,
    // A schema may name a sentence of the catalogue by its message.
    detail: reasons[message] ?? message,
  }));
  return answer({ code: "invalid_input", title, detail: text, locale, errors });
}

type Answer = {
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly locale: Locale;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
};

function answer({ code, locale, ...said }: Answer, headers: Readonly<Record<string, string>> = {}): Response {
  const status = PROBLEMS[code];
  const body = { type: `${REFERENCE_PATH}#${code}`, status, ...said };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": locale,
      "cache-control": "no-store",
      ...headers,
    },
  });
}

export function localeOf(request: Request): Locale {
  return preferredLocale(request.headers.get("accept-language"));
}

function pointerTo(field: string): string {
  return `#/${escaped(field).replaceAll(".", "/")}`;
}

function escaped(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
