type Installation = {
  /** Its address, when that is known; https brings stricter headers. */
  readonly publicUrl: string | undefined;
  /** Where a sign-in form may lead besides: the OpenID Connect provider. */
  readonly providerUrl: string | undefined;
  /** The development server needs `eval` and writes styles of its own. */
  readonly isDevelopment: boolean;
};

/** What a page may load and do: scripts and styles of our own, by a nonce that changes with every answer. */
export function contentSecurityPolicy({ publicUrl, providerUrl, isDevelopment }: Installation, nonce: string): string {
  const directives: readonly (readonly string[])[] = [
    ["default-src", "'self'"],
    ["script-src", "'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    ["style-src", "'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    // Positions of popups and bars of charts are style attributes; they can not load anything.
    ["style-src-attr", "'unsafe-inline'"],
    ["img-src", "'self'", "data:", "blob:"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    // A form sent without scripts is redirected to the provider, and browsers check that too.
    ["form-action", "'self'", ...(providerUrl ? [new URL(providerUrl).origin] : [])],
    ["frame-src", "'none'"],
    ["frame-ancestors", "'none'"],
    ...(isHttps(publicUrl) ? [["upgrade-insecure-requests"]] : []),
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

/** The other headers, the same for every answer, files and refusals included. */
export function securityHeaders({ publicUrl }: Pick<Installation, "publicUrl">): Readonly<Record<string, string>> {
  return {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(isHttps(publicUrl) ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

function isHttps(url: string | undefined): boolean {
  return url?.startsWith("https://") ?? false;
}
