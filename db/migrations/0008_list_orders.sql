DROP INDEX "lead_scores_kind_combined_idx";--> statement-breakpoint
DROP INDEX "lead_scores_kind_cell_combined_idx";--> statement-breakpoint
DROP INDEX "accounts_name_idx";--> statement-breakpoint
DROP INDEX "leads_created_at_idx";--> statement-breakpoint
CREATE INDEX "lead_scores_combined_idx" ON "lead_scores" USING btree ("combined","lead_id");--> statement-breakpoint
CREATE INDEX "lead_scores_fit_idx" ON "lead_scores" USING btree ("fit","lead_id");--> statement-breakpoint
CREATE INDEX "lead_scores_engagement_idx" ON "lead_scores" USING btree ("engagement","lead_id");--> statement-breakpoint
CREATE INDEX "lead_scores_newest_event_at_idx" ON "lead_scores" USING btree ("newest_event_at","lead_id");--> statement-breakpoint
CREATE INDEX "lead_scores_cell_combined_idx" ON "lead_scores" USING btree ((ascii("cell") * 16 + ascii(right("cell", 1))),"combined","lead_id");--> statement-breakpoint
CREATE INDEX "accounts_name_idx" ON "accounts" USING btree (lower("name" collate "und-x-icu"));--> statement-breakpoint
CREATE INDEX "leads_created_at_idx" ON "leads" USING btree ("created_at","id");