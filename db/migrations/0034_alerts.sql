CREATE TABLE "alert_settings" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"digest_at" integer DEFAULT 480 NOT NULL,
	"webhook" text,
	CONSTRAINT "alert_settings_quiet_check" CHECK (("alert_settings"."quiet_from" is null) = ("alert_settings"."quiet_until" is null)),
	CONSTRAINT "alert_settings_minutes_check" CHECK (coalesce("alert_settings"."quiet_from", 0) between 0 and 1439 and coalesce("alert_settings"."quiet_until", 0) between 0 and 1439
        and "alert_settings"."digest_at" between 0 and 1439)
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"user_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "alerts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text NOT NULL,
	"lead_id" bigint,
	"facts" jsonb NOT NULL,
	"state" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"failure" text,
	CONSTRAINT "alerts_user_id_id_pk" PRIMARY KEY("user_id","id"),
	CONSTRAINT "alerts_kind_check" CHECK ("alerts"."kind" in ('newcomer', 'clock_half', 'clock_breached', 'no_owner', 'handed_over', 'unrouted', 'mass_effect', 'digest')),
	CONSTRAINT "alerts_channel_check" CHECK ("alerts"."channel" in ('app', 'email', 'webhook')),
	CONSTRAINT "alerts_state_check" CHECK ("alerts"."state" in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'seen'))
);
--> statement-breakpoint
CREATE TABLE "mail_server" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"user_name" text,
	"password" text,
	"from_address" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_server_single_check" CHECK ("mail_server"."id" = 1),
	CONSTRAINT "mail_server_port_check" CHECK ("mail_server"."port" between 1 and 65535),
	CONSTRAINT "mail_server_security_check" CHECK ("mail_server"."security" in ('tls', 'starttls', 'none')),
	CONSTRAINT "mail_server_password_check" CHECK (("mail_server"."user_name" is null) = ("mail_server"."password" is null))
);
--> statement-breakpoint
ALTER TABLE "alert_settings" ADD CONSTRAINT "alert_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_cause_key" ON "alerts" USING btree ("user_id","kind","subject","channel");--> statement-breakpoint
CREATE INDEX "alerts_user_id_raised_at_idx" ON "alerts" USING btree ("user_id","raised_at") WHERE "alerts"."channel" = 'app';--> statement-breakpoint
CREATE INDEX "alerts_due_at_idx" ON "alerts" USING btree ("due_at") WHERE "alerts"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "alerts_changed_at_idx" ON "alerts" USING btree ("changed_at") WHERE "alerts"."state" in ('failed', 'uncertain');--> statement-breakpoint
CREATE INDEX "alerts_raised_at_idx" ON "alerts" USING btree ("raised_at");--> statement-breakpoint
CREATE INDEX "alerts_lead_id_idx" ON "alerts" USING btree ("lead_id") WHERE "alerts"."lead_id" is not null;