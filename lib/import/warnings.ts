/** Things worth knowing that keep nothing from being imported; sentences under `import.warnings`. */
export const WARNINGS = ["broken_bytes", "nul_bytes", "no_identity_column", "missing_columns", "no_rows"] as const;
export type ImportWarning = (typeof WARNINGS)[number];
