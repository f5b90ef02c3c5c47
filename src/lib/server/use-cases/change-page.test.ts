import { beforeEach, describe, expect, test } from 'vitest';
import { parseChangeQuery } from '$lib/disparities/change-query';
import type { Access } from '$lib/server/access/access';
import { wave } from '$lib/server/db/schema';
import { testAccess } from '$lib/server/db/version.fixture';
import { findBannedText } from '$lib/text/banned-words.fixture';
import { changePage, type ChangePage } from './change-page';
import { importWave, type Asks } from './two-waves.fixture';
import { valueOf } from './two-organizations.fixture';

let access: Access;
beforeEach(() => {
  access = testAccess();
});

const page = (search = '', language: 'en' | 'es' = 'en'): ChangePage =>
  valueOf(changePage(access, parseChangeQuery(new URLSearchParams(search)).query, language));
const waves = (...asks: [string, Asks?][]) => {
  for (const [name, ask] of asks) importWave(access, name, ask);
};
const describeAs = (facts: Partial<typeof wave.$inferInsert>) =>
  access.db.update(wave).set(facts).run();

describe('the page about change', () => {
  test('without a measure there is nothing to show', () => {
    const empty = changePage(access, parseChangeQuery(new URLSearchParams()).query, 'en');
    expect(empty.ok ? null : empty.issues[0]?.code).toBe('nothing-to-show');
  });

  test('two waves: both numbers, the change with its range, and what could have been seen', () => {
    waves(['2024', { share: 0.8 }], ['2026', { share: 0.2 }]);
    const { steps, model, waves: offered } = page();
    expect(offered.map(({ label }) => label)).toEqual(['2024', '2026']);
    expect(model?.rows.map(({ label }) => label)).toEqual(['2024', '2026']);
    expect(steps).toHaveLength(1);
    const said = steps[0]!.sentences.join(' ');
    // of 200 in need per wave 160 and 40 get help: unmet 40/400 and 160/400
    expect(said).toContain('The share rose from 10% in 2024 to 40% in 2026.');
    expect(said).toMatch(/The change is \+30 points \(2[45] to 3[56]\)\./);
    expect(said).toMatch(/could have seen a change of \d+ points?\./);
  });

  test('a small change is called smaller than the margin only when its whole range is', () => {
    waves(['2024', { share: 0.5, rows: 4000 }], ['2026', { share: 0.5, rows: 4000 }]);
    expect(page('margin=5').steps[0]!.sentences.join(' ')).toContain(
      'Any change was smaller than 5 points.'
    );
    expect(page('margin=1').steps[0]!.sentences.join(' ')).not.toContain('smaller than');
  });

  test('across a break nothing is computed; the reasons are said', () => {
    waves(['2024', {}], ['2026', { need: 'Did you ever look for a cheaper home?' }]);
    const { steps } = page();
    expect(steps[0]!.reasons.join(' ')).toContain('reworded');
    expect(steps[0]!.sentences.join(' ')).not.toMatch(/point|rose|fell/);
  });

  test('three waves asked alike have a trend, told by the year only where it was tested', () => {
    waves(['2022', { share: 0.8 }], ['2024', { share: 0.5 }], ['2026', { share: 0.2 }]);
    // 10%, 25%, 40% at two years' distance: 7.5 points a year
    expect(page().trend.join(' ')).toMatch(/It rose by 7\.5 points a year \(\d\.\d–\d\.\d\)/);
    const two = page(`wave=${page().waves[0]!.value}&wave=${page().waves[1]!.value}`);
    expect(two.trend).toEqual([]);
  });

  test('a planned wave says what it could see', () => {
    waves(['2024', { share: 0.5 }]);
    const [few, many] = ['planned=100', 'planned=2000'].map((search) =>
      Number(/could see a change of (\d+) points/.exec(page(search).plan[0]!)?.[1])
    );
    expect(few).toBeGreaterThan(many!);
  });

  test('the next wave is told how many answers it needs to see what matters', () => {
    waves(['2024', { share: 0.5 }]);
    const [small, large] = ['margin=15', 'margin=30'].map((search) => page(search).plan);
    expect(small).toHaveLength(1);
    const needed = ([sentence]: string[]) =>
      Number(/it needs about ([\d,]+) answers/.exec(sentence!)?.[1]?.replace(',', ''));
    expect(needed(small!)).toBeGreaterThan(needed(large!));
    expect(page('margin=1').plan[0]).toMatch(/too few answers for any next wave/);
  });
});

describe('a published figure', () => {
  const figure = 'estimate=10&error=2&source=ACS&year=2023';

  test('of the same people is compared', () => {
    waves(['2026', { share: 0.2 }]);
    const lines = page(`${figure}&same=yes`).published;
    expect(lines[0]).toMatch(/^This survey, 2026: 40% \(\d+–\d+%\)\.$/);
    expect(lines[1]).toBe('ACS, 2023: 10% (8–12%).');
    expect(lines[2]).toMatch(
      /^The survey is 30 points above the published figure \(2\d to 3\d\)\.$/
    );
  });

  test('of other people or another place stands beside the survey, and no number is made from both', () => {
    waves(['2026', { share: 0.2 }]);
    const lines = page(figure).published;
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain('no number is made from both');
    expect(lines.join(' ')).not.toMatch(/above|below/);
  });

  test('beside another of an overlapping period counts the years they share', () => {
    waves(['2026', {}]);
    const pair = `${figure}&estimate2=13&error2=2&year2=2018`;
    // (10 - 13) / (2 sqrt(2) / 1.645) = 1.745 > 1.645
    expect(page(pair).published.join(' ')).toContain('ACS, 2018 is 3 points above ACS, 2023');
    expect(page(`${figure}&estimate2=12&error2=2&year2=2018`).published.join(' ')).toContain(
      'cannot be told apart'
    );
    // sqrt(1 - 4/5) makes the difference of 2 points clear
    expect(
      page(`${figure}&estimate2=12&error2=2&year2=2018&period=5&shared=4`).published.join(' ')
    ).toContain('2 points above');
  });
});

describe('how people were chosen decides what is said', () => {
  test.each(['opt-in', 'census', 'administrative'] as const)(
    '%s: no range of chance, no change, no trend, no plan, no difference',
    (sampleType) => {
      waves(['2022', { share: 0.8 }], ['2024', { share: 0.5 }], ['2026', { share: 0.2 }]);
      describeAs({ sampleType });
      const figure = 'planned=500&estimate=10&error=2&source=ACS&same=yes';
      for (const language of ['en', 'es'] as const) {
        const { steps, trend, plan, published } = page(figure, language);
        const said = [...steps.flatMap(({ sentences }) => sentences), ...trend, ...plan];
        expect(findBannedText([...said, ...published], language, sampleType)).toBeNull();
        expect([...said, ...published].join(' ')).not.toMatch(/point|punto/);
      }
      expect(page(figure).steps[0]!.sentences).toEqual([
        'Among those who answered it was 10% in 2022 and 25% in 2024. They may be different people each time.'
      ]);
    }
  );
});

describe('waves of one panel of places', () => {
  const onPanel = (psu: string | null) => {
    const design = {
      strata: null,
      psu,
      weight: null,
      fpc: null,
      nest: true,
      lonely: 'adjust' as const
    };
    describeAs({ design: { ...design, panel: 'Places 2024' } });
    const joint = page().steps[0]!;
    describeAs({ design });
    return { joint, apart: page().steps[0]! };
  };

  test('take the covariance of their places into the range of the change', () => {
    waves(['2024', { share: 0.8 }], ['2026', { share: 0.2 }]);
    const { joint, apart } = onPanel('bus');
    const rangeIn = ({ sentences }: typeof joint): string =>
      /\(([^)]* to [^)]*)\)/.exec(sentences.join(' '))![1]!;
    expect(joint.sentences.join(' ')).toContain('visited the same places');
    expect(apart.sentences.join(' ')).not.toContain('visited the same places');
    expect(rangeIn(joint)).not.toBe(rangeIn(apart));
  });

  test('say why a change is not told when they have no sampling units', () => {
    waves(['2024', { share: 0.8 }], ['2026', { share: 0.2 }]);
    expect(onPanel(null).joint.reasons.join(' ')).toContain('no column of sampling units');
  });
});
