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
--> statement-breakpoint
-- A claim approved again after a correction still rests on the wave: the next correction marks it too.
DROP TRIGGER dataset_version_stales_claims;
--> statement-breakpoint
CREATE TRIGGER dataset_version_stales_claims AFTER UPDATE OF superseded_by ON dataset_version
WHEN NEW.superseded_by IS NOT NULL AND OLD.superseded_by IS NULL
BEGIN
  UPDATE claim SET status = 'stale' WHERE status IN ('checked', 'approved') AND id IN (
    SELECT e.claim_id FROM claim_evidence e
    JOIN estimate_snapshot s ON s.id = e.snapshot_id, json_each(s.dataset_versions) v
    JOIN dataset_version d ON d.id = v.value ->> 'id'
    WHERE d.wave_id = NEW.wave_id);
END;
