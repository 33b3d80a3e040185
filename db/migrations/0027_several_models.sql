CREATE TABLE "model_orders" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "model_orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"model_ids" integer[] NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "score_changes" DROP CONSTRAINT "score_changes_cause_check";--> statement-breakpoint
ALTER TABLE "generations" DROP CONSTRAINT "generations_cause_check";--> statement-breakpoint
ALTER TABLE "stage_changes" DROP CONSTRAINT "stage_changes_cause_check";--> statement-breakpoint
ALTER TABLE "preview_bases" ALTER COLUMN "generation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "models" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "preview_bases" ADD COLUMN "day" date;--> statement-breakpoint
CREATE INDEX "model_orders_until_idx" ON "model_orders" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "preview_bases_first_key" ON "preview_bases" USING btree ("model_id","digest") WHERE "preview_bases"."generation_id" is null;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_cause_check" CHECK ("score_changes"."cause" in ('import', 'event', 'field', 'account', 'merge', 'publish', 'return', 'models', 'decay', 'naming', 'zone', 'disposition', 'outcome', 'person'));--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_cause_check" CHECK ("generations"."cause" in ('publish', 'return', 'models', 'day', 'import', 'account', 'naming', 'zone'));--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_cause_check" CHECK ("stage_changes"."cause" in ('import', 'event', 'field', 'account', 'merge', 'publish', 'return', 'models', 'decay', 'naming', 'zone', 'disposition', 'outcome', 'person'));