import type { Label } from "#lib/scoring/definition.ts";

/** A version of a model, and when it went live. */
export type PublishedVersion = {
  readonly versionId: number;
  readonly name: Label;
  /** Counts the versions of its model, from 1. */
  readonly number: number;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
};
