DELETE FROM "preview_bases";--> statement-breakpoint
ALTER TABLE "preview_columns" ALTER COLUMN "criterion" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "preview_bases" DROP COLUMN "lead_ids";--> statement-breakpoint
ALTER TABLE "preview_bases" DROP COLUMN "fit";--> statement-breakpoint
ALTER TABLE "preview_bases" DROP COLUMN "engagement";