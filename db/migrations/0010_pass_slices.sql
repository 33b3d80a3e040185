CREATE TABLE "pass_slices" (
	"generation_id" integer NOT NULL,
	"from_lead" bigint NOT NULL,
	"to_lead" bigint NOT NULL,
	"leads" integer NOT NULL,
	"scored" integer DEFAULT 0 NOT NULL,
	"is_done" boolean DEFAULT false NOT NULL,
	CONSTRAINT "pass_slices_generation_id_from_lead_pk" PRIMARY KEY("generation_id","from_lead")
);
--> statement-breakpoint
ALTER TABLE "pass_slices" ADD CONSTRAINT "pass_slices_generation_id_generations_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generations"("id") ON DELETE cascade ON UPDATE no action;