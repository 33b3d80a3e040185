DROP INDEX "stage_changes_actor_id_idx";--> statement-breakpoint
DROP INDEX "stage_changes_version_id_idx";--> statement-breakpoint
CREATE INDEX "stage_changes_actor_id_idx" ON "stage_changes" USING btree ("actor_id") WHERE "stage_changes"."actor_id" is not null;--> statement-breakpoint
CREATE INDEX "stage_changes_version_id_idx" ON "stage_changes" USING btree ("version_id") WHERE "stage_changes"."version_id" is not null;