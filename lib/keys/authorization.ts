/**
 * The secret of an `Authorization` header: a bearer token, or the name of basic authentication as
 * trackers send it, with whatever password. null: neither.
 */
export function secretOf(header: string | null): string | null {
  const [, scheme = "", given = ""] = /^(bearer|basic) +([\w+/=.~-]{1,400})$/i.exec(header?.trim() ?? "") ?? [];
  if (given === "") return null;
  if (scheme.toLowerCase() === "bearer") return given;
  const [name = ""] = Buffer.from(given, "base64").toString("utf8").split(":");
  return name === "" ? null : name;
}
