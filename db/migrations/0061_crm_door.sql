CREATE TABLE "crm_conflicts" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "crm_conflicts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"here" jsonb,
	"there" jsonb,
	"winner" text NOT NULL,
	CONSTRAINT "crm_conflicts_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "crm_conflicts_winner_check" CHECK ("crm_conflicts"."winner" in ('crm', 'here'))
);
--> statement-breakpoint
CREATE TABLE "crm_connection" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"system" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"token" text,
	"settings" jsonb NOT NULL,
	"settings_at" timestamp with time zone NOT NULL,
	"fields" jsonb NOT NULL,
	"owners" jsonb NOT NULL,
	"contacts_cursor" text,
	"deals_cursor" text,
	"connected_at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone,
	CONSTRAINT "crm_connection_single_check" CHECK ("crm_connection"."id" = 1),
	CONSTRAINT "crm_connection_system_check" CHECK ("crm_connection"."system" in ('hubspot'))
);
--> statement-breakpoint
CREATE TABLE "crm_links" (
	"lead_id" bigint NOT NULL,
	"crm_id" text NOT NULL,
	"seen" jsonb NOT NULL,
	"owner_here" bigint,
	"owner_there" text,
	"is_owner_pending" boolean DEFAULT false NOT NULL,
	"pushed_fit" integer,
	"pushed_engagement" integer,
	"pushed_combined" integer,
	"pushed_cell" text,
	"failure" text,
	"failure_detail" text,
	CONSTRAINT "crm_links_lead_id_crm_id_pk" PRIMARY KEY("lead_id","crm_id"),
	CONSTRAINT "crm_links_failure_check" CHECK ("crm_links"."failure" in ('gone', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "crm_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "crm_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"counts" jsonb NOT NULL,
	"failure" text,
	"failure_detail" text,
	CONSTRAINT "crm_runs_failure_check" CHECK ("crm_runs"."failure" in ('signed_out', 'not_allowed', 'paced', 'used_up', 'refused', 'unreachable', 'odd', 'sealed'))
);
--> statement-breakpoint
CREATE INDEX "crm_conflicts_at_idx" ON "crm_conflicts" USING btree ("at");