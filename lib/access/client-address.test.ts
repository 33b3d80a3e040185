import { describe, expect, test } from "vitest";
import { isNetwork } from "#lib/networks.ts";
import { clientAddress } from "./client-address.ts";

const from = (socket: string, forwarded?: string | string[], trustedProxies: string[] = []) =>
  clientAddress({ socket, forwarded, trustedProxies });

describe("who calls", () => {
  test("without a trusted proxy it is the other end of the connection, whatever the client claims", () => {
    expect(from("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
  });
  test("behind a trusted proxy it is who the proxy saw, not what that caller claimed before it", () => {
    expect(from("10.0.0.2", "198.51.100.1, 203.0.113.9", ["10.0.0.0/8"])).toBe("203.0.113.9");
  });
  test("a chain of trusted proxies is walked to its first stranger", () => {
    expect(from("10.0.0.2", ["203.0.113.9, 192.168.1.4"], ["10.0.0.2", "192.168.0.0/16"])).toBe("203.0.113.9");
  });
  test("a trusted proxy that says nothing, or nonsense, is itself the caller", () => {
    expect(from("10.0.0.2", undefined, ["10.0.0.2"])).toBe("10.0.0.2");
    expect(from("10.0.0.2", "unknown", ["10.0.0.2"])).toBe("10.0.0.2");
  });
  test("an IPv4 address is the same in every clothing", () => {
    expect(from("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(from("::1", "203.0.113.9:4711", ["::1"])).toBe("203.0.113.9");
  });
  test("an IPv6 caller counts as its /64 network", () => {
    expect(from("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(from("2001:0db8:1:2::1")).toBe("2001:db8:1:2::/64");
    expect(from("10.0.0.2", "[2001:db8::7]:443", ["10.0.0.2"])).toBe("2001:db8:0:0::/64");
    expect(from("::1")).toBe("0:0:0:0::/64");
  });
});

describe("a trusted proxy", () => {
  test("is an address or a network", () => {
    expect(["10.0.0.2", "10.0.0.0/8", "::1", "fd00::/8"].every(isNetwork)).toBe(true);
  });
  test("is nothing else", () => {
    expect(["", "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0/8"].some(isNetwork)).toBe(false);
  });
});
