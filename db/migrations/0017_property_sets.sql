CREATE TABLE "property_sets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "property_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"type_id" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "property_sets_type_id_text_key" UNIQUE("type_id","text")
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "property_set_id" integer;--> statement-breakpoint
ALTER TABLE "property_sets" ADD CONSTRAINT "property_sets_type_id_event_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."event_types"("id") ON DELETE no action ON UPDATE no action;