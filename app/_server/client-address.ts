import { headers } from "next/headers";
import { CLIENT_ADDRESS_HEADER } from "#lib/access/client-address.ts";

/** Who calls, as the web process saw it; null under a server that does not say. */
export async function readClientAddress(): Promise<string | null> {
  return (await headers()).get(CLIENT_ADDRESS_HEADER);
}
