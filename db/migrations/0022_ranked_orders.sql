DROP INDEX "lead_scores_combined_idx";--> statement-breakpoint
DROP INDEX "lead_scores_fit_idx";--> statement-breakpoint
DROP INDEX "lead_scores_engagement_idx";--> statement-breakpoint
CREATE INDEX "lead_scores_combined_idx" ON "lead_scores" USING btree ((("combined"::bigint << 32) + "lead_id"));--> statement-breakpoint
CREATE INDEX "lead_scores_fit_idx" ON "lead_scores" USING btree ((("fit"::bigint << 32) + "lead_id"));--> statement-breakpoint
CREATE INDEX "lead_scores_engagement_idx" ON "lead_scores" USING btree ((("engagement"::bigint << 32) + "lead_id"));--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_id_check" CHECK ("leads"."id" < 4294967296);