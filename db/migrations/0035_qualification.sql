CREATE TABLE "model_checklists" (
	"model_id" integer PRIMARY KEY NOT NULL,
	"framework" text NOT NULL,
	"own" jsonb NOT NULL,
	"next_number" integer NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" bigint,
	CONSTRAINT "model_checklists_framework_check" CHECK ("model_checklists"."framework" in ('bant', 'champ', 'gpctba_ci', 'own'))
);
--> statement-breakpoint
CREATE TABLE "qualification_answers" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "qualification_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item" text NOT NULL,
	"answer" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" bigint,
	CONSTRAINT "qualification_answers_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "qualification_answers_answer_check" CHECK ("qualification_answers"."answer" in ('unknown', 'no', 'partly', 'yes'))
);
--> statement-breakpoint
ALTER TABLE "model_checklists" ADD CONSTRAINT "model_checklists_model_id_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_checklists" ADD CONSTRAINT "model_checklists_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_answers" ADD CONSTRAINT "qualification_answers_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_checklists_updated_by_idx" ON "model_checklists" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "qualification_answers_actor_id_idx" ON "qualification_answers" USING btree ("actor_id");