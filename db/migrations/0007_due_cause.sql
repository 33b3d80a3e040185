ALTER TABLE "due_leads" ADD COLUMN "cause" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
CREATE INDEX "due_leads_account_idx" ON "due_leads" USING btree ("lead_id") WHERE "due_leads"."cause" = 'account';--> statement-breakpoint
ALTER TABLE "due_leads" ADD CONSTRAINT "due_leads_cause_check" CHECK ("due_leads"."cause" in ('import', 'account'));