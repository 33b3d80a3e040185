type Named = { readonly firstName: string | null; readonly lastName: string | null; readonly email: string | null };

/** What to call a lead: the name, else the e-mail address; null when there is neither. */
export function leadName({ firstName, lastName, email }: Named): string | null {
  const name = [firstName, lastName].flatMap((part) => part?.trim() || []).join(" ");
  return name || email?.trim() || null;
}
