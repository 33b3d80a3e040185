ALTER TABLE "property_sets" ADD COLUMN "n" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "property_sets_type_id_n_idx" ON "property_sets" USING btree ("type_id","n");