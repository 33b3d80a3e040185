-- What figures count of clocks: written like the other changes of leads, and read by every process that keeps them.
CREATE TRIGGER sla_clocks_way_insert AFTER INSERT ON sla_clocks FOR EACH ROW EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER sla_clocks_way_update AFTER UPDATE ON sla_clocks FOR EACH ROW
  WHEN ((old.started_at, old.due_at, old.shown_at, old.stopped_at, old.ended_at, old.ended_by)
    IS DISTINCT FROM (new.started_at, new.due_at, new.shown_at, new.stopped_at, new.ended_at, new.ended_by))
  EXECUTE FUNCTION note_way();--> statement-breakpoint
CREATE TRIGGER sla_clocks_way_delete AFTER DELETE ON sla_clocks FOR EACH ROW EXECUTE FUNCTION note_way();
