CREATE TABLE "account_field_values" (
	"account_id" bigint NOT NULL,
	"field" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"value" jsonb,
	"is_timed" boolean NOT NULL,
	CONSTRAINT "account_field_values_account_id_field_valid_from_pk" PRIMARY KEY("account_id","field","valid_from")
);
--> statement-breakpoint
CREATE TABLE "account_identities" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"account_id" bigint NOT NULL,
	CONSTRAINT "account_identities_kind_value_pk" PRIMARY KEY("kind","value")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"domain" text,
	"industry" text,
	"employees" integer,
	"country" text,
	"city" text,
	"custom" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "assets_name_key" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "event_types" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_types_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"label" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_types_key_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"lead_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"type_id" integer NOT NULL,
	"asset_id" bigint,
	"source_id" integer NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"joined_at" timestamp with time zone,
	"properties" jsonb,
	CONSTRAINT "events_lead_id_id_pk" PRIMARY KEY("lead_id","id")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sources_key_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "field_definitions" (
	"key" text PRIMARY KEY NOT NULL,
	"entity" text NOT NULL,
	"type" text NOT NULL,
	"label" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "field_definitions_entity_check" CHECK ("field_definitions"."entity" in ('lead', 'account')),
	CONSTRAINT "field_definitions_type_check" CHECK ("field_definitions"."type" in ('text', 'number', 'boolean', 'date', 'list'))
);
--> statement-breakpoint
CREATE TABLE "import_rejections" (
	"import_id" bigint NOT NULL,
	"line_number" integer NOT NULL,
	"column_name" text,
	"value" text,
	"reason" text NOT NULL,
	"record" jsonb NOT NULL,
	CONSTRAINT "import_rejections_import_id_line_number_pk" PRIMARY KEY("import_id","line_number")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"is_dry_run" boolean NOT NULL,
	"file_name" text NOT NULL,
	"file_path" text NOT NULL,
	"file_bytes" bigint NOT NULL,
	"file_sha256" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"records_read" bigint DEFAULT 0 NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"report" jsonb,
	"failure" text,
	"created_by" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"heartbeat_at" timestamp with time zone,
	CONSTRAINT "imports_kind_check" CHECK ("imports"."kind" in ('leads', 'events', 'outcomes')),
	CONSTRAINT "imports_status_check" CHECK ("imports"."status" in ('uploaded', 'queued', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "lead_field_values" (
	"lead_id" bigint NOT NULL,
	"field" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"value" jsonb,
	"is_timed" boolean NOT NULL,
	CONSTRAINT "lead_field_values_lead_id_field_valid_from_pk" PRIMARY KEY("lead_id","field","valid_from")
);
--> statement-breakpoint
CREATE TABLE "lead_identities" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"lead_id" bigint NOT NULL,
	CONSTRAINT "lead_identities_kind_value_pk" PRIMARY KEY("kind","value")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint,
	"first_name" text,
	"last_name" text,
	"email" text,
	"phone" text,
	"job_title" text,
	"country" text,
	"city" text,
	"language" text,
	"source" text,
	"custom" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"owner_id" bigint,
	"stage" text DEFAULT 'lead' NOT NULL,
	"stage_entered_at" timestamp with time zone NOT NULL,
	"returns_on" date,
	"may_call" boolean DEFAULT true NOT NULL,
	"may_email" boolean DEFAULT true NOT NULL,
	"may_score" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_day" date NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "leads_stage_check" CHECK ("leads"."stage" in ('lead', 'marketing_qualified', 'sales_accepted', 'sales_qualified', 'opportunity', 'customer', 'recycled', 'disqualified', 'lost'))
);
--> statement-breakpoint
CREATE TABLE "model_drafts" (
	"model_id" integer PRIMARY KEY NOT NULL,
	"base_version_id" integer,
	"definition" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" bigint
);
--> statement-breakpoint
CREATE TABLE "model_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "model_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"model_id" integer NOT NULL,
	"number" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" bigint,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "models" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "models_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "models_kind_check" CHECK ("models"."kind" in ('lead'))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" bigint,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"outcome_window_days" integer DEFAULT 90 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"current_generation_id" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_single_check" CHECK ("organisation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "due_leads" (
	"lead_id" bigint PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "generations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "generations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"status" text NOT NULL,
	"cause" text NOT NULL,
	"day" date NOT NULL,
	"time_zone" text NOT NULL,
	"version_ids" integer[] NOT NULL,
	"field_types" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"switched_at" timestamp with time zone,
	"leads_total" integer,
	"leads_done" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "generations_status_check" CHECK ("generations"."status" in ('building', 'current', 'retired', 'failed')),
	CONSTRAINT "generations_cause_check" CHECK ("generations"."cause" in ('publish', 'return', 'day', 'import', 'naming', 'zone'))
);
--> statement-breakpoint
CREATE TABLE "lead_scores" (
	"lead_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"generation_id" integer NOT NULL,
	"version_id" integer NOT NULL,
	"fit" integer NOT NULL,
	"engagement" integer NOT NULL,
	"combined" integer NOT NULL,
	"cell" text NOT NULL,
	"qualifies" boolean NOT NULL,
	"known_fields" integer NOT NULL,
	"asked_fields" integer NOT NULL,
	"newest_event_at" timestamp with time zone,
	CONSTRAINT "lead_scores_lead_id_kind_generation_id_pk" PRIMARY KEY("lead_id","kind","generation_id"),
	CONSTRAINT "lead_scores_kind_check" CHECK ("lead_scores"."kind" in ('lead'))
) PARTITION BY LIST ("generation_id");
--> statement-breakpoint
CREATE TABLE "touched_leads" (
	"lead_id" bigint NOT NULL,
	"generation_id" integer NOT NULL,
	CONSTRAINT "touched_leads_lead_id_generation_id_pk" PRIMARY KEY("lead_id","generation_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "user_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_tokens_purpose_check" CHECK ("user_tokens"."purpose" in ('invitation', 'reset', 'setup')),
	CONSTRAINT "user_tokens_user_check" CHECK (("user_tokens"."purpose" = 'setup') = ("user_tokens"."user_id" is null))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text,
	"password_hash" text,
	"locale" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"daily_capacity" integer DEFAULT 25 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_role_check" CHECK ("users"."role" in ('rep', 'marketer', 'manager', 'admin')),
	CONSTRAINT "users_locale_check" CHECK ("users"."locale" in ('nl', 'en')),
	CONSTRAINT "users_theme_check" CHECK ("users"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "users_daily_capacity_check" CHECK ("users"."daily_capacity" between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "adjustments" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "adjustments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"axis" text NOT NULL,
	"centipoints" integer NOT NULL,
	"reason" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date,
	"actor_id" bigint,
	"withdrawn_at" timestamp with time zone,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "adjustments_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "adjustments_axis_check" CHECK ("adjustments"."axis" in ('fit', 'engagement'))
);
--> statement-breakpoint
CREATE TABLE "call_list_entries" (
	"lead_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"day" date NOT NULL,
	"rank" integer NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "call_list_entries_lead_id_user_id_day_pk" PRIMARY KEY("lead_id","user_id","day")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"lead_id" bigint NOT NULL,
	"id" text NOT NULL,
	"result" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"is_timed" boolean NOT NULL,
	"value_minor" bigint,
	"currency" text,
	"received_at" timestamp with time zone NOT NULL,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "outcomes_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "outcomes_result_check" CHECK ("outcomes"."result" in ('won', 'lost')),
	CONSTRAINT "outcomes_currency_check" CHECK (("outcomes"."value_minor" is null) = ("outcomes"."currency" is null))
);
--> statement-breakpoint
CREATE TABLE "stage_changes" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "stage_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	"actor_id" bigint,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "stage_changes_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "stage_changes_to_stage_check" CHECK ("stage_changes"."to_stage" in ('lead', 'marketing_qualified', 'sales_accepted', 'sales_qualified', 'opportunity', 'customer', 'recycled', 'disqualified', 'lost')),
	CONSTRAINT "stage_changes_cause_check" CHECK ("stage_changes"."cause" in ('import', 'event', 'publish', 'decay', 'disposition', 'outcome', 'person')),
	CONSTRAINT "stage_changes_reason_check" CHECK ("stage_changes"."reason" in ('no_budget', 'no_need', 'bad_timing', 'not_decision_maker', 'bad_fit', 'competitor', 'unreachable', 'bad_data'))
);
--> statement-breakpoint
CREATE TABLE "touches" (
	"lead_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "touches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"disposition" text,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"snoozed_until" date,
	"actor_id" bigint,
	"undone_at" timestamp with time zone,
	"fit" integer,
	"engagement" integer,
	"combined" integer,
	"cell" text,
	"version_id" integer,
	CONSTRAINT "touches_lead_id_id_pk" PRIMARY KEY("lead_id","id"),
	CONSTRAINT "touches_kind_check" CHECK ("touches"."kind" in ('call', 'email', 'meeting', 'note', 'snooze')),
	CONSTRAINT "touches_disposition_check" CHECK ("touches"."disposition" in ('called', 'no_answer', 'accepted', 'rejected', 'snoozed')),
	CONSTRAINT "touches_reason_check" CHECK ("touches"."reason" in ('no_budget', 'no_need', 'bad_timing', 'not_decision_maker', 'bad_fit', 'competitor', 'unreachable', 'bad_data'))
);
--> statement-breakpoint
ALTER TABLE "account_field_values" ADD CONSTRAINT "account_field_values_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_identities" ADD CONSTRAINT "account_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_type_id_event_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."event_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejections" ADD CONSTRAINT "import_rejections_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_drafts" ADD CONSTRAINT "model_drafts_model_id_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_drafts" ADD CONSTRAINT "model_drafts_base_version_id_model_versions_id_fk" FOREIGN KEY ("base_version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_drafts" ADD CONSTRAINT "model_drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_model_id_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_current_generation_id_generations_id_fk" FOREIGN KEY ("current_generation_id") REFERENCES "public"."generations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustments" ADD CONSTRAINT "adjustments_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustments" ADD CONSTRAINT "adjustments_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list_entries" ADD CONSTRAINT "call_list_entries_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_identities_account_id_idx" ON "account_identities" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "accounts_name_idx" ON "accounts" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "events_type_id_idx" ON "events" USING btree ("type_id");--> statement-breakpoint
CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "imports_created_by_idx" ON "imports" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "lead_identities_lead_id_idx" ON "lead_identities" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "leads_account_id_idx" ON "leads" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "leads_owner_id_idx" ON "leads" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "leads_stage_idx" ON "leads" USING btree ("stage");--> statement-breakpoint
CREATE INDEX "leads_created_at_idx" ON "leads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "leads_name_idx" ON "leads" USING btree (lower("last_name"),lower("first_name"));--> statement-breakpoint
CREATE INDEX "model_drafts_base_version_id_idx" ON "model_drafts" USING btree ("base_version_id");--> statement-breakpoint
CREATE INDEX "model_drafts_updated_by_idx" ON "model_drafts" USING btree ("updated_by");--> statement-breakpoint
CREATE UNIQUE INDEX "model_versions_model_id_number_key" ON "model_versions" USING btree ("model_id","number");--> statement-breakpoint
CREATE INDEX "model_versions_published_by_idx" ON "model_versions" USING btree ("published_by");--> statement-breakpoint
CREATE UNIQUE INDEX "models_kind_position_key" ON "models" USING btree ("kind","position");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_actor_id_idx" ON "audit_log" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "organisation_current_generation_id_idx" ON "organisation" USING btree ("current_generation_id");--> statement-breakpoint
CREATE INDEX "generations_status_idx" ON "generations" USING btree ("status");--> statement-breakpoint
CREATE INDEX "lead_scores_kind_combined_idx" ON "lead_scores" USING btree ("kind","combined" DESC NULLS FIRST,"lead_id");--> statement-breakpoint
CREATE INDEX "lead_scores_kind_cell_combined_idx" ON "lead_scores" USING btree ("kind","cell","combined" DESC NULLS FIRST,"lead_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "user_identities_user_id_idx" ON "user_identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_tokens_user_id_idx" ON "user_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "adjustments_actor_id_idx" ON "adjustments" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "adjustments_version_id_idx" ON "adjustments" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "call_list_entries_user_id_day_rank_idx" ON "call_list_entries" USING btree ("user_id","day","rank");--> statement-breakpoint
CREATE INDEX "call_list_entries_version_id_idx" ON "call_list_entries" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "outcomes_at_idx" ON "outcomes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outcomes_version_id_idx" ON "outcomes" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "stage_changes_at_idx" ON "stage_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "stage_changes_actor_id_idx" ON "stage_changes" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "stage_changes_version_id_idx" ON "stage_changes" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "touches_actor_id_at_idx" ON "touches" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "touches_at_idx" ON "touches" USING btree ("at");--> statement-breakpoint
CREATE INDEX "touches_version_id_idx" ON "touches" USING btree ("version_id");