CREATE TABLE "kpi_targets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "kpi_targets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"start_day" date NOT NULL,
	"conversion_percent" integer NOT NULL,
	"cycle_percent" integer NOT NULL,
	"revenue_percent" integer NOT NULL,
	"calls_percent" integer NOT NULL,
	"set_by" bigint,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "kpi_targets" ADD CONSTRAINT "kpi_targets_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kpi_targets_set_by_idx" ON "kpi_targets" USING btree ("set_by");