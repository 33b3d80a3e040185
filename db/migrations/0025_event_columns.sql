-- The columns in another order, which takes a new table: those that a pass asks for first, none of them behind the properties.
ALTER TABLE "events" RENAME TO "events_before";--> statement-breakpoint
CREATE TABLE "events" (
	"lead_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"type_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"asset_id" bigint,
	"property_set_id" integer,
	"day" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"joined_at" timestamp with time zone,
	"properties" jsonb
);--> statement-breakpoint
INSERT INTO "events" ("lead_id", "id", "type_id", "source_id", "occurred_at", "asset_id", "property_set_id", "day", "received_at", "claimed_at", "joined_at", "properties")
	SELECT "lead_id", "id", "type_id", "source_id", "occurred_at", "asset_id", "property_set_id", "day", "received_at", "claimed_at", "joined_at", "properties" FROM "events_before";--> statement-breakpoint
DROP TABLE "events_before";--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_lead_id_id_pk" PRIMARY KEY("lead_id","id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_type_id_event_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."event_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_type_id_idx" ON "events" USING btree ("type_id");--> statement-breakpoint
CREATE INDEX "events_unnamed_idx" ON "events" USING btree ("type_id") WHERE "events"."property_set_id" is null and "events"."properties" is not null;--> statement-breakpoint
ANALYZE "events";
