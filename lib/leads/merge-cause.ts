/** Why two records are one lead: somebody said so, or a trusted source named both as one person. */
export const MERGE_CAUSES = ["hand", "email", "external_id", "alias"] as const;
export type MergeCause = (typeof MERGE_CAUSES)[number];
