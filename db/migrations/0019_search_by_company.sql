DROP INDEX "lead_search_account_id_idx";--> statement-breakpoint
ALTER TABLE "lead_search" DROP COLUMN "account_id";--> statement-breakpoint
DROP TRIGGER leads_search_update ON leads;--> statement-breakpoint
CREATE TRIGGER leads_search_update AFTER UPDATE ON leads FOR EACH ROW
  WHEN ((old.first_name, old.last_name, old.email) IS DISTINCT FROM (new.first_name, new.last_name, new.email))
  EXECUTE FUNCTION note_words();--> statement-breakpoint
DROP TRIGGER leads_census_update ON leads;--> statement-breakpoint
CREATE TRIGGER leads_census_update AFTER UPDATE ON leads FOR EACH ROW
  WHEN ((old.stage, old.owner_id, old.country, old.source, old.account_id) IS DISTINCT FROM (new.stage, new.owner_id, new.country, new.source, new.account_id))
  EXECUTE FUNCTION note_lead();
