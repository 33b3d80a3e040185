const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/**
 * What production needs to know of its database before it serves: a demo is not for others to
 * reach. Returns the path of the set-up page, with its one-time token, when there is no user yet.
 */
export async function prepareOrganisation(host: string): Promise<string | null> {
  const { findOrganisation } = await import("#db/queries/organisation.ts");
  const organisation = await findOrganisation();
  if (organisation?.isDemo && !LOOPBACK.includes(host)) {
    throw new Error(`This database holds the demo organisation, which is served on loopback only, not on ${host}.`);
  }
  const { createSetupToken } = await import("#db/mutations/create-setup-token.ts");
  const { now } = await import("#lib/clock.ts");
  const token = await createSetupToken({ at: now() });
  return token === null ? null : `/set-up?token=${token}`;
}
