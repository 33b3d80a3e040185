/**
 * What stands in front of the fields. `lead_id` numbers the leads of this installation: elsewhere
 * another lead has the number, so nothing reads it back. That the file names its leads by
 * `identities` is what makes it the same leads in any installation.
 */
export const LEAD_FILE_COLUMNS = [
  "lead_id",
  "external_id",
  "stage",
  "owner",
  "may_call",
  "may_email",
  "may_score",
  "created_at",
  "fit",
  "engagement",
  "combined",
  "cell",
  "last_signal_at",
] as const;
export const IDENTITIES_COLUMN = "identities";

/** Whether columns are those of a file of leads that Voorrang wrote, whatever was added to it. */
export function isLeadFile(columns: readonly string[]): boolean {
  return ["lead_id", "may_score", IDENTITIES_COLUMN].every((name) => columns.includes(name));
}
