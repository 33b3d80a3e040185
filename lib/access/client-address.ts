import { isIP } from "node:net";
import { isWithin, networkList } from "#lib/networks.ts";

/** Where the web process leaves the caller's address for the pages; whatever a client sends under it is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-voorrang-client-address";

type Hops = {
  /** Address of the other end of the connection. */
  readonly socket: string;
  /** The X-Forwarded-For header: each proxy adds who called it at the end. */
  readonly forwarded: string | readonly string[] | undefined;
  /** Addresses or networks (`10.0.0.0/8`). */
  readonly trustedProxies: readonly string[];
};

/**
 * Who really calls: the nearest hop that is no proxy of ours. A forwarded address counts only where
 * a trusted proxy wrote it, so nobody can choose their own. An IPv6 caller is its /64 network,
 * which is what one subscriber has.
 */
export function clientAddress({ socket, forwarded, trustedProxies }: Hops): string {
  const trusted = networkList(trustedProxies);
  const claimed = (typeof forwarded === "string" ? forwarded : (forwarded ?? []).join(",")).split(",");
  let address = plain(socket);
  while (isWithin(address, trusted)) {
    const hop = plain(claimed.pop() ?? "");
    if (isIP(hop) === 0) break;
    address = hop;
  }
  return isIP(address) === 6 ? network64(address) : address;
}

/** Without brackets, zone and port, and an IPv4 address in IPv6 clothes as IPv4. */
function plain(hop: string): string {
  const text = hop.trim();
  const bare = /^\[([^\]]*)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.split("%")[0] ?? "";
  return /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
}

function network64(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(Math.max(0, gap)).fill("0"), ...last];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
