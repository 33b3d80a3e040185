import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteDictionary } from "./byte-dictionary.ts";

it("gives for some bytes what was made of them, however many others there are", () => {
  const made: string[] = [];
  const dictionary = new ByteDictionary((bytes, from, to) => {
    const text = bytes.toString("latin1", from, to);
    made.push(text);
    return text;
  });
  const texts = Array.from({ length: 5000 }, (_, n) => `value ${n}`);
  for (const text of [...texts, ...texts])
    expect(dictionary.get(Buffer.from(`>${text}<`), 1, 1 + text.length)).toBe(text);
  expect(made).toEqual(texts);
});

it("begins anew when it is full, and takes bytes of any length", () => {
  const dictionary = new ByteDictionary((bytes, from, to) => bytes.toString("hex", from, to));
  for (let n = 0; n < 200_000; n++) {
    const bytes = Buffer.from(String(n % 140_000));
    expect(dictionary.get(bytes, 0, bytes.length)).toBe(bytes.toString("hex"));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
      const bytes = Buffer.from(some);
      expect(dictionary.get(bytes, 0, bytes.length)).toBe(bytes.toString("hex"));
    }),
  );
});
