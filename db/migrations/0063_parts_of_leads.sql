-- Every process that keeps leads counted was stopped for this, and counts anew.
DELETE FROM "census_changes";--> statement-breakpoint
ALTER TABLE "census_changes" ADD COLUMN "part" text NOT NULL;--> statement-breakpoint
ALTER TABLE "census_changes" DROP COLUMN "is_end";--> statement-breakpoint
ALTER TABLE "census_changes" ADD CONSTRAINT "census_changes_part_check" CHECK ("census_changes"."part" in ('lead', 'score', 'end', 'way'));--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_new_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, part)
  SELECT min(id), max(id), 'lead' FROM added HAVING count(*) > 0;
  RETURN null;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_lead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.id, old.id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, part) VALUES (lead, lead, 'lead');
  RETURN null;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.lead_id, old.lead_id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, part) VALUES (lead, lead, 'score');
  RETURN null;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.lead_id, old.lead_id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, part) VALUES (lead, lead, 'end');
  RETURN null;
END $$;--> statement-breakpoint
CREATE FUNCTION note_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lead bigint := coalesce(new.lead_id, old.lead_id);
BEGIN
  INSERT INTO census_changes (first_lead_id, last_lead_id, part) VALUES (lead, lead, 'way');
  RETURN null;
END $$;--> statement-breakpoint
DROP TRIGGER leads_census_update ON leads;--> statement-breakpoint
CREATE TRIGGER leads_census_update AFTER UPDATE ON leads FOR EACH ROW
  WHEN ((old.stage, old.owner_id, old.country, old.source, old.account_id, old.created_at) IS DISTINCT FROM (new.stage, new.owner_id, new.country, new.source, new.account_id, new.created_at))
  EXECUTE FUNCTION note_lead();--> statement-breakpoint
CREATE TRIGGER outcomes_census_taken_back AFTER UPDATE ON outcomes FOR EACH ROW
  WHEN (old.result = 'won' AND new.result <> 'won') EXECUTE FUNCTION note_end();--> statement-breakpoint
CREATE TRIGGER stage_changes_way_insert AFTER INSERT ON stage_changes FOR EACH ROW
  WHEN (new.to_stage NOT IN ('customer', 'lost', 'disqualified') AND NOT (new.from_stage IS NULL AND new.to_stage = 'lead'))
  EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER stage_changes_way_update AFTER UPDATE ON stage_changes FOR EACH ROW
  WHEN (new.to_stage NOT IN ('customer', 'lost', 'disqualified')) EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER stage_changes_way_delete AFTER DELETE ON stage_changes FOR EACH ROW
  WHEN (old.to_stage NOT IN ('customer', 'lost', 'disqualified')) EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER touches_way_insert AFTER INSERT ON touches FOR EACH ROW
  WHEN (new.kind IN ('call', 'email', 'meeting')) EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER touches_way_update AFTER UPDATE ON touches FOR EACH ROW
  WHEN (new.kind IN ('call', 'email', 'meeting')) EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER touches_way_delete AFTER DELETE ON touches FOR EACH ROW
  WHEN (old.kind IN ('call', 'email', 'meeting')) EXECUTE FUNCTION note_way();
