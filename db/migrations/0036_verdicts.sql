ALTER TABLE "score_changes" DROP CONSTRAINT "score_changes_cause_check";--> statement-breakpoint
ALTER TABLE "stage_changes" DROP CONSTRAINT "stage_changes_cause_check";--> statement-breakpoint
ALTER TABLE "stage_changes" DROP CONSTRAINT "stage_changes_reason_check";--> statement-breakpoint
ALTER TABLE "touches" DROP CONSTRAINT "touches_disposition_check";--> statement-breakpoint
ALTER TABLE "touches" DROP CONSTRAINT "touches_reason_check";--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_cause_check" CHECK ("score_changes"."cause" in ('import', 'event', 'field', 'account', 'merge', 'publish', 'return', 'models', 'decay', 'naming', 'zone', 'disposition', 'outcome', 'person', 'nurtured'));--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_cause_check" CHECK ("stage_changes"."cause" in ('import', 'event', 'field', 'account', 'merge', 'publish', 'return', 'models', 'decay', 'naming', 'zone', 'disposition', 'outcome', 'person', 'nurtured'));--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_reason_check" CHECK ("stage_changes"."reason" in ('no_budget', 'no_need', 'bad_timing', 'not_decision_maker', 'bad_fit', 'competitor', 'declined', 'unreachable', 'bad_data'));--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_disposition_check" CHECK ("touches"."disposition" in ('called', 'no_answer', 'emailed', 'accepted', 'rejected', 'snoozed', 'qualified', 'opportunity', 'recycled', 'disqualified', 'lost'));--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_reason_check" CHECK ("touches"."reason" in ('no_budget', 'no_need', 'bad_timing', 'not_decision_maker', 'bad_fit', 'competitor', 'declined', 'unreachable', 'bad_data'));