/**
 * What is wrong with a definition, and where. `path` leads into the document
 * (`["axes", "fit", "groups", 0, "criteria", 2, "points"]`); the sentence for `code`, with its
 * `params`, is in the message catalogues under `model.problems`.
 */
export type Problem = {
  readonly path: Path;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export type Path = readonly (string | number)[];

export const PROBLEM_CODES = [
  "missing",
  "wrong_type",
  "not_whole",
  "too_small",
  "too_large",
  "too_many_decimals",
  "empty_text",
  "text_too_long",
  "empty_list",
  "empty_condition",
  "invalid_key",
  "invalid_date",
  "invalid_cell",
  "not_an_option",
  "unknown_setting",
  "half_life_out_of_range",
  "wrong_number_of_bands",
  "nested_too_deep",
  "thresholds_not_rising",
  "no_criteria",
  "duplicate_key",
  "maximum_zero",
  "floor_above_cap",
  "season_reversed",
  "between_reversed",
  "unknown_field",
  "unknown_event_type",
  "unknown_stage",
  "test_does_not_fit",
  "value_does_not_fit",
  "property_has_no_age",
  "mixed_values",
  "no_word",
  "mix_not_whole",
  "play_missing",
  "play_surplus",
  "duplicate_priority",
  "unknown_cell",
  "threshold_out_of_reach",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export function problem(path: Path, code: ProblemCode, params: Problem["params"] = {}): Problem {
  return { path, code, params };
}
