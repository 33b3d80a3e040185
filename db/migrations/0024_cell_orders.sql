DROP INDEX "lead_scores_cell_combined_idx";--> statement-breakpoint
CREATE INDEX "lead_scores_cell_combined_idx" ON "lead_scores" USING btree (((((ascii("cell") * 16 + ascii(right("cell", 1))) * 16384 + "combined")::bigint << 32) + "lead_id"));--> statement-breakpoint
ANALYZE "lead_scores";
