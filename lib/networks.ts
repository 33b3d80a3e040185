import { BlockList, isIP } from "node:net";

/** Whether the text is an address, or a network as `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

/** Addresses and networks as one list to hold an address against. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether an address lies in one of the networks; a text that is no address lies in none. */
export function isWithin(address: string, networks: BlockList): boolean {
  const family = isIP(address);
  // A zone (`%eth0`) names an interface of this machine.
  if (family === 0 || address.includes("%")) return false;
  return networks.check(address, family === 6 ? "ipv6" : "ipv4");
}
