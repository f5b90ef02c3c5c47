import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { parseChangeQuery } from '$lib/disparities/change-query';
import { testAccess } from '$lib/server/db/version.fixture';
import { changePage } from '$lib/server/use-cases/change-page';
import { valueOf } from '$lib/server/use-cases/two-organizations.fixture';
import { importWave } from '$lib/server/use-cases/two-waves.fixture';
import Page from './+page.svelte';

/** The page as the server sends it, for waves with these shares of people who got help. */
function pageOf(search: string, shares: Record<string, number>): string {
  const access = testAccess();
  for (const [name, share] of Object.entries(shares)) importWave(access, name, { share });
  const typed = new URLSearchParams(search);
  const { query, issues } = parseChangeQuery(typed);
  const result = changePage(access, query, 'en');
  const data = {
    change: result.ok ? valueOf(result) : null,
    refused: result.ok ? [] : result.issues,
    issues,
    typed: Object.fromEntries(typed),
    margin: query.margin,
    workspace: { slug: 'alder', name: 'Alder' },
    capabilities: ['import']
  };
  return render(Page, { props: { data, params: {}, form: null } as never }).body;
}

test('without a script, the page shows the figure, each step, the trend, the plan and the comparison', () => {
  const html = pageOf('planned=500&estimate=10&error=2&source=ACS&same=yes', {
    2022: 0.8,
    2024: 0.5,
    2026: 0.2
  });
  expect(html).toContain('To pay the rent: 10% in 2022, 40% in 2026');
  expect(html.match(/This survey could have seen a change of \d+ points/g)).toHaveLength(2);
  expect(html).toContain('It rose by 7.5 points a year');
  expect(html).toMatch(
    /With 500 answers, the next wave could see a change of \d+ points from 2026/
  );
  expect(html).toContain('The survey is 30 points above the published figure');
  expect(html).toContain('<form');
  expect(html).not.toContain('style="');
});

test('a published figure that is not complete is named at its field, and what was typed stays', () => {
  const html = pageOf('estimate=10&source=ACS', { 2026: 0.2 });
  expect(html).toContain('href="#error"');
  expect(html).toMatch(/id="estimate"[^>]*value="10"/);
  expect(html).toContain('There is one wave so far.');
});

test('before there is a measure, the page says what will be here', () => {
  expect(pageOf('', {})).toContain('Nothing to follow yet');
});
