CREATE TABLE "draft_signatures" (
	"model_id" integer NOT NULL,
	"side" text NOT NULL,
	"content_hash" text NOT NULL,
	"definition" jsonb NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"signed_by" bigint NOT NULL,
	CONSTRAINT "draft_signatures_model_id_side_pk" PRIMARY KEY("model_id","side"),
	CONSTRAINT "draft_signatures_side_check" CHECK ("draft_signatures"."side" in ('marketing', 'sales'))
);
--> statement-breakpoint
CREATE TABLE "model_comments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "model_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"draft_of" integer,
	"version_id" integer,
	"topic" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"author_id" bigint,
	"resolved_at" timestamp with time zone,
	"resolved_by" bigint,
	CONSTRAINT "model_comments_owner_check" CHECK (("model_comments"."draft_of" is null) <> ("model_comments"."version_id" is null))
);
--> statement-breakpoint
CREATE TABLE "version_signatures" (
	"version_id" integer NOT NULL,
	"side" text NOT NULL,
	"content_hash" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"signed_by" bigint,
	CONSTRAINT "version_signatures_version_id_side_pk" PRIMARY KEY("version_id","side"),
	CONSTRAINT "version_signatures_side_check" CHECK ("version_signatures"."side" in ('marketing', 'sales'))
);
--> statement-breakpoint
ALTER TABLE "model_drafts" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "model_drafts" ADD COLUMN "asked_by" bigint;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "requires_sign_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_signatures" ADD CONSTRAINT "draft_signatures_model_id_model_drafts_model_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."model_drafts"("model_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_signatures" ADD CONSTRAINT "draft_signatures_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_comments" ADD CONSTRAINT "model_comments_draft_of_model_drafts_model_id_fk" FOREIGN KEY ("draft_of") REFERENCES "public"."model_drafts"("model_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_comments" ADD CONSTRAINT "model_comments_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_comments" ADD CONSTRAINT "model_comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_comments" ADD CONSTRAINT "model_comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_signatures" ADD CONSTRAINT "version_signatures_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_signatures" ADD CONSTRAINT "version_signatures_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_signatures_content_hash_signed_by_key" ON "draft_signatures" USING btree ("model_id","content_hash","signed_by");--> statement-breakpoint
CREATE INDEX "draft_signatures_signed_by_idx" ON "draft_signatures" USING btree ("signed_by");--> statement-breakpoint
CREATE INDEX "model_comments_draft_of_idx" ON "model_comments" USING btree ("draft_of");--> statement-breakpoint
CREATE INDEX "model_comments_version_id_idx" ON "model_comments" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "model_comments_author_id_idx" ON "model_comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "model_comments_resolved_by_idx" ON "model_comments" USING btree ("resolved_by");--> statement-breakpoint
CREATE INDEX "version_signatures_signed_by_idx" ON "version_signatures" USING btree ("signed_by");--> statement-breakpoint
ALTER TABLE "model_drafts" ADD CONSTRAINT "model_drafts_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_drafts_asked_by_idx" ON "model_drafts" USING btree ("asked_by");