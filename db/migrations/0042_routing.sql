CREATE TABLE "routing" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"revision" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"wait_minutes" integer NOT NULL,
	"fallback_user_id" bigint,
	"told_until" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "routing_single_check" CHECK ("routing"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "routing_turns" (
	"pool" text PRIMARY KEY NOT NULL,
	"turns" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "routing" ADD CONSTRAINT "routing_fallback_user_id_users_id_fk" FOREIGN KEY ("fallback_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "routing_fallback_user_id_idx" ON "routing" USING btree ("fallback_user_id");--> statement-breakpoint
CREATE INDEX "leads_waiting_idx" ON "leads" USING btree ("owner_id","stage_entered_at","id") WHERE "leads"."stage" = 'marketing_qualified';