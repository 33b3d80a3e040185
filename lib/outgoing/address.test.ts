import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkList } from "#lib/networks.ts";
import { mayConnect } from "./address.ts";

const nothing = networkList([]);

describe("an address that a user named", () => {
  test.each([
    "8.8.8.8",
    "93.184.215.14",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "100.63.255.255",
    "2606:4700::1111",
    "2a00:1450::1",
  ])("may be reached when it is public: %s", (address) => expect(mayConnect(address, nothing)).toBe(true));

  test.each([
    ["this machine", "127.0.0.1"],
    ["this machine", "127.255.255.254"],
    ["this machine", "0.0.0.0"],
    ["this machine", "::1"],
    ["this machine", "::"],
    ["a private network", "10.0.0.1"],
    ["a private network", "172.16.0.1"],
    ["a private network", "172.31.255.255"],
    ["a private network", "192.168.1.1"],
    ["a private network", "fd00::1"],
    ["a provider's own network", "100.64.0.1"],
    ["a link, with the metadata of clouds", "169.254.169.254"],
    ["a link", "fe80::1"],
    ["a link", "fe80::1%eth0"],
    ["an IPv4 address in IPv6 clothes", "::ffff:127.0.0.1"],
    ["an IPv4 address in IPv6 clothes", "::ffff:8.8.8.8"],
    ["an IPv4 address in IPv6 clothes", "::ffff:a9fe:a9fe"],
    ["an IPv4 address that is translated", "64:ff9b::a00:1"],
    ["an IPv4 address in a tunnel", "2002:7f00:1::"],
    ["an IPv4 address in a tunnel", "2001:0:7f00:1::"],
    ["an example", "192.0.2.1"],
    ["an example", "2001:db8::1"],
    ["many at once", "224.0.0.1"],
    ["many at once", "ff02::1"],
    ["all at once", "255.255.255.255"],
    ["nothing", "example.com"],
    ["nothing", ""],
  ])("may not be reached when it is %s: %s", (_, address) => {
    expect(mayConnect(address, nothing)).toBe(false);
  });

  test("may be reached where the operator allows its network, and the next one may not", () => {
    const allowed = networkList(["10.0.5.0/24", "fd00:5::/32"]);
    expect(mayConnect("10.0.5.255", allowed)).toBe(true);
    expect(mayConnect("10.0.6.0", allowed)).toBe(false);
    expect(mayConnect("fd00:5::1", allowed)).toBe(true);
    expect(mayConnect("fd00:6::1", allowed)).toBe(false);
  });

  test("never gets inside by being written as IPv6", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(mayConnect(`::ffff:${address}`, nothing)).toBe(false);
        expect(mayConnect(`::${address}`, nothing)).toBe(false);
      }),
    );
  });
});
