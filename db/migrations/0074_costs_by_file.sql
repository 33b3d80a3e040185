ALTER TABLE "imports" DROP CONSTRAINT "imports_kind_check";--> statement-breakpoint
ALTER TABLE "lead_costs" ADD COLUMN "import_id" bigint;--> statement-breakpoint
ALTER TABLE "lead_costs" ADD CONSTRAINT "lead_costs_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_costs_import_id_idx" ON "lead_costs" USING btree ("import_id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind_check" CHECK ("imports"."kind" in ('leads', 'events', 'outcomes', 'costs'));