-- Guards of the tables that imports write: what an estimate may rest on stays as it was.

CREATE TRIGGER dataset_version_companions_no_update BEFORE UPDATE ON dataset_version
WHEN NEW.companions IS NOT OLD.companions OR NEW.repeat_of IS NOT OLD.repeat_of
BEGIN SELECT RAISE(ABORT, 'a dataset version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER weighting_no_replace BEFORE INSERT ON weighting
WHEN EXISTS (SELECT 1 FROM weighting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this weighting exists'); END;
--> statement-breakpoint
CREATE TRIGGER weighting_no_update BEFORE UPDATE ON weighting
BEGIN SELECT RAISE(ABORT, 'a weighting is immutable'); END;
