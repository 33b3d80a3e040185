DROP INDEX "leads_owner_id_idx";--> statement-breakpoint
CREATE INDEX "touches_snoozed_idx" ON "touches" USING btree ("lead_id","snoozed_until") WHERE "touches"."disposition" = 'snoozed' and "touches"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "leads_owner_id_idx" ON "leads" USING btree ("owner_id","id");