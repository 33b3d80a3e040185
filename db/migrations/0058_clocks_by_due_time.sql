DROP INDEX "sla_clocks_breached_at_idx";--> statement-breakpoint
CREATE INDEX "sla_clocks_due_at_idx" ON "sla_clocks" USING btree ("due_at");