/**
 * What is wrong with a definition, and where. `path` leads into the document
 * (`["axes", "fit", "groups", 0, "criteria", 2, "points"]`); the sentence for `code` is in the
 * message catalogues under `model.problems`.
 */
export type Problem = {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export const PROBLEM_CODES = ["missing"] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
