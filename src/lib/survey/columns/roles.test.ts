import { describe, expect, test } from 'vitest';
import { inspectRecords } from '../inspecting.fixture';
import type { PlannedVariable } from '../plan';

const N = 60;

/** A survey of sixty rows with an id and one column to look at, beside others. */
function columns(given: Record<string, (i: number) => string | number>): PlannedVariable[] {
  const headings = Object.keys(given);
  const rows = Array.from({ length: N }, (_, i) =>
    headings.map((heading) => String(given[heading]?.(i) ?? ''))
  );
  const { plan } = inspectRecords([headings, ...rows]);
  if (!plan) throw new Error('refused');
  return plan.variables;
}

function role(heading: string, cell: (i: number) => string | number) {
  const found = columns({
    id: (i) => i + 1,
    color: (i) => ['red', 'blue'][i % 2] ?? '',
    [heading]: cell
  });
  const variable = found.find((each) => each.heading === heading);
  return variable && { role: variable.role, reason: variable.reason };
}

const pick = (i: number, from: readonly (string | number)[]) => from[(i * 7) % from.length] ?? '';

describe('the role of a column', () => {
  test.each(['response_id', 'uuid', 'ResponseId', 'case', 'KEY', '#'])(
    '%s with a value of its own in every row is an id',
    (heading) => {
      expect(role(heading, (i) => `R_${i}`)).toMatchObject({ role: 'id' });
    }
  );

  test('a positive decimal named weight that averages about one is a weight; body weight is none', () => {
    const weight = (i: number) => (0.5 + (i % 10) / 10).toFixed(3);
    expect(role('weight', weight)).toEqual({ role: 'weight', reason: 'weight' });
    expect(role('wgt_final', weight)).toEqual({ role: 'weight', reason: 'weight' });
    expect(role('_LLCPWT', (i) => (400 + i * 3.7).toFixed(2))).toMatchObject({ role: 'weight' });
    expect(role('PWGTP', (i) => 20 + i)).toMatchObject({ role: 'weight' });
    expect(role('weight', (i) => 54 + (i % 40))).toMatchObject({ role: 'answer' });
  });

  test.each([
    ['_STSTR', 'stratum'],
    ['strata', 'stratum'],
    ['estrato', 'stratum'],
    ['_PSU', 'psu'],
    ['cluster_id', 'psu'],
    ['sdmvpsu', 'psu'],
    ['fpc', 'fpc']
  ])('%s is the %s of the design', (heading, expected) => {
    expect(role(heading, (i) => 100 + (i % 6))).toMatchObject({ role: expected });
  });

  test.each([
    'zip',
    'county',
    'census tract',
    'neighborhood',
    'council district',
    'FIPS',
    'barrio'
  ])('%s is a place', (heading) => {
    expect(role(heading, (i) => `0${1000 + (i % 5)}`)).toEqual({ role: 'area', reason: 'area' });
  });

  test.each(['Duration (in seconds)', 'Progress', 'Q_RecaptchaScore', 'device type', 'Navegador'])(
    '%s tells how people answered',
    (heading) => {
      expect(role(heading, (i) => pick(i, [70, 80, 90, 100]))).toEqual({
        role: 'paradata',
        reason: 'paradata'
      });
    }
  );

  test('an attention check has one answer that nearly everyone gave, and a name that says so', () => {
    const nearlyAll = (i: number) => (i % 10 === 0 ? 'Disagree' : 'Agree');
    expect(role('attn_check', nearlyAll)).toMatchObject({ role: 'attention-check' });
    expect(role('Please select "Agree" to show you read this', nearlyAll)).toMatchObject({
      role: 'attention-check'
    });
    const varied = (i: number) => pick(i, ['A lot', 'Some', 'None']);
    expect(role('How much attention do you pay to the news?', varied)).toMatchObject({
      role: 'answer'
    });
  });

  test('the same answer in every row is said, and stays an answer', () => {
    expect(role('Do you live here?', () => 'Yes')).toEqual({ role: 'answer', reason: 'constant' });
    expect(role('q_unused', () => '')).toEqual({ role: 'empty', reason: 'no-answers' });
  });

  test('numbers from 0 to 10 that ask for a recommendation are kept as such', () => {
    const found = role('How likely are you to recommend us? (0-10)', (i) => i % 11);
    expect(found).toEqual({ role: 'answer', reason: 'zero-to-ten' });
  });

  test('texts of which most differ and that are long are open; few different ones are choices', () => {
    const said = (i: number) => `The bus on route ${i} comes late when it rains hard`;
    expect(role('What should change?', said)?.reason).toBe('varied-text');
    expect(role('What should change?', (i) => pick(i, ['Buses', 'Rent']))?.reason).toBe(
      'few-values'
    );
  });

  test('words that stand only beside "Other" belong to it, whatever their heading', () => {
    const found = columns({
      id: (i) => i + 1,
      'How did you hear of us?': (i) => pick(i, ['Radio', 'Friend', 'Other']),
      Column7: (i) => (pick(i, ['Radio', 'Friend', 'Other']) === 'Other' ? `poster ${i % 9}` : '')
    });
    expect(found.at(-1)).toMatchObject({ kind: 'text', reason: 'other-specify' });
  });
});

describe('replicate weights', () => {
  const weight = (i: number) => 0.5 + ((i * 37) % 100) / 100;

  const family = (stem: string, n: number, value: (i: number, k: number) => number) =>
    Object.fromEntries(
      Array.from({ length: n }, (_, k) => [
        `${stem}${k + 1}`,
        (i: number) => value(i, k).toFixed(4)
      ])
    );
  const roles = (found: PlannedVariable[]) =>
    found.filter(({ role: each }) => each === 'replicate-weight').length;

  test('ten numbered columns or more that go with the weight are its replicates', () => {
    const jackknife = (i: number, k: number) => (i % 12 === k ? 0 : weight(i) * (12 / 11));
    const found = columns({
      id: (i) => i + 1,
      weight: (i) => weight(i).toFixed(4),
      ...family('z', 12, jackknife)
    });
    expect(roles(found)).toBe(12);
  });

  test('half-sample replicates are known by their name and the mean they share', () => {
    const half = (i: number, k: number) => ((i >> (k % 5)) % 2 === 0 ? 2 * weight(i) : 0);
    const found = columns({
      id: (i) => i + 1,
      weight: (i) => weight(i).toFixed(4),
      ...family('brr', 10, half)
    });
    expect(roles(found)).toBe(10);
  });

  test('ten numbered questions are no weights, beside a weight or not', () => {
    const answer = (i: number, k: number) => 1 + ((i * 7 + k * 3) % 5) + 0.5;
    const found = columns({
      id: (i) => i + 1,
      weight: (i) => weight(i).toFixed(4),
      ...family('item', 12, answer)
    });
    expect(roles(found)).toBe(0);
  });
});
