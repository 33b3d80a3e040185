import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grammar, LINE_ENDS } from "./dialect.ts";
import { IrregularRecords } from "./irregular-records.ts";
import { Tokenizer } from "./tokenizer.ts";

type Cutter = Pick<Tokenizer, "write" | "end" | "broken">;

async function cut(cutter: Cutter, bytes: Buffer, pieceBytes: number) {
  const tokens = [];
  for (let at = 0; at < bytes.length && !cutter.broken; at += pieceBytes)
    tokens.push(...(await cutter.write(bytes.subarray(at, at + pieceBytes))));
  if (!cutter.broken) tokens.push(...(await cutter.end()));
  // The parser counts a line end that was added to a file cut off in it.
  return { tokens: tokens.map(({ cells, endsAt }) => [cells, Math.min(endsAt, bytes.length)]), broken: cutter.broken };
}

const quotedCell = fc
  .string({ unit: fc.constantFrom("a", "€", ",", ";", "\n", "\r\n", '""', " ") })
  .map((text) => `"${text}"`);
const plainCell = fc.string({ unit: fc.constantFrom("a", "ë", " ", "'", "=") });
const regularLine = fc.array(fc.oneof(quotedCell, plainCell), { minLength: 1 }).map((cells) => cells.join(","));
const anyLine = fc.string({ unit: fc.constantFrom("a", "é", ",", ";", '"', "\n", "\r", " ") });
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const text = fc
  .array(fc.tuple(fc.oneof({ arbitrary: regularLine, weight: 4 }, anyLine), lineEnd), { maxLength: 12 })
  .map((lines) => lines.flat().join(""));

const grammar: fc.Arbitrary<Grammar> = fc.record({
  separator: fc.constantFrom(",", ";"),
  quote: fc.constantFrom('"', null, "'"),
  escape: fc.constantFrom('"', "\\"),
  lineEnd: fc.constantFrom(...LINE_ENDS),
  isLenient: fc.boolean(),
});

describe("cutting text into records", () => {
  it("gives the same records wherever the pieces end as a parser that looks at every sign of the whole", async () => {
    await fc.assert(
      fc.asyncProperty(text, grammar, fc.integer({ min: 1, max: 40 }), async (content, rules, pieceBytes) => {
        const bytes = Buffer.from(content);
        const whole = await cut(new IrregularRecords(rules, 0), bytes, bytes.length);
        expect(await cut(new Tokenizer(rules), bytes, pieceBytes)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });
});
