CREATE TABLE "census_changes" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"first_lead_id" bigint NOT NULL,
	"last_lead_id" bigint NOT NULL,
	"is_end" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "census_changes_xid_idx" ON "census_changes" USING btree ("xid");--> statement-breakpoint
CREATE FUNCTION note_new_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, is_end)
  SELECT min(id), max(id), false FROM added HAVING count(*) > 0;
  RETURN null;
END $$;--> statement-breakpoint
CREATE FUNCTION note_lead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.id, old.id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, is_end) VALUES (lead, lead, false);
  RETURN null;
END $$;--> statement-breakpoint
CREATE FUNCTION note_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.lead_id, old.lead_id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, is_end) VALUES (lead, lead, false);
  RETURN null;
END $$;--> statement-breakpoint
CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.lead_id, old.lead_id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, is_end) VALUES (lead, lead, true);
  RETURN null;
END $$;--> statement-breakpoint
CREATE TRIGGER leads_census_insert AFTER INSERT ON leads REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_leads();--> statement-breakpoint
CREATE TRIGGER leads_census_update AFTER UPDATE ON leads FOR EACH ROW
  WHEN ((old.stage, old.owner_id, old.country, old.source) IS DISTINCT FROM (new.stage, new.owner_id, new.country, new.source))
  EXECUTE FUNCTION note_lead();--> statement-breakpoint
CREATE TRIGGER leads_census_delete AFTER DELETE ON leads FOR EACH ROW EXECUTE FUNCTION note_lead();--> statement-breakpoint
CREATE TRIGGER lead_scores_census_insert AFTER INSERT ON lead_scores FOR EACH ROW EXECUTE FUNCTION note_score();--> statement-breakpoint
CREATE TRIGGER lead_scores_census_update AFTER UPDATE ON lead_scores FOR EACH ROW
  WHEN ((old.cell, old.version_id) IS DISTINCT FROM (new.cell, new.version_id)) EXECUTE FUNCTION note_score();--> statement-breakpoint
CREATE TRIGGER lead_scores_census_delete AFTER DELETE ON lead_scores FOR EACH ROW EXECUTE FUNCTION note_score();--> statement-breakpoint
CREATE TRIGGER outcomes_census_write AFTER INSERT OR UPDATE ON outcomes FOR EACH ROW
  WHEN (new.result = 'won') EXECUTE FUNCTION note_end();--> statement-breakpoint
CREATE TRIGGER outcomes_census_delete AFTER DELETE ON outcomes FOR EACH ROW
  WHEN (old.result = 'won') EXECUTE FUNCTION note_end();--> statement-breakpoint
CREATE TRIGGER stage_changes_census_write AFTER INSERT OR UPDATE ON stage_changes FOR EACH ROW
  WHEN (new.to_stage IN ('customer', 'lost', 'disqualified')) EXECUTE FUNCTION note_end();--> statement-breakpoint
CREATE TRIGGER stage_changes_census_delete AFTER DELETE ON stage_changes FOR EACH ROW
  WHEN (old.to_stage IN ('customer', 'lost', 'disqualified')) EXECUTE FUNCTION note_end();
