CREATE TABLE "flags" (
	"name" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "rep_adjustment_points" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_rep_adjustment_points_check" CHECK ("organisation"."rep_adjustment_points" between 0 and 100);