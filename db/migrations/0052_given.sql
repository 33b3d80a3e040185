ALTER TABLE "alerts" DROP CONSTRAINT "alerts_kind_check";--> statement-breakpoint
ALTER TABLE "owner_changes" DROP CONSTRAINT "owner_changes_cause_check";--> statement-breakpoint
UPDATE "alerts" SET "kind" = 'given' WHERE "kind" = 'handed_over';--> statement-breakpoint
UPDATE "owner_changes" SET "cause" = 'given' WHERE "cause" = 'handed_over';--> statement-breakpoint
UPDATE "alert_settings" SET "choices" = "choices" - 'handed_over' || jsonb_build_object('given', "choices" -> 'handed_over') WHERE "choices" ? 'handed_over';--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_kind_check" CHECK ("alerts"."kind" in ('newcomer', 'clock_half', 'clock_breached', 'no_owner', 'given', 'unrouted', 'mass_effect', 'digest'));--> statement-breakpoint
ALTER TABLE "owner_changes" ADD CONSTRAINT "owner_changes_cause_check" CHECK ("owner_changes"."cause" in ('routed', 'given', 'reassigned', 'claimed', 'person', 'import', 'merge'));