CREATE TABLE "claimed_leads" (
	"lead_id" bigint PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refused_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refused_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"key_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"field" text,
	"message" text NOT NULL,
	CONSTRAINT "refused_messages_reason_check" CHECK ("refused_messages"."reason" in ('not_a_message', 'too_large', 'too_deep', 'bad_characters', 'forbidden_name', 'unknown_kind', 'wrong_type', 'id_too_long', 'nobody', 'no_event_name', 'time_invalid', 'too_far_ahead', 'before_2000', 'names_nobody', 'no_group', 'no_previous_id', 'event_not_allowed', 'only_by_server', 'two_leads', 'too_many_kept'))
);
--> statement-breakpoint
CREATE TABLE "visitor_events" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"asset" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"properties" jsonb,
	"is_believed" boolean NOT NULL,
	CONSTRAINT "visitor_events_kind_id_event_id_pk" PRIMARY KEY("kind","id","event_id"),
	CONSTRAINT "visitor_events_kind_check" CHECK ("visitor_events"."kind" in ('anonymous', 'user', 'claim'))
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"anonymous_id" text PRIMARY KEY NOT NULL,
	"lead_id" bigint NOT NULL,
	"joined_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "refused_messages" ADD CONSTRAINT "refused_messages_key_id_api_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refused_messages_key_id_id_idx" ON "refused_messages" USING btree ("key_id","id");--> statement-breakpoint
CREATE INDEX "visitor_events_received_at_idx" ON "visitor_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "visitors_lead_id_idx" ON "visitors" USING btree ("lead_id");