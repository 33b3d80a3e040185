import type { CriterionNotes } from "#lib/backtest/criterion-notes.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import { BASE_PARTS, type PreviewHead, type PreviewRequest } from "#lib/preview/answer.ts";
import type { PreviewBase, PreviewColumn, PreviewColumns } from "#lib/preview/base.ts";
import { type Frames, readFrames } from "#lib/preview/frames.ts";
import { fromSteps, unpackMeasured } from "#lib/preview/pack.ts";

/** The rows of a base as a browser holds them. */
export type HeldBase = PreviewBase & {
  readonly baseId: number;
  readonly leadIds: Uint32Array;
  /** How many of all leads were looked at, and how many there are. */
  readonly looked: number;
  readonly total: number;
  readonly madeAt: string;
  /** Of leads as they were known on days of the past; null of leads as they are. */
  readonly past: HeldPast | null;
};

export type HeldPast = {
  readonly span: PastSpan;
  /** Places of the span's days, by row. */
  readonly places: Int32Array;
  /** Not 0 where the lead was won within the window after the day. */
  readonly won: Int32Array;
  /** Not 0 where sales had the lead already. */
  readonly withSales: Int32Array;
};

export type PreviewAnswer = {
  readonly baseId: number;
  /** null: it is still being made, or it is the one that is held. */
  readonly base: HeldBase | null;
  /** What was measured, unpacked. */
  readonly columns: PreviewColumns;
  readonly notes: ReadonlyMap<string, CriterionNotes>;
  /** Whether more is being measured: ask again. */
  readonly isWaiting: boolean;
};

/** Asks for columns of leads. Throws when the server does not answer with them. */
export async function fetchPreview(request: PreviewRequest, signal: AbortSignal): Promise<PreviewAnswer> {
  const response = await fetch("/api/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) throw new Error(`The preview answered ${response.status}.`);
  const { head, parts }: Frames<PreviewHead> = readFrames(await response.arrayBuffer());
  const size = head.base?.size ?? 0;
  const unpacked = await Promise.all(
    [...parts].map(async ([name, packed]) => [name, await unpackMeasured(packed, size)] as const),
  );
  const columns = new Map(unpacked);
  const base = heldBase(head, columns);
  for (const name of Object.values(BASE_PARTS)) columns.delete(name);
  return {
    baseId: head.baseId,
    base,
    columns,
    notes: new Map(head.notes),
    isWaiting: head.base === null || head.waiting > 0,
  };
}

function heldBase({ baseId, base }: PreviewHead, parts: PreviewColumns): HeldBase | null {
  const numbers = (name: string) => numbersOf(parts.get(name));
  const steps = numbers(BASE_PARTS.leadIds);
  if (!base || !steps) return null;
  const adjusted = { fit: numbers(BASE_PARTS.fit), engagement: numbers(BASE_PARTS.engagement) };
  const [places, won, withSales] = [BASE_PARTS.days, BASE_PARTS.won, BASE_PARTS.withSales].map(numbers);
  const past = base.past && places && won && withSales ? { span: base.past, places, won, withSales } : null;
  return { ...base, baseId, leadIds: fromSteps(steps), adjusted, past };
}

function numbersOf(column: PreviewColumn | undefined): Int32Array | null {
  return column instanceof Int32Array ? column : null;
}
