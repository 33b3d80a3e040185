/** What can be wrong with a request of another program, and the status that says so. */
export const PROBLEMS = {
  unreadable: 400,
  unknown_key: 401,
  forbidden: 403,
  missing_scope: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  invalid_input: 422,
  rate_limited: 429,
  unexpected: 500,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** Where a person reads what the API takes and says; a problem's type is a place on that page. */
export const REFERENCE_PATH = "/api/v1";
