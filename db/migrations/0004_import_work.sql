CREATE TABLE "import_occurrences" (
	"import_id" bigint NOT NULL,
	"lead_id" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"occurrences" integer NOT NULL,
	CONSTRAINT "import_occurrences_import_id_lead_id_event_id_pk" PRIMARY KEY("import_id","lead_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "import_pending" (
	"import_id" bigint NOT NULL,
	"entity" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"change" jsonb NOT NULL,
	CONSTRAINT "import_pending_import_id_entity_subject_id_pk" PRIMARY KEY("import_id","entity","subject_id"),
	CONSTRAINT "import_pending_entity_check" CHECK ("import_pending"."entity" in ('lead', 'account'))
);
--> statement-breakpoint
ALTER TABLE "import_occurrences" ADD CONSTRAINT "import_occurrences_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_pending" ADD CONSTRAINT "import_pending_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;