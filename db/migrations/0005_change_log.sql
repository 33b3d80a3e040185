CREATE TABLE "score_changes" (
	"lead_id" bigint NOT NULL,
	"generation_id" integer NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"cause" text NOT NULL,
	"actor_id" bigint,
	"fit_before" integer,
	"engagement_before" integer,
	"combined_before" integer,
	"cell_before" text,
	"version_before" integer,
	"fit_after" integer,
	"engagement_after" integer,
	"combined_after" integer,
	"cell_after" text,
	"version_after" integer,
	CONSTRAINT "score_changes_lead_id_generation_id_n_pk" PRIMARY KEY("lead_id","generation_id","n"),
	CONSTRAINT "score_changes_cause_check" CHECK ("score_changes"."cause" in ('import', 'event', 'field', 'account', 'merge', 'publish', 'return', 'decay', 'naming', 'zone', 'disposition', 'outcome', 'person'))
);
--> statement-breakpoint
CREATE TABLE "scores_at_switch" (
	"lead_id" bigint NOT NULL,
	"generation_id" integer NOT NULL,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "scores_at_switch_lead_id_generation_id_pk" PRIMARY KEY("lead_id","generation_id")
);
--> statement-breakpoint
ALTER TABLE "generations" DROP CONSTRAINT "generations_cause_check";--> statement-breakpoint
ALTER TABLE "stage_changes" DROP CONSTRAINT "stage_changes_cause_check";--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "changes_logged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "moves" jsonb;--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "qualified" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "concluded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_changes_actor_id_idx" ON "score_changes" USING btree ("actor_id") WHERE "score_changes"."actor_id" is not null;--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_cause_check" CHECK ("generations"."cause" in ('publish', 'return', 'day', 'import', 'account', 'naming', 'zone'));--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_cause_check" CHECK ("stage_changes"."cause" in ('import', 'event', 'field', 'account', 'merge', 'publish', 'return', 'decay', 'naming', 'zone', 'disposition', 'outcome', 'person'));