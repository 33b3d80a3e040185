CREATE TABLE "namings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "namings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"rules" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
ALTER TABLE "event_types" ADD COLUMN "is_raw" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "naming_id" integer;--> statement-breakpoint
ALTER TABLE "namings" ADD CONSTRAINT "namings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "namings_created_by_idx" ON "namings" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_naming_id_namings_id_fk" FOREIGN KEY ("naming_id") REFERENCES "public"."namings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "generations_naming_id_idx" ON "generations" USING btree ("naming_id");