/** A stand-in for this installation's own address, to resolve paths against. */
const HERE = "http://here.invalid";

/** The path to go back to after signing in; null for whatever would lead elsewhere. */
export function safePath(path: string | null | undefined): string | null {
  // Browsers read a backslash as a slash and drop control characters, so `/\evil.example` would leave.
  if (!path?.startsWith("/") || /[\\\p{Cc}]/u.test(path) || !URL.canParse(path, HERE)) return null;
  const url = new URL(path, HERE);
  return url.origin === HERE && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : null;
}
