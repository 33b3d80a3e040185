CREATE TABLE "api_keys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"public_key" text,
	"scopes" text[] NOT NULL,
	"allowed_origins" text[] DEFAULT '{}' NOT NULL,
	"event_types" text[] DEFAULT '{}' NOT NULL,
	"form_events" text[] DEFAULT '{}' NOT NULL,
	"created_by" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_secret_hash_key" UNIQUE("secret_hash"),
	CONSTRAINT "api_keys_kind_check" CHECK ("api_keys"."kind" in ('server', 'browser')),
	CONSTRAINT "api_keys_public_key_check" CHECK (("api_keys"."kind" = 'browser') = ("api_keys"."public_key" is not null)),
	CONSTRAINT "api_keys_scopes_check" CHECK ("api_keys"."scopes" <@ array['ingest', 'leads:read', 'leads:write', 'accounts:read', 'accounts:write', 'events:read', 'events:write', 'scores:read', 'stages:read', 'outcomes:read', 'outcomes:write']::text[]),
	CONSTRAINT "api_keys_browser_check" CHECK ("api_keys"."kind" <> 'browser' or "api_keys"."scopes" = array['ingest']::text[])
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "key_id" bigint;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_created_by_idx" ON "api_keys" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_key_id_idx" ON "audit_log" USING btree ("key_id") WHERE "audit_log"."key_id" is not null;