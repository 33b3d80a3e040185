/** The part of an e-mail address behind the last @, in lower case; null without one. */
export function emailDomain(email: string | null): string | null {
  if (email === null) return null;
  const domain = email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  return email.includes("@") && domain !== "" ? domain : null;
}
