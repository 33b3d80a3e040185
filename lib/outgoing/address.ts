import type { BlockList } from "node:net";
import { isWithin, networkList } from "#lib/networks.ts";

/** What the registries of special addresses (RFC 6890 and those after it) keep out of the public network. */
const SPECIAL = networkList([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);
/** All of IPv6 that is given out; what only clothes an IPv4 address (mapped, translated) lies outside. */
const GIVEN_OUT = networkList(["2000::/3"]);

/** Whether an address that a user named may be connected to: a public one, or one of the networks that the operator allows. */
export function mayConnect(address: string, allowed: BlockList): boolean {
  if (isWithin(address, allowed)) return true;
  if (isWithin(address, SPECIAL)) return false;
  return address.includes(":") ? isWithin(address, GIVEN_OUT) : isWithin(address, EVERY_IPV4);
}

const EVERY_IPV4 = networkList(["0.0.0.0/0"]);
