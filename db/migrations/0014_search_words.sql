CREATE TABLE "lead_search" (
	"lead_id" bigint PRIMARY KEY NOT NULL,
	"account_id" bigint,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_due" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_due_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"first_lead_id" bigint NOT NULL,
	"last_lead_id" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "leads_search_idx";--> statement-breakpoint
INSERT INTO "lead_search" SELECT id, account_id, lower((coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '')) collate "und-x-icu") FROM "leads";--> statement-breakpoint
CREATE INDEX "lead_search_account_id_idx" ON "lead_search" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "lead_search_words_idx" ON "lead_search" USING gin ("words" gin_trgm_ops);--> statement-breakpoint
CREATE FUNCTION note_new_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_due (first_lead_id, last_lead_id)
  SELECT min(id), max(id) FROM added HAVING count(*) > 0;
  RETURN null;
END $$;--> statement-breakpoint
CREATE FUNCTION note_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_due (first_lead_id, last_lead_id) VALUES (old.id, old.id);
  RETURN null;
END $$;--> statement-breakpoint
CREATE TRIGGER leads_search_insert AFTER INSERT ON leads REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_words();--> statement-breakpoint
CREATE TRIGGER leads_search_update AFTER UPDATE ON leads FOR EACH ROW
  WHEN ((old.first_name, old.last_name, old.email, old.account_id) IS DISTINCT FROM (new.first_name, new.last_name, new.email, new.account_id))
  EXECUTE FUNCTION note_words();--> statement-breakpoint
CREATE TRIGGER leads_search_delete AFTER DELETE ON leads FOR EACH ROW EXECUTE FUNCTION note_words();
