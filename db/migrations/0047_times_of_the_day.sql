DROP INDEX "owner_changes_to_user_id_idx";--> statement-breakpoint
CREATE INDEX "sla_clocks_breached_at_idx" ON "sla_clocks" USING btree ("breached_at") WHERE "sla_clocks"."breached_at" is not null;--> statement-breakpoint
CREATE INDEX "call_list_entries_day_idx" ON "call_list_entries" USING btree ("day");--> statement-breakpoint
CREATE INDEX "owner_changes_to_user_id_idx" ON "owner_changes" USING btree ("to_user_id","at") WHERE "owner_changes"."to_user_id" is not null;