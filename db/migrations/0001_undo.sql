ALTER TABLE "stage_changes" ADD COLUMN "touch_id" bigint;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "before" jsonb;