ALTER TABLE "sessions" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_locale_check" CHECK ("sessions"."locale" in ('nl', 'en'));