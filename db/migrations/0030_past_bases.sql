ALTER TABLE "organisation" ADD COLUMN "capacity_per_week" integer;--> statement-breakpoint
ALTER TABLE "preview_bases" ADD COLUMN "kind" text DEFAULT 'now' NOT NULL;--> statement-breakpoint
ALTER TABLE "preview_bases" ADD COLUMN "past" jsonb;--> statement-breakpoint
ALTER TABLE "preview_columns" ADD COLUMN "notes" jsonb;