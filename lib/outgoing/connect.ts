import { lookup } from "node:dns/promises";
import { type BlockList, connect, isIP, type Socket } from "node:net";
import { isWithin } from "#lib/networks.ts";
import { mayConnect } from "./address.ts";
import { OutgoingError } from "./outgoing-error.ts";

export type Destination = {
  /** A name or an address, an IPv6 one with or without brackets. */
  readonly host: string;
  readonly port: number;
  /** Only the operator's own networks: what goes there needs no encryption. */
  readonly isOwnOnly?: boolean;
};

export type Outgoing = {
  /** Networks beside the public one that may be reached. */
  readonly allowed: BlockList;
  /** How long a connection, and then an answer, may take. */
  readonly patienceMs: number;
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** A certificate to trust instead of those the system does. */
  readonly ca?: string;
};

/**
 * A connection to where a user wants something sent. The name is resolved once, every address it has is checked,
 * and the connection goes to one of these addresses and not to the name. Throws `OutgoingError`.
 */
export async function connectChecked(destination: Destination, outgoing: Outgoing): Promise<Socket> {
  const { patienceMs } = outgoing;
  const deadline = AbortSignal.timeout(patienceMs);
  const addresses = await addressesOf(destination, outgoing, deadline);
  let failure = new OutgoingError("no_such_host");
  for (const address of addresses) {
    try {
      return await open({ address, port: destination.port }, deadline);
    } catch (error) {
      failure = deadline.aborted ? new OutgoingError("timed_out") : new OutgoingError("unreachable", codeOf(error));
    }
  }
  throw failure;
}

async function addressesOf({ host, isOwnOnly }: Destination, outgoing: Outgoing, deadline: AbortSignal) {
  const { allowed, resolve = resolveName } = outgoing;
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  const addresses = isIP(bare) === 0 ? await within(resolve(bare), deadline) : [bare];
  const isAllowed = (address: string) => (isOwnOnly ? isWithin(address, allowed) : mayConnect(address, allowed));
  // One that may not be reached among others that may is how a name is made to lead inside.
  if (!addresses.every(isAllowed)) throw new OutgoingError("address_refused");
  return addresses;
}

async function resolveName(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true, order: "verbatim" })).map(({ address }) => address);
  } catch (error) {
    throw new OutgoingError("no_such_host", codeOf(error));
  }
}

async function within<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    deadline.addEventListener("abort", () => reject(new OutgoingError("timed_out")), { once: true });
  });
  return Promise.race([work, late]);
}

function open({ address, port }: { readonly address: string; readonly port: number }, deadline: AbortSignal) {
  return new Promise<Socket>((resolve, reject) => {
    const socket = connect({ host: address, port });
    const giveUp = () => socket.destroy(new Error("no connection in time"));
    deadline.addEventListener("abort", giveUp);
    // Once it is open the deadline is over: how long an answer may take is for who asks.
    const settle = (done: () => void) => {
      deadline.removeEventListener("abort", giveUp);
      socket.removeAllListeners("error");
      done();
    };
    socket.once("error", (error) => settle(() => reject(error)));
    socket.once("connect", () => settle(() => resolve(socket)));
    if (deadline.aborted) giveUp();
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
