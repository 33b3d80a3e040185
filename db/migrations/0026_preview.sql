CREATE TABLE "preview_bases" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "preview_bases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"model_id" integer NOT NULL,
	"generation_id" integer NOT NULL,
	"reach" jsonb NOT NULL,
	"digest" text NOT NULL,
	"made_at" timestamp with time zone,
	"size" integer DEFAULT 0 NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"lead_ids" "bytea",
	"fit" "bytea",
	"engagement" "bytea"
);
--> statement-breakpoint
CREATE TABLE "preview_columns" (
	"base_id" integer NOT NULL,
	"digest" text NOT NULL,
	"criterion" jsonb NOT NULL,
	"packed" "bytea",
	CONSTRAINT "preview_columns_base_id_digest_pk" PRIMARY KEY("base_id","digest")
);
--> statement-breakpoint
ALTER TABLE "preview_bases" ADD CONSTRAINT "preview_bases_model_id_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_bases" ADD CONSTRAINT "preview_bases_generation_id_generations_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_columns" ADD CONSTRAINT "preview_columns_base_id_preview_bases_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."preview_bases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "preview_bases_key" ON "preview_bases" USING btree ("model_id","generation_id","digest");--> statement-breakpoint
CREATE INDEX "preview_bases_generation_id_idx" ON "preview_bases" USING btree ("generation_id");--> statement-breakpoint
-- Packed already: packing it once more would only take time.
ALTER TABLE "preview_bases" ALTER COLUMN "lead_ids" SET STORAGE EXTERNAL, ALTER COLUMN "fit" SET STORAGE EXTERNAL, ALTER COLUMN "engagement" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "preview_columns" ALTER COLUMN "packed" SET STORAGE EXTERNAL;
