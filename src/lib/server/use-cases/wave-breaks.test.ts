import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { wave } from '$lib/server/db/schema';
import { findWave } from '$lib/server/db/queries/survey';
import { testAccess } from '$lib/server/db/version.fixture';
import { listInstances } from './mapping';
import { changeSince, needsChange } from './needs';
import { needChanges } from './needs-overview';
import { indicatorFigures } from './indicator-page';
import { showFigure } from './show-figure';
import { valueOf } from './two-organizations.fixture';
import { importWave, type Asks } from './two-waves.fixture';

const key = 'unmet-need:rent';

function waves(second: Asks) {
  const access = testAccess();
  const earlier = importWave(access, '2024', { share: 0.7 }).waveId;
  const later = importWave(access, '2026', { share: 0.2, ...second }).waveId;
  return { access, earlier, later, change: needChanges(access, findWave(access, later)!, 'en') };
}

describe('a need that two waves asked alike', () => {
  test('is named as risen when the test says so', () => {
    const { access, earlier, later, change } = waves({});
    expect(listInstances(access, later).map((one) => one.key)).toContain(key);
    expect(change).toMatchObject({ changed: [{ key, rose: true }], broken: [] });
    const result = valueOf(changeSince(access, key, earlier, later));
    expect([result.notes, result.breaks]).toEqual([[], []]);
    expect(result.table.contrasts).toHaveLength(1);
  });
});

describe.each<[string, Asks, string, RegExp]>([
  [
    'was reworded',
    { need: 'In the last month, did you need help to pay the rent or a loan?' },
    'wording-changed',
    /reworded: "In the last 12 months.*became "In the last month/
  ],
  [
    'got another answer to choose from',
    { got: { yes: 'Yes', some: 'Some of it', no: 'No' } },
    'answers-changed',
    /New: Some of it/
  ]
])('a need that %s', (_, asks, code, reason) => {
  const { access, earlier, later, change } = waves(asks);

  test('is never named as risen or fallen', () => {
    expect(change).toMatchObject({ changed: [], unclear: 0, broken: [{ key }] });
    expect(change?.broken[0]?.reasons.join(' ')).toMatch(reason);
  });

  test('has no change at all, with the reason beside it', () => {
    const result = valueOf(changeSince(access, key, earlier, later));
    expect(result.notes.map((note) => note.code)).toContain(code);
    expect(result.breaks).toEqual([later]);
    expect(result.table.contrasts).toEqual([]);
    expect(valueOf(needsChange(access, earlier, later)).table.contrasts).toEqual([]);
  });

  test('is drawn with a break between the waves, and told without a comparison', () => {
    const ask = { show: key, by: null, place: null, wave: later, versus: 'everyone' } as const;
    const shown = valueOf(showFigure(access, { ...ask, view: 'dots' }, 'en'));
    const drawn = indicatorFigures(access, shown, 'en').change;
    expect(drawn?.reasons.join(' ')).toMatch(reason);
    expect(drawn?.model.rows.map(({ breakBefore }) => breakBefore)).toEqual([
      undefined,
      'Not comparable with the line above'
    ]);
    expect(drawn?.model.finding).not.toMatch(/more|less|higher|lower|rose|fell|than/i);
    expect(drawn?.model.notes[0]).toMatch(/^Do not compare the two waves\./);
  });
});

test('waves of which only one says how people were asked are not compared', () => {
  const { access, earlier, later } = waves({});
  expect(valueOf(changeSince(access, key, earlier, later)).notes).toEqual([]);
  access.db.update(wave).set({ mode: null }).where(eq(wave.id, earlier)).run();
  expect(valueOf(changeSince(access, key, earlier, later)).notes).toMatchObject([
    { code: 'mode-unknown' }
  ]);
});
