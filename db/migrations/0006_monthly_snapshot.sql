CREATE TABLE "score_snapshots" (
	"lead_id" bigint NOT NULL,
	"month" date NOT NULL,
	"fit" integer NOT NULL,
	"engagement" integer NOT NULL,
	"combined" integer NOT NULL,
	"cell" text NOT NULL,
	"version_id" integer NOT NULL,
	CONSTRAINT "score_snapshots_lead_id_month_pk" PRIMARY KEY("lead_id","month")
);
--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "snapshot_month" date;--> statement-breakpoint
CREATE UNIQUE INDEX "generations_snapshot_month_key" ON "generations" USING btree ("snapshot_month");