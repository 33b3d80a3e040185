CREATE TABLE "quality_days" (
	"day" date PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"figures" jsonb NOT NULL,
	"to_mend" jsonb
);
--> statement-breakpoint
CREATE TABLE "quality_settings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quality_settings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"required_fields" text[],
	"bounce_kind" text,
	"bounce_key" text,
	"set_by" bigint,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quality_settings_bounce_kind_check" CHECK ("quality_settings"."bounce_kind" in ('event', 'field')),
	CONSTRAINT "quality_settings_bounce_check" CHECK (("quality_settings"."bounce_kind" is null) = ("quality_settings"."bounce_key" is null))
);
--> statement-breakpoint
ALTER TABLE "quality_settings" ADD CONSTRAINT "quality_settings_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quality_settings_set_by_idx" ON "quality_settings" USING btree ("set_by");