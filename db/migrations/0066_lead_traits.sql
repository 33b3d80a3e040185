CREATE TABLE "lead_traits" (
	"lead_id" bigint NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lead_traits_lead_id_name_pk" PRIMARY KEY("lead_id","name")
);
--> statement-breakpoint
CREATE INDEX "lead_traits_name_lead_id_idx" ON "lead_traits" USING btree ("name","lead_id");