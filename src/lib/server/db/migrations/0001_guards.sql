-- What must never change is guarded here, not by habit. Every guard holds with recursive_triggers on
-- and off: REPLACE deletes without firing delete triggers when they are off, so immutable tables also
-- refuse an insert over a row that is there.

-- Dataset versions: written whole in one transaction, the version row last, then closed.

CREATE TRIGGER dataset_version_no_replace BEFORE INSERT ON dataset_version
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = NEW.id OR (wave_id = NEW.wave_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'this dataset version exists'); END;
--> statement-breakpoint
CREATE TRIGGER dataset_version_born_current BEFORE INSERT ON dataset_version
WHEN NEW.superseded_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a dataset version starts as the current one'); END;
--> statement-breakpoint
CREATE TRIGGER dataset_version_no_update BEFORE UPDATE ON dataset_version
WHEN NEW.id IS NOT OLD.id OR NEW.workspace_id IS NOT OLD.workspace_id OR NEW.wave_id IS NOT OLD.wave_id
  OR NEW.number IS NOT OLD.number OR NEW.file_sha256 IS NOT OLD.file_sha256
  OR NEW.file_name IS NOT OLD.file_name OR NEW.file_bytes IS NOT OLD.file_bytes
  OR NEW.content_sha256 IS NOT OLD.content_sha256 OR NEW.format IS NOT OLD.format
  OR NEW.encoding IS NOT OLD.encoding OR NEW.delimiter IS NOT OLD.delimiter OR NEW.plan IS NOT OLD.plan
  OR NEW.rows IS NOT OLD.rows OR NEW.imported IS NOT OLD.imported OR NEW.excluded IS NOT OLD.excluded
  OR NEW.imported_by IS NOT OLD.imported_by OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a dataset version is immutable'); END;
--> statement-breakpoint
-- A version is superseded once; it is current again only when the later one was undone.
CREATE TRIGGER dataset_version_superseded_once BEFORE UPDATE OF superseded_by ON dataset_version
WHEN OLD.superseded_by IS NOT NULL AND NEW.superseded_by IS NOT OLD.superseded_by
  AND (NEW.superseded_by IS NOT NULL OR EXISTS (SELECT 1 FROM dataset_version WHERE id = OLD.superseded_by))
BEGIN SELECT RAISE(ABORT, 'this dataset version has been superseded'); END;
--> statement-breakpoint
CREATE TRIGGER dataset_version_in_use BEFORE DELETE ON dataset_version
WHEN EXISTS (SELECT 1 FROM estimate_snapshot s, json_each(s.dataset_versions) v WHERE v.value ->> 'id' = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a snapshot rests on this dataset version'); END;
--> statement-breakpoint
-- A correction marks the claims that rest on the earlier version; frozen exhibits stay as they are.
CREATE TRIGGER dataset_version_stales_claims AFTER UPDATE OF superseded_by ON dataset_version
WHEN NEW.superseded_by IS NOT NULL AND OLD.superseded_by IS NULL
BEGIN
  UPDATE claim SET status = 'stale' WHERE status IN ('checked', 'approved') AND id IN (
    SELECT e.claim_id FROM claim_evidence e
    JOIN estimate_snapshot s ON s.id = e.snapshot_id, json_each(s.dataset_versions) v
    WHERE v.value ->> 'id' = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER column_chunk_closed BEFORE INSERT ON column_chunk
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = NEW.dataset_version_id)
BEGIN SELECT RAISE(ABORT, 'the columns of a dataset version are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER column_chunk_no_update BEFORE UPDATE ON column_chunk
BEGIN SELECT RAISE(ABORT, 'the columns of a dataset version are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER column_chunk_no_delete BEFORE DELETE ON column_chunk
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = OLD.dataset_version_id)
BEGIN SELECT RAISE(ABORT, 'the columns of a dataset version are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER question_closed BEFORE INSERT ON question
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = NEW.dataset_version_id)
BEGIN SELECT RAISE(ABORT, 'the codebook of a dataset version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER question_no_update BEFORE UPDATE ON question
BEGIN SELECT RAISE(ABORT, 'the codebook of a dataset version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER question_no_delete BEFORE DELETE ON question
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = OLD.dataset_version_id)
BEGIN SELECT RAISE(ABORT, 'the codebook of a dataset version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER variable_closed BEFORE INSERT ON variable
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = NEW.dataset_version_id)
BEGIN SELECT RAISE(ABORT, 'the codebook of a dataset version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER variable_no_update BEFORE UPDATE ON variable
BEGIN SELECT RAISE(ABORT, 'the codebook of a dataset version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER variable_no_delete BEFORE DELETE ON variable
WHEN EXISTS (SELECT 1 FROM dataset_version WHERE id = OLD.dataset_version_id)
BEGIN SELECT RAISE(ABORT, 'the codebook of a dataset version is immutable'); END;
--> statement-breakpoint

-- Snapshots: never changed, never replaced, never deleted.

CREATE TRIGGER estimate_snapshot_no_replace BEFORE INSERT ON estimate_snapshot
WHEN EXISTS (SELECT 1 FROM estimate_snapshot WHERE id = NEW.id OR sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'this snapshot exists'); END;
--> statement-breakpoint
CREATE TRIGGER estimate_snapshot_no_update BEFORE UPDATE ON estimate_snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER estimate_snapshot_no_delete BEFORE DELETE ON estimate_snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_estimate_no_replace BEFORE INSERT ON snapshot_estimate
WHEN EXISTS (SELECT 1 FROM snapshot_estimate WHERE snapshot_id = NEW.snapshot_id AND cell = NEW.cell AND stat = NEW.stat)
BEGIN SELECT RAISE(ABORT, 'this number of the snapshot exists'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_estimate_closed BEFORE INSERT ON snapshot_estimate
WHEN EXISTS (SELECT 1 FROM exhibit_item i JOIN exhibit x ON x.id = i.exhibit_id
  WHERE i.snapshot_id = NEW.snapshot_id AND x.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_estimate_suppressed BEFORE INSERT ON snapshot_estimate
WHEN NEW.suppressed = 1 AND (NEW.estimate IS NOT NULL OR NEW.ci_low IS NOT NULL OR NEW.ci_high IS NOT NULL OR NEW.n IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a suppressed cell carries no number'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_estimate_no_update BEFORE UPDATE ON snapshot_estimate
BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_estimate_no_delete BEFORE DELETE ON snapshot_estimate
BEGIN SELECT RAISE(ABORT, 'a snapshot is immutable'); END;
--> statement-breakpoint

-- Exhibits: draft, frozen, submitted; withdrawn from any. A change is a new version.

CREATE TRIGGER exhibit_no_replace BEFORE INSERT ON exhibit
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.id
  OR (workspace_id = NEW.workspace_id AND number = NEW.number AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'this exhibit exists'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_born_draft BEFORE INSERT ON exhibit
WHEN NEW.state <> 'draft' OR NEW.sha256 IS NOT NULL OR NEW.frozen_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an exhibit starts as draft'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_frozen BEFORE UPDATE ON exhibit
WHEN OLD.state <> 'draft' AND (NEW.id IS NOT OLD.id OR NEW.workspace_id IS NOT OLD.workspace_id
  OR NEW.owner_organization_id IS NOT OLD.owner_organization_id OR NEW.visibility IS NOT OLD.visibility
  OR NEW.number IS NOT OLD.number OR NEW.version IS NOT OLD.version OR NEW.supersedes IS NOT OLD.supersedes
  OR NEW.title IS NOT OLD.title OR NEW.author_alt IS NOT OLD.author_alt OR NEW.chart_type IS NOT OLD.chart_type
  OR NEW.sha256 IS NOT OLD.sha256 OR NEW.frozen_at IS NOT OLD.frozen_at
  OR NEW.created_by IS NOT OLD.created_by OR NEW.created_at IS NOT OLD.created_at)
BEGIN SELECT RAISE(ABORT, 'frozen exhibit: make a new version'); END;
--> statement-breakpoint
-- UPDATE OR REPLACE deletes the row it collides with, so identity never moves.
CREATE TRIGGER exhibit_keeps_identity BEFORE UPDATE OF id, workspace_id, number, version ON exhibit
WHEN NEW.id IS NOT OLD.id OR EXISTS (SELECT 1 FROM exhibit WHERE id <> OLD.id
  AND workspace_id = NEW.workspace_id AND number = NEW.number AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'an exhibit keeps its number'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_steps BEFORE UPDATE OF state ON exhibit
WHEN NEW.state IS NOT OLD.state AND NEW.state <> 'withdrawn'
  AND (OLD.state || '>' || NEW.state) NOT IN ('draft>frozen', 'frozen>submitted')
BEGIN SELECT RAISE(ABORT, 'an exhibit goes from draft to frozen to submitted'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_freeze_gate BEFORE UPDATE OF state ON exhibit
WHEN OLD.state = 'draft' AND NEW.state = 'frozen'
BEGIN
  SELECT RAISE(ABORT, 'exhibit has no items')
    WHERE NOT EXISTS (SELECT 1 FROM exhibit_item WHERE exhibit_id = NEW.id);
  SELECT RAISE(ABORT, 'exhibit has no hash')
    WHERE NEW.sha256 IS NULL OR NEW.frozen_at IS NULL;
  SELECT RAISE(ABORT, 'exhibit has a claim that is not approved')
    WHERE EXISTS (SELECT 1 FROM exhibit_item i JOIN claim c ON c.id = i.claim_id
      WHERE i.exhibit_id = NEW.id AND c.status <> 'approved');
  SELECT RAISE(ABORT, 'exhibit cites a suppressed estimate')
    WHERE EXISTS (SELECT 1 FROM exhibit_item i JOIN claim_evidence e ON e.claim_id = i.claim_id
      JOIN snapshot_estimate s ON s.snapshot_id = e.snapshot_id AND s.cell = e.cell AND s.stat = e.stat
      WHERE i.exhibit_id = NEW.id AND s.suppressed = 1);
END;
--> statement-breakpoint
CREATE TRIGGER exhibit_no_delete BEFORE DELETE ON exhibit
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a frozen exhibit stays in the record'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_item_frozen_insert BEFORE INSERT ON exhibit_item
WHEN (SELECT state FROM exhibit WHERE id = NEW.exhibit_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen exhibit: make a new version'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_item_frozen_update BEFORE UPDATE ON exhibit_item
WHEN (SELECT state FROM exhibit WHERE id = OLD.exhibit_id) <> 'draft'
  OR (SELECT state FROM exhibit WHERE id = NEW.exhibit_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen exhibit: make a new version'); END;
--> statement-breakpoint
CREATE TRIGGER exhibit_item_frozen_delete BEFORE DELETE ON exhibit_item
WHEN (SELECT state FROM exhibit WHERE id = OLD.exhibit_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'frozen exhibit: make a new version'); END;
--> statement-breakpoint

-- Claims: draft, checked, approved; stale when their data changed.

CREATE TRIGGER claim_no_replace BEFORE INSERT ON claim
WHEN EXISTS (SELECT 1 FROM claim WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this claim exists'); END;
--> statement-breakpoint
CREATE TRIGGER claim_born_draft BEFORE INSERT ON claim
WHEN NEW.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a claim starts as draft'); END;
--> statement-breakpoint
CREATE TRIGGER claim_keeps_identity BEFORE UPDATE OF id ON claim
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a claim keeps its id'); END;
--> statement-breakpoint
CREATE TRIGGER claim_steps BEFORE UPDATE OF status ON claim
WHEN NEW.status IS NOT OLD.status AND (
  OLD.status = 'retracted'
  OR (NEW.status = 'checked' AND OLD.status <> 'draft')
  OR (NEW.status = 'approved' AND OLD.status NOT IN ('checked', 'stale'))
  OR (NEW.status = 'stale' AND OLD.status NOT IN ('checked', 'approved')))
BEGIN SELECT RAISE(ABORT, 'a claim goes from draft to checked to approved'); END;
--> statement-breakpoint
CREATE TRIGGER claim_approve_gate BEFORE UPDATE OF status ON claim
WHEN NEW.status = 'approved' AND OLD.status <> 'approved'
BEGIN
  SELECT RAISE(ABORT, 'claim without evidence')
    WHERE NOT EXISTS (SELECT 1 FROM claim_evidence WHERE claim_id = NEW.id);
  SELECT RAISE(ABORT, 'claim cites a number that no snapshot holds')
    WHERE EXISTS (SELECT 1 FROM claim_evidence e
      LEFT JOIN snapshot_estimate s ON s.snapshot_id = e.snapshot_id AND s.cell = e.cell AND s.stat = e.stat
      WHERE e.claim_id = NEW.id AND s.snapshot_id IS NULL);
  SELECT RAISE(ABORT, 'claim cites a suppressed estimate')
    WHERE EXISTS (SELECT 1 FROM claim_evidence e
      JOIN snapshot_estimate s ON s.snapshot_id = e.snapshot_id AND s.cell = e.cell AND s.stat = e.stat
      WHERE e.claim_id = NEW.id AND s.suppressed = 1);
  SELECT RAISE(ABORT, 'a comparison needs a tested difference or ratio')
    WHERE NEW.kind IN ('comparison', 'trend') AND NOT EXISTS (SELECT 1 FROM claim_evidence e
      JOIN snapshot_estimate s ON s.snapshot_id = e.snapshot_id AND s.cell = e.cell AND s.stat = e.stat
      WHERE e.claim_id = NEW.id AND s.tested = 1 AND s.stat IN ('difference', 'ratio', 'slope'));
END;
--> statement-breakpoint
CREATE TRIGGER claim_text_frozen BEFORE UPDATE OF template, kind ON claim
WHEN (NEW.template IS NOT OLD.template OR NEW.kind IS NOT OLD.kind)
  AND EXISTS (SELECT 1 FROM exhibit_item i JOIN exhibit x ON x.id = i.exhibit_id
    WHERE i.claim_id = OLD.id AND x.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'claim is in a frozen exhibit: make a new claim'); END;
--> statement-breakpoint
-- Whatever status the same statement asks for, changed words are words nobody has checked.
CREATE TRIGGER claim_text_demote AFTER UPDATE OF template, kind ON claim
WHEN NEW.status IN ('checked', 'approved', 'stale') AND (NEW.template IS NOT OLD.template OR NEW.kind IS NOT OLD.kind)
BEGIN UPDATE claim SET status = 'draft', checked_by = NULL WHERE id = NEW.id; END;
--> statement-breakpoint
-- A retracted claim takes the exhibits that carry it out of use.
CREATE TRIGGER claim_retracted AFTER UPDATE OF status ON claim
WHEN NEW.status = 'retracted' AND OLD.status <> 'retracted'
BEGIN
  UPDATE exhibit SET state = 'withdrawn' WHERE state IN ('frozen', 'submitted')
    AND id IN (SELECT exhibit_id FROM exhibit_item WHERE claim_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a claim that was checked stays in the record: retract it'); END;
--> statement-breakpoint
CREATE TRIGGER claim_evidence_frozen_insert BEFORE INSERT ON claim_evidence
WHEN EXISTS (SELECT 1 FROM exhibit_item i JOIN exhibit x ON x.id = i.exhibit_id
  WHERE i.claim_id = NEW.claim_id AND x.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'claim is in a frozen exhibit: make a new claim'); END;
--> statement-breakpoint
CREATE TRIGGER claim_evidence_frozen_update BEFORE UPDATE ON claim_evidence
WHEN EXISTS (SELECT 1 FROM exhibit_item i JOIN exhibit x ON x.id = i.exhibit_id
  WHERE i.claim_id IN (OLD.claim_id, NEW.claim_id) AND x.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'claim is in a frozen exhibit: make a new claim'); END;
--> statement-breakpoint
CREATE TRIGGER claim_evidence_frozen_delete BEFORE DELETE ON claim_evidence
WHEN EXISTS (SELECT 1 FROM exhibit_item i JOIN exhibit x ON x.id = i.exhibit_id
  WHERE i.claim_id = OLD.claim_id AND x.state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'claim is in a frozen exhibit: make a new claim'); END;
--> statement-breakpoint
CREATE TRIGGER claim_evidence_demote_insert AFTER INSERT ON claim_evidence
BEGIN UPDATE claim SET status = 'draft', checked_by = NULL
  WHERE id = NEW.claim_id AND status IN ('checked', 'approved', 'stale'); END;
--> statement-breakpoint
CREATE TRIGGER claim_evidence_demote_update AFTER UPDATE ON claim_evidence
BEGIN UPDATE claim SET status = 'draft', checked_by = NULL
  WHERE id IN (OLD.claim_id, NEW.claim_id) AND status IN ('checked', 'approved', 'stale'); END;
--> statement-breakpoint
CREATE TRIGGER claim_evidence_demote_delete AFTER DELETE ON claim_evidence
BEGIN UPDATE claim SET status = 'draft', checked_by = NULL
  WHERE id = OLD.claim_id AND status IN ('checked', 'approved', 'stale'); END;
--> statement-breakpoint

-- The audit log only grows.

CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint

-- Advocacy: what each row must be, on insert and on update alike.

CREATE TRIGGER campaign_result_insert BEFORE INSERT ON campaign
WHEN (NEW.status = 'closed') <> (NEW.result IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a campaign has a result exactly when it is closed'); END;
--> statement-breakpoint
CREATE TRIGGER campaign_result_update BEFORE UPDATE ON campaign
WHEN (NEW.status = 'closed') <> (NEW.result IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a campaign has a result exactly when it is closed'); END;
--> statement-breakpoint
CREATE TRIGGER campaign_closed BEFORE UPDATE OF status ON campaign
WHEN OLD.status = 'closed' AND NEW.status <> 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed campaign stays closed: begin a new cycle'); END;
--> statement-breakpoint
CREATE TRIGGER stakeholder_insert BEFORE INSERT ON stakeholder
BEGIN
  SELECT RAISE(ABORT, 'a primary target is a person') WHERE NEW.role = 'primary-target' AND NEW.person_id IS NULL;
  SELECT RAISE(ABORT, 'support is rated from -2 to 2') WHERE NEW.support NOT BETWEEN -2 AND 2;
  SELECT RAISE(ABORT, 'influence is rated from 0 to 4') WHERE NEW.influence NOT BETWEEN 0 AND 4;
  SELECT RAISE(ABORT, 'a rating needs its basis')
    WHERE (NEW.support IS NOT NULL OR NEW.influence IS NOT NULL) AND trim(coalesce(NEW.basis, '')) = '';
END;
--> statement-breakpoint
CREATE TRIGGER stakeholder_update BEFORE UPDATE ON stakeholder
BEGIN
  SELECT RAISE(ABORT, 'a primary target is a person') WHERE NEW.role = 'primary-target' AND NEW.person_id IS NULL;
  SELECT RAISE(ABORT, 'support is rated from -2 to 2') WHERE NEW.support NOT BETWEEN -2 AND 2;
  SELECT RAISE(ABORT, 'influence is rated from 0 to 4') WHERE NEW.influence NOT BETWEEN 0 AND 4;
  SELECT RAISE(ABORT, 'a rating needs its basis')
    WHERE (NEW.support IS NOT NULL OR NEW.influence IS NOT NULL) AND trim(coalesce(NEW.basis, '')) = '';
END;
--> statement-breakpoint
CREATE TRIGGER commitment_insert BEFORE INSERT ON commitment
BEGIN
  SELECT RAISE(ABORT, 'a commitment has exactly one giver')
    WHERE (NEW.giver_organization_id IS NULL) = (NEW.giver_person_id IS NULL);
  SELECT RAISE(ABORT, 'calling a commitment kept or broken needs evidence')
    WHERE NEW.state IN ('fulfilled', 'partial', 'broken') AND trim(coalesce(NEW.evidence, '')) = '';
END;
--> statement-breakpoint
CREATE TRIGGER commitment_update BEFORE UPDATE ON commitment
BEGIN
  SELECT RAISE(ABORT, 'a commitment has exactly one giver')
    WHERE (NEW.giver_organization_id IS NULL) = (NEW.giver_person_id IS NULL);
  SELECT RAISE(ABORT, 'calling a commitment kept or broken needs evidence')
    WHERE NEW.state IN ('fulfilled', 'partial', 'broken') AND trim(coalesce(NEW.evidence, '')) = '';
END;
--> statement-breakpoint
CREATE TRIGGER speaker_consent_insert BEFORE INSERT ON speaker
WHEN NEW.role = 'lived-experience' AND NEW.state IN ('signed-up', 'spoke', 'not-called') AND NEW.consent_on IS NULL
BEGIN SELECT RAISE(ABORT, 'a lived-experience speaker needs consent before sign-up'); END;
--> statement-breakpoint
CREATE TRIGGER speaker_consent_update BEFORE UPDATE ON speaker
WHEN NEW.role = 'lived-experience' AND NEW.state IN ('signed-up', 'spoke', 'not-called') AND NEW.consent_on IS NULL
BEGIN SELECT RAISE(ABORT, 'a lived-experience speaker needs consent before sign-up'); END;
