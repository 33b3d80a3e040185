ALTER TABLE "organisation" ADD COLUMN "capacity_leads" integer;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "capacity_period" text DEFAULT 'week' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_capacity_period_check" CHECK ("organisation"."capacity_period" in ('week', 'month'));--> statement-breakpoint
UPDATE "organisation" SET "capacity_leads" = "capacity_per_week";
