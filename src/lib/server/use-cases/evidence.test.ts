import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FigureQuery } from '$lib/indicators/figure-query';
import type { Access } from '$lib/server/access/access';
import { findExhibit, findSnapshot, listSnapshotEstimates } from '$lib/server/db/queries/evidence';
import { proposeClaim } from '$lib/text/propose-claim';
import { changeClaim, claimDrift, createClaim, moveClaim, openClaim, slotsOn } from './claims';
import { countyWith } from './county.fixture';
import {
  freezeExhibit,
  newExhibitVersion,
  openExhibit,
  saveExhibit,
  withdrawExhibit
} from './exhibits';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { freezeFigure } from './freeze-figure';
import { recipeOfSnapshot, releasedOf } from './frozen-figure';
import { checkSnapshot, driftOf } from './recompute-snapshot';
import { codesOf, valueOf } from './two-organizations.fixture';
import { verify } from './verify';

const county = countyWith('2026');
const { access } = county;
const query: FigureQuery = {
  show: 'prevalence:skipped-meals',
  by: 'tenure',
  place: null,
  wave: county.waves['2026'] ?? null,
  versus: 'own',
  view: 'bars'
};
/** The same file again, as the next version of its wave. */
function importAgain(over: Access): void {
  const folder = fileURLToPath(new URL('../../../../data/sample-county/', import.meta.url));
  const companions = ['survey', 'choices', 'settings'].map((sheet) => ({
    path: `${folder}xlsform-${sheet}.csv`
  }));
  const path = join(tmpdir(), `groundswell-again-${process.pid}.csv`);
  writeFileSync(path, `${readFileSync(`${folder}wave-2026.csv`, 'utf8')}\n`);
  const { plan } = valueOf(planFile({ path, companions }));
  valueOf(
    importSurvey(over, {
      path,
      fileName: 'again.csv',
      survey: 'Sorrel County',
      wave: '2026',
      plan: plan!
    })
  );
}

const raw = (sql: string, ...values: unknown[]) => access.db.$client.prepare(sql).run(...values);
const count = (table: string) =>
  access.db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

const proposed = (over: Access, snapshotId: string) => {
  const snapshot = findSnapshot(over, snapshotId)!;
  return proposeClaim(
    releasedOf(snapshot),
    slotsOn(snapshot),
    recipeOfSnapshot(snapshot).figure.en,
    'en'
  )!;
};

describe('a frozen figure', () => {
  const first = valueOf(freezeFigure(access, query, { language: 'en' }));

  test('is found again when the same figure is frozen twice', () => {
    const second = valueOf(freezeFigure(access, query, { language: 'en' }));
    expect(second.snapshotId).toBe(first.snapshotId);
    expect([first.isNewSnapshot, second.isNewSnapshot]).toEqual([true, false]);
    expect(count('estimate_snapshot')).toBe(1);
    const numbers = [first, second].map(({ exhibitId }) => findExhibit(access, exhibitId)!.number);
    expect(numbers[1]).toBeGreaterThan(numbers[0]!);
  });

  test('is drawn from the snapshot, with the numbers of its claims', () => {
    const open = openExhibit(access, first.exhibitId, 'en')!;
    const shown = open.model.rows.filter((row) => row.value !== null);
    const kept = listSnapshotEstimates(access, first.snapshotId);
    expect(shown.length).toBeGreaterThan(1);
    expect(kept.map(({ estimate }) => estimate)).toEqual(
      expect.arrayContaining(shown.map((row) => row.value))
    );
    expect(open.model.hash).toBe(open.snapshot.sha256);
    expect(open.model.title.split(' ').length).toBeLessThanOrEqual(12);
  });

  test('cannot be changed, replaced or deleted, by any statement', () => {
    const { snapshotId } = first;
    for (const sql of [
      `UPDATE estimate_snapshot SET released = '{}' WHERE id = ?`,
      `DELETE FROM estimate_snapshot WHERE id = ?`,
      `INSERT OR REPLACE INTO estimate_snapshot SELECT * FROM estimate_snapshot WHERE id = ?`,
      `UPDATE snapshot_estimate SET estimate = 0.99 WHERE snapshot_id = ?`,
      `INSERT OR REPLACE INTO snapshot_estimate SELECT snapshot_id, cell, stat, 0.99, ci_low, ci_high, n, suppressed, tested FROM snapshot_estimate WHERE snapshot_id = ?`
    ])
      expect(() => raw(sql, snapshotId)).toThrow(/immutable|exists/);
    for (const mode of ['ON', 'OFF']) {
      access.db.$client.pragma(`recursive_triggers = ${mode}`);
      expect(() =>
        raw(
          `INSERT OR REPLACE INTO estimate_snapshot SELECT * FROM estimate_snapshot WHERE id = ?`,
          snapshotId
        )
      ).toThrow('this snapshot exists');
    }
    access.db.$client.pragma('recursive_triggers = ON');
  });

  test('is refused where everything is hidden or the chart cannot show it', () => {
    expect(
      codesOf(freezeFigure(access, { ...query, show: 'no-such' }, { language: 'en' }))
    ).toEqual(['nothing-to-show']);
    const map = { ...query, by: 'place', versus: 'everyone', view: 'map' as const };
    expect(codesOf(freezeFigure(access, map, { language: 'en' }))).toEqual(['figure-not-shown']);
  });
});

describe('an exhibit', () => {
  const { exhibitId } = valueOf(freezeFigure(access, query, { language: 'en' }));
  const draft = { title: '', authorAlt: null, visibility: 'coalition' as const, claimId: null };

  test('has a headline whose numbers are those of the figure', () => {
    const save = (title: string) =>
      codesOf(saveExhibit(access, exhibitId, { ...draft, title }, 'en'));
    const { model } = openExhibit(access, exhibitId, 'en')!;
    const number = model.rows[0]!.valueText;
    expect(save(`${number} of renters skipped meals`)).toEqual([]);
    expect(save('98% of renters skipped meals')).toEqual(['title-number']);
    expect(save('Rents cause hunger')).toEqual(['cause-claimed']);
    expect(save('one two three four five six seven eight nine ten eleven twelve thirteen')).toEqual(
      ['title-long']
    );
    expect(save('')).toEqual(['title-missing']);
  });

  test('once frozen keeps its words, stays listed when withdrawn, and changes as a new version', () => {
    valueOf(freezeExhibit(access, exhibitId, 'en'));
    const before = findExhibit(access, exhibitId)!;
    expect(before.state).toBe('frozen');
    expect(before.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(
      codesOf(saveExhibit(access, exhibitId, { ...draft, title: 'Other words' }, 'en'))
    ).toEqual(['exhibit-frozen']);
    expect(() => raw(`UPDATE exhibit SET title = 'x' WHERE id = ?`, exhibitId)).toThrow('frozen');
    expect(() =>
      raw(`INSERT OR REPLACE INTO exhibit SELECT * FROM exhibit WHERE id = ?`, exhibitId)
    ).toThrow(/exists|starts as draft/);
    const next = valueOf(newExhibitVersion(access, exhibitId, 'en'));
    expect(openExhibit(access, next.exhibitId, 'en')).toMatchObject({
      label: `${before.number}a`,
      row: { supersedes: exhibitId, state: 'draft' }
    });
    expect(codesOf(newExhibitVersion(access, exhibitId, 'en'))).toEqual(['version-is-drafted']);
    valueOf(withdrawExhibit(access, exhibitId));
    expect(findExhibit(access, exhibitId)?.state).toBe('withdrawn');
  });

  test('belongs to its organization: another one sees it when shared and changes nothing', () => {
    const other = { ...access, organizationId: 'elsewhere' };
    const made = valueOf(freezeFigure(access, query, { language: 'en' }));
    expect(openExhibit(other, made.exhibitId, 'en')).toBeUndefined();
    const { row } = openExhibit(access, made.exhibitId, 'en')!;
    valueOf(saveExhibit(access, made.exhibitId, { ...draft, title: row.title }, 'en'));
    expect(openExhibit(other, made.exhibitId, 'en')).toBeDefined();
    expect(codesOf(freezeExhibit(other, made.exhibitId, 'en'))).toEqual(['exhibit-not-yours']);
    expect(openExhibit({ ...access, workspaceId: 'x' }, made.exhibitId, 'en')).toBeUndefined();
  });
});

describe('a claim', () => {
  const { snapshotId } = valueOf(freezeFigure(access, query, { language: 'en' }));

  test('is proposed with its numbers bound, and passes its own check', () => {
    const { template, kind } = proposed(access, snapshotId);
    expect(kind).toBe('comparison');
    const id = valueOf(
      createClaim(access, snapshotId, { template, kind, visibility: 'coalition' })
    );
    expect(Object.values(openClaim(access, id)!.bindings).every((bound) => bound !== null)).toBe(
      true
    );
    valueOf(moveClaim(access, id, 'checked'));
    valueOf(moveClaim(access, id, 'approved'));
    expect(openClaim(access, id)?.row.status).toBe('approved');
  });

  test('cannot rest on a hidden cell or on an untested difference', () => {
    const hidden = valueOf(
      freezeFigure(
        access,
        { ...query, by: 'race_ethnicity', versus: 'everyone' },
        { language: 'en' }
      )
    );
    const table = releasedOf(findSnapshot(access, hidden.snapshotId)!);
    expect(table.cells.some((cell) => cell.flag === 'c')).toBe(true);
    const make = (template: string) =>
      codesOf(
        createClaim(access, hidden.snapshotId, { template, kind: 'level', visibility: 'coalition' })
      );
    const offered = slotsOn(findSnapshot(access, hidden.snapshotId)!);
    table.cells.forEach((cell, i) => {
      const slot = String.fromCharCode(97 + i);
      expect(slot in offered).toBe(cell.value !== null);
      if (cell.value === null)
        expect(make(`{{${slot}.value}} skipped meals.`)).toEqual(['slot-unbound']);
    });
    expect(make('{{a.value}} skipped meals.')).toEqual([]);
  });

  test('is checked by a second person where there is one', () => {
    const { template, kind } = proposed(access, snapshotId);
    const anna = { ...access, userId: 'anna' };
    for (const name of ['anna', 'ben']) {
      raw(
        `INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES (?, ?, ?, 1, 0, 0)`,
        name,
        name,
        `${name}@example.org`
      );
      raw(
        `INSERT OR IGNORE INTO organization (id, workspace_id, name, created_at) VALUES ('o', 'w', 'o', 0)`
      );
      raw(
        `INSERT INTO membership (id, workspace_id, user_id, organization_id, role, created_at) VALUES (?, 'w', ?, 'o', 'analyst', 0)`,
        `m-${name}`,
        name
      );
    }
    const id = valueOf(createClaim(anna, snapshotId, { template, kind, visibility: 'coalition' }));
    expect(codesOf(moveClaim(anna, id, 'checked'))).toEqual(['claim-needs-second-person']);
    expect(codesOf(moveClaim({ ...anna, role: 'viewer' }, id, 'checked'))).toEqual([
      'review-not-allowed'
    ]);
    valueOf(moveClaim({ ...access, userId: 'ben' }, id, 'checked'));
    raw(`UPDATE membership SET ended_at = 1 WHERE user_id = 'ben'`);
    const own = valueOf(createClaim(anna, snapshotId, { template, kind, visibility: 'coalition' }));
    expect(codesOf(moveClaim(anna, own, 'checked'))).toEqual([]);
  });
});

test('retracting a claim is its organization’s, by a role that may, and withdraws what carries it', () => {
  const made = valueOf(freezeFigure(access, query, { language: 'en' }));
  const { template, kind } = proposed(access, made.snapshotId);
  const id = valueOf(
    createClaim(access, made.snapshotId, { template, kind, visibility: 'coalition' })
  );
  valueOf(moveClaim(access, id, 'checked'));
  const { row } = openExhibit(access, made.exhibitId, 'en')!;
  const carry = {
    title: row.title,
    authorAlt: null,
    visibility: 'coalition' as const,
    claimId: id
  };
  expect(codesOf(saveExhibit(access, made.exhibitId, carry, 'en'))).toEqual(['claim-not-approved']);
  valueOf(moveClaim(access, id, 'approved'));
  valueOf(saveExhibit(access, made.exhibitId, carry, 'en'));
  valueOf(freezeExhibit(access, made.exhibitId, 'en'));
  expect(
    codesOf(
      changeClaim(access, id, { template: `${template} Yes.`, kind, visibility: 'coalition' })
    )
  ).toEqual(['claim-frozen']);
  expect(codesOf(moveClaim({ ...access, role: 'viewer' }, id, 'retracted'))).toEqual([
    'review-not-allowed'
  ]);
  expect(codesOf(moveClaim({ ...access, organizationId: 'x' }, id, 'retracted'))).toEqual([
    'claim-not-yours'
  ]);
  valueOf(moveClaim(access, id, 'retracted'));
  expect(findExhibit(access, made.exhibitId)?.state).toBe('withdrawn');
});

describe('verify', () => {
  const one = countyWith('2026');
  const frozen = valueOf(
    freezeFigure(one.access, { ...query, wave: one.waves['2026'] ?? null }, { language: 'en' })
  );

  test('computes every snapshot again from the columns and finds the same numbers', () => {
    expect(verify(one.access.db, checkSnapshot)).toEqual({ versions: 1, snapshots: 1, issues: [] });
  });

  test('finds answers that changed behind its back', () => {
    const { db } = one.access;
    const snapshot = findSnapshot(one.access, frozen.snapshotId)!;
    const { name } = recipeOfSnapshot(snapshot).asked[0]!.variables[0]!;
    db.$client.exec('DROP TRIGGER column_chunk_no_update');
    const [row] = db.$client
      .prepare(
        `SELECT c.rowid AS place, c.data FROM column_chunk c JOIN variable v
         ON v.dataset_version_id = c.dataset_version_id AND v.number = c.variable
         WHERE v.name = ? AND c.part = 'values'`
      )
      .all(name) as { place: number; data: Buffer }[];
    const data = Buffer.from(row!.data).map((byte) => (byte === 0 ? 0 : 1 + (byte % 5)));
    db.$client.prepare('UPDATE column_chunk SET data = ? WHERE rowid = ?').run(data, row!.place);
    expect(codesOf({ ok: false, issues: verify(db, checkSnapshot).issues })).toEqual([
      'version-changed',
      'snapshot-differs'
    ]);
  });

  test('finds a snapshot whose numbers changed behind its back', () => {
    const { db } = one.access;
    db.$client.exec('DROP TRIGGER snapshot_estimate_no_update');
    db.$client.exec('UPDATE snapshot_estimate SET estimate = 0.99 WHERE suppressed = 0');
    const codes = verify(db, checkSnapshot).issues.map(({ code }) => code);
    expect(codes).toContain('snapshot-numbers-changed');
  });
});

describe('a new dataset version', () => {
  const two = countyWith('2026');
  const at = { ...query, wave: two.waves['2026'] ?? null };
  const frozen = valueOf(freezeFigure(two.access, at, { language: 'en' }));
  let claimId = '';

  beforeAll(() => {
    valueOf(freezeExhibit(two.access, frozen.exhibitId, 'en'));
    const { template, kind } = proposed(two.access, frozen.snapshotId);
    claimId = valueOf(
      createClaim(two.access, frozen.snapshotId, { template, kind, visibility: 'coalition' })
    );
    valueOf(moveClaim(two.access, claimId, 'checked'));
    valueOf(moveClaim(two.access, claimId, 'approved'));
    importAgain(two.access);
  });

  test('leaves the frozen exhibit as it was and marks what rests on it as stale', () => {
    const open = openExhibit(two.access, frozen.exhibitId, 'en')!;
    expect(open.row.state).toBe('frozen');
    expect(open.isStale).toBe(true);
    expect(openClaim(two.access, claimId)?.row.status).toBe('stale');
  });

  test('with the same answers is no drift, so the claim can be approved again', () => {
    expect(driftOf(two.access, findSnapshot(two.access, frozen.snapshotId)!)?.drift).toBe('none');
    expect(claimDrift(two.access, openClaim(two.access, claimId)!)).toBe('none');
    valueOf(moveClaim(two.access, claimId, 'approved'));
  });

  test('gives a new version of the exhibit its own snapshot', () => {
    const next = valueOf(newExhibitVersion(two.access, frozen.exhibitId, 'en'));
    expect(next.isNewSnapshot).toBe(true);
    expect(openExhibit(two.access, next.exhibitId, 'en')?.isStale).toBe(false);
    expect(verify(two.access.db, checkSnapshot).issues).toEqual([]);
  });
});
