/** How a column is written: an instant as ISO 8601 in UTC, all else as PostgreSQL does. */
type Kind = "instant" | "plain";

const THEN = { fit: "plain", engagement: "plain", combined: "plain", cell: "plain", version_id: "plain" } as const;

/**
 * The views for reports, in the schema `bi`: what they have, and by what their rows are told apart and put in order.
 * They name no person; scores are points with two decimals.
 */
export const BI_VIEWS = {
  scores: {
    key: ["lead_id"],
    columns: {
      ...{ lead_id: "plain", day: "plain" },
      ...THEN,
      ...{ qualifies: "plain", known_fields: "plain", asked_fields: "plain", newest_event_at: "instant" },
      ...{ stage: "plain", owner_id: "plain", country: "plain", source: "plain", created_at: "instant" },
    },
  },
  changes: {
    key: ["lead_id", "generation_id", "n"],
    columns: {
      ...{ lead_id: "plain", generation_id: "plain", n: "plain", at: "instant", cause: "plain", user_id: "plain" },
      ...{ fit_before: "plain", engagement_before: "plain", combined_before: "plain", cell_before: "plain" },
      ...{ version_before: "plain", fit_after: "plain", engagement_after: "plain", combined_after: "plain" },
      ...{ cell_after: "plain", version_after: "plain" },
    },
  },
  touches: {
    key: ["lead_id", "id"],
    columns: {
      ...{ lead_id: "plain", id: "plain", at: "instant", kind: "plain", disposition: "plain", reason: "plain" },
      ...{ user_id: "plain", undone_at: "instant" },
      ...THEN,
    },
  },
  stages: {
    key: ["lead_id", "id"],
    columns: {
      ...{ lead_id: "plain", id: "plain", at: "instant", from_stage: "plain", to_stage: "plain", cause: "plain" },
      ...{ reason: "plain", user_id: "plain", undone_at: "instant" },
      ...THEN,
    },
  },
  outcomes: {
    key: ["lead_id", "id"],
    columns: {
      ...{ lead_id: "plain", id: "plain", result: "plain", at: "instant", is_timed: "plain" },
      ...{ value_minor: "plain", currency: "plain", received_at: "instant" },
      ...THEN,
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly key: readonly string[]; readonly columns: Readonly<Record<string, Kind>> }>
>;
export type BiView = keyof typeof BI_VIEWS;

export const BI_VIEW_NAMES = [
  "scores",
  "changes",
  "touches",
  "stages",
  "outcomes",
] as const satisfies readonly BiView[];
