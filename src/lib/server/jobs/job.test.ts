import { describe, expect, test } from 'vitest';
import { testAccess } from '$lib/server/db/version.fixture';
import { cancelJob, createJob, findJob, finishJob, jobProgress } from './job';

const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe('a job', () => {
  test('tells how far it is, in rows too, and how long it still takes at this speed', () => {
    const access = testAccess();
    const id = createJob(access, 'inspect', 1000);
    jobProgress(access.db, id)(250, 40);
    const view = findJob(access, id, secondsFromNow(10));
    expect(view).toMatchObject({ state: 'running', done: 250, total: 1000, rows: 40 });
    expect(view?.secondsLeft).toBeGreaterThan(29);
    expect(view?.secondsLeft).toBeLessThan(32);
    finishJob(access.db, id, 'done', null);
    expect(findJob(access, id)).toMatchObject({ state: 'done', rows: null, secondsLeft: null });
  });

  test('that is asked to stop does so at its next sign of life', () => {
    const access = testAccess();
    const id = createJob(access, 'inspect', 10);
    expect(cancelJob(access, id)).toBe(true);
    expect(() => jobProgress(access.db, id)(1)).toThrow(
      expect.objectContaining({ name: 'Cancelled' })
    );
  });

  test('that waits its turn is not lost, however long that takes', () => {
    const access = testAccess();
    const id = createJob(access, 'import', 10);
    expect(findJob(access, id, secondsFromNow(3600))?.state).toBe('waiting');
  });

  test('that has been silent for long, or ran in an earlier process, is lost', () => {
    const access = testAccess();
    const id = createJob(access, 'import', 10);
    jobProgress(access.db, id)(1);
    expect(findJob(access, id)?.state).toBe('running');
    expect(findJob(access, id, secondsFromNow(3600))?.state).toBe('failed');
    const before = Date.now() - process.uptime() * 1000 - 1000;
    access.db.$client.prepare('UPDATE job SET beat_at = ? WHERE id = ?').run(before, id);
    expect(findJob(access, id)?.state).toBe('failed');
  });
});
