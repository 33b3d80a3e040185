import type { NextApiRequest, NextApiResponse } from "next";

export type AuthRequest = {
  /** The path under /api/auth: `["callback", "oidc"]`. */
  readonly segments: readonly string[];
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

export type AuthAnswer = { readonly status: number; readonly headers: Headers; readonly body: string | null };

/** Where next-auth writes its answer. */
export class AuthReply {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Map<string, string | readonly string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }
  getHeader(name: string): string | readonly string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }
  json(value: unknown): void {
    this.send(JSON.stringify(value));
  }
  send(body: unknown): void {
    if (body === undefined) return;
    this.#body = typeof body === "string" ? body : JSON.stringify(body);
  }
  end(): void {}

  answer(): AuthAnswer {
    const headers = new Headers();
    for (const [name, value] of this.#headers) {
      for (const one of typeof value === "string" ? [value] : value) headers.append(name, one);
    }
    return { status: this.#status, headers, body: this.#body };
  }
}

/** next-auth is typed for the pages router; of its request it reads these five and nothing else. */
export function asApiRequest({ segments, query, ...request }: AuthRequest): NextApiRequest {
  return { ...request, query: { ...query, nextauth: [...segments] } } as unknown as NextApiRequest;
}

/** And of its response it calls the methods of `AuthReply` and nothing else. */
export function asApiResponse(reply: AuthReply): NextApiResponse {
  return reply as unknown as NextApiResponse;
}
