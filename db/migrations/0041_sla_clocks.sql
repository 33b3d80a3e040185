CREATE TABLE "sla_clocks" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sla_clocks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"sla_minutes" integer NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"half_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"shown_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"breached_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"touch_id" bigint,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "sla_clocks_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "sla_clocks_times_check" CHECK ("sla_clocks"."arrived_at" <= "sla_clocks"."started_at" and "sla_clocks"."started_at" <= "sla_clocks"."due_at"),
	CONSTRAINT "sla_clocks_stopped_check" CHECK (("sla_clocks"."stopped_at" is null) = ("sla_clocks"."touch_id" is null)),
	CONSTRAINT "sla_clocks_ended_check" CHECK (("sla_clocks"."ended_at" is null) = ("sla_clocks"."ended_by" is null)),
	CONSTRAINT "sla_clocks_ended_by_check" CHECK ("sla_clocks"."ended_by" in ('lead_closed', 'may_not_call', 'other_runs'))
);
--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sla_clocks_running_key" ON "sla_clocks" USING btree ("lead_id") WHERE "sla_clocks"."stopped_at" is null and "sla_clocks"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sla_clocks_running_due_at_idx" ON "sla_clocks" USING btree ("due_at") WHERE "sla_clocks"."stopped_at" is null and "sla_clocks"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sla_clocks_stopped_at_idx" ON "sla_clocks" USING btree ("stopped_at") WHERE "sla_clocks"."stopped_at" is not null;--> statement-breakpoint
CREATE INDEX "sla_clocks_version_id_idx" ON "sla_clocks" USING btree ("version_id");