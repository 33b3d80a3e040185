CREATE TABLE "lead_merges" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "lead_merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"merged_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"cause" text NOT NULL,
	"actor_id" bigint,
	"undone_at" timestamp with time zone,
	"memory" jsonb NOT NULL,
	CONSTRAINT "lead_merges_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "lead_merges_cause_check" CHECK ("lead_merges"."cause" in ('hand', 'email', 'external_id', 'alias'))
);
--> statement-breakpoint
ALTER TABLE "lead_merges" ADD CONSTRAINT "lead_merges_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_merges_merged_id_idx" ON "lead_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "lead_merges_actor_id_idx" ON "lead_merges" USING btree ("actor_id") WHERE "lead_merges"."actor_id" is not null;