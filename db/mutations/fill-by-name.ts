import type { FieldContext } from "#lib/ingest/traits.ts";

/** What was said of many by one name, some of them at a time. */
export type Some = {
  readonly name: string;
  readonly field: string;
  /** The last lead or company that was looked at. */
  readonly after: number;
  readonly at: Date;
  readonly context: FieldContext;
};

/** `last`: the last that was looked at; null: there was none more. */
export type Part = { readonly filled: number; readonly last: number | null };

export type Filling = {
  readonly context: FieldContext;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
};

type Named = {
  readonly names: readonly string[];
  /** null: no field is filled by the name. */
  readonly fieldOf: (name: string) => string | null;
  readonly fill: (some: Some) => Promise<Part>;
};

/** Fills the field of each name, part by part, so that it may be stopped between. Gives how many got a value. */
export async function fillByName({ names, fieldOf, fill }: Named, { context, now, signal }: Filling): Promise<number> {
  let filled = 0;
  for (const name of names) {
    const field = fieldOf(name);
    if (field === null) continue;
    for (let after: number | null = 0; after !== null; ) {
      signal?.throwIfAborted();
      const part: Part = await fill({ name, field, after, at: now(), context });
      filled += part.filled;
      after = part.last;
    }
  }
  return filled;
}
