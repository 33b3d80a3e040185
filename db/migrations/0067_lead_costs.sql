CREATE TABLE "lead_costs" (
	"month" text NOT NULL,
	"source" text NOT NULL,
	"currency" text NOT NULL,
	"minor" bigint NOT NULL,
	"entered_by" bigint,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lead_costs_month_source_currency_pk" PRIMARY KEY("month","source","currency"),
	CONSTRAINT "lead_costs_month_check" CHECK ("lead_costs"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "lead_costs_minor_check" CHECK ("lead_costs"."minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "lead_costs" ADD CONSTRAINT "lead_costs_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_costs_entered_by_idx" ON "lead_costs" USING btree ("entered_by");