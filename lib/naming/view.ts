import type { Label } from "#lib/scoring/definition.ts";
import type { Naming } from "./naming.ts";
import type { Suggestion } from "./suggest.ts";

/** A name, or a page, of which no rule says what it means. */
export type UnknownName = {
  readonly name: string;
  /** Of a page its path, or the pattern of those that are likely to mean the same. */
  readonly asset: string | null;
  /** Among the newest events. */
  readonly count: number;
  /** null: none of the newest is one. */
  readonly lastAt: number | null;
  readonly suggestion: Suggestion | null;
};

/** What the page on event names begins with. */
export type NamingView = {
  readonly namingId: number | null;
  readonly naming: Naming;
  readonly types: readonly { readonly key: string; readonly label: Label }[];
  /** Types that a version of a model counts. */
  readonly usedTypes: readonly string[];
  readonly names: readonly UnknownName[];
  readonly pages: readonly UnknownName[];
  /** How many events were looked at. */
  readonly counted: number;
};
