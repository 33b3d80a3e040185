import { db, type Executor } from "#db/client.ts";
import { findOrganisation, type Organisation } from "#db/queries/organisation.ts";
import { organisation } from "#db/schema/index.ts";

export type EnsureOrganisation = {
  /** Used when there is no organisation yet. */
  readonly name: string;
  readonly timeZone: string;
  readonly at: Date;
};

/** The organisation, made with these defaults when it is not there. */
export async function ensureOrganisation(
  { name, timeZone, at }: EnsureOrganisation,
  executor: Executor = db,
): Promise<Organisation> {
  await executor.insert(organisation).values({ name, timeZone, createdAt: at }).onConflictDoNothing();
  const found = await findOrganisation(executor);
  if (!found) throw new Error("The organisation was not stored.");
  return found;
}
