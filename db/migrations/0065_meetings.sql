CREATE TABLE "model_reviews" (
	"quarter" date PRIMARY KEY NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"held_by" bigint,
	"conclusion" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_actions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"body" text NOT NULL,
	"lead_id" bigint,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"owner_id" bigint,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" bigint,
	CONSTRAINT "review_actions_done_check" CHECK ("review_actions"."done_at" is not null or "review_actions"."done_by" is null)
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "order_limit_percent" integer DEFAULT 70 NOT NULL;--> statement-breakpoint
ALTER TABLE "model_reviews" ADD CONSTRAINT "model_reviews_held_by_users_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_actions" ADD CONSTRAINT "review_actions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_actions" ADD CONSTRAINT "review_actions_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_actions" ADD CONSTRAINT "review_actions_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_reviews_held_by_idx" ON "model_reviews" USING btree ("held_by");--> statement-breakpoint
CREATE INDEX "review_actions_decided_by_idx" ON "review_actions" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "review_actions_owner_id_idx" ON "review_actions" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "review_actions_done_by_idx" ON "review_actions" USING btree ("done_by");--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_order_limit_percent_check" CHECK ("organisation"."order_limit_percent" between 51 and 95);