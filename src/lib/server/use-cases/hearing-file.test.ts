import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FigureQuery } from '$lib/indicators/figure-query';
import { exhibit, hearing } from '$lib/server/db/schema';
import { hearingFileHtml } from '$lib/server/export/hearing-file/hearing-file';
import { eq } from 'drizzle-orm';
import { countyWith } from './county.fixture';
import { freezeExhibit, withdrawExhibit } from './exhibits';
import { useExhibit } from './exhibit-uses';
import { freezeFigure } from './freeze-figure';
import { hearingFile, timedParagraphs } from './hearing-file';
import { codesOf, valueOf } from './two-organizations.fixture';

const { access, waves } = countyWith('2026');

const query = (show: string, by: string | null): FigureQuery => ({
  show,
  by,
  place: null,
  wave: waves['2026'] ?? null,
  versus: 'everyone',
  view: 'bars'
});

const hearingId = access.db
  .insert(hearing)
  .values({
    workspaceId: access.workspaceId,
    ownerOrganizationId: access.organizationId,
    createdBy: 'program',
    body: 'Housing & Health <Committee>',
    subject: 'Rent relief ordinance',
    status: 'confirmed',
    uid: 'u',
    startsAt: new Date('2026-12-02T00:00:00Z'),
    zone: 'America/Chicago',
    earlierStarts: [],
    place: 'City Hall, room 210',
    limitSeconds: 180,
    script: [
      'Members of the committee, thank you for hearing us. I run the food pantry at Mill Bend, and near the first of the month the line is out of the door.',
      'Look at Exhibit 1. The bar is what people told us, and the line is how sure we are.',
      'Exhibit 2 says who is reached, and who is not. </script><script>alert(1)</script>',
      'We ask you to vote yes today. Thank you.'
    ].join('\n\n'),
    notes: 'Thank the chair. Names: nobody.'
  })
  .returning()
  .get().id;

const added = [
  query('prevalence:skipped-meals', 'tenure'),
  query('unmet-need:rent', 'race_ethnicity')
].map((one) => valueOf(freezeFigure(access, one, { language: 'en' })).exhibitId);

describe('a hearing file', () => {
  test('is refused while an exhibit is missing, a draft or withdrawn, and says which', () => {
    expect(codesOf(hearingFile(access, hearingId, 'en'))).toEqual(['hearing-without-exhibits']);
    for (const id of added) {
      valueOf(freezeExhibit(access, id, 'en'));
      valueOf(useExhibit(access, 'hearing', hearingId, id));
    }
    expect(hearingFile(access, hearingId, 'en').ok).toBe(true);
    const extra = valueOf(
      freezeFigure(access, query('unmet-need:dental', 'tenure'), { language: 'en' })
    );
    valueOf(freezeExhibit(access, extra.exhibitId, 'en'));
    const use = valueOf(useExhibit(access, 'hearing', hearingId, extra.exhibitId));
    valueOf(withdrawExhibit(access, extra.exhibitId));
    const refusal = hearingFile(access, hearingId, 'en');
    expect(codesOf(refusal)).toEqual(['hearing-exhibit-withdrawn']);
    access.db.$client.prepare('DELETE FROM exhibit_use WHERE id = ?').run(use);
  });

  test('asks nothing of a network and stays small', () => {
    const html = hearingFileHtml(valueOf(hearingFile(access, hearingId, 'en')));
    const addresses = (html.match(/[a-z]+:\/\/[^\s"'<)]+/gi) ?? []).filter(
      (address) => address !== 'http://www.w3.org/2000/svg'
    );
    expect(addresses).toEqual([]);
    expect(html).not.toMatch(/<(link|img|iframe|object|embed)\b|@import|\bfetch\(|XMLHttpRequest/);
    expect(html).toContain("default-src 'none'");
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
    if (process.env['HEARING_FILE']) writeFileSync(process.env['HEARING_FILE'], html);
  });

  test('treats every word as words', () => {
    const html = hearingFileHtml(valueOf(hearingFile(access, hearingId, 'en')));
    expect(html).toContain('Housing &amp; Health &lt;Committee&gt;');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('alert(1)</script>');
  });

  test('holds nothing of a hidden cell', () => {
    const file = valueOf(hearingFile(access, hearingId, 'en'));
    const { slide, alt } = file.exhibits[1]!;
    expect(slide).toMatch(/\d of \d rows shown/);
    expect(alt).toContain('not shown, to protect privacy');
    expect(hearingFileHtml(file)).not.toContain('callback_phone');
  });

  test('has its exhibits in order, under their numbers, each with words for the picture', () => {
    const file = valueOf(hearingFile(access, hearingId, 'es'));
    expect(file.exhibits.map(({ label }) => label)).toEqual(['1', '2']);
    for (const { alt, asked } of file.exhibits) {
      expect(alt.length).toBeGreaterThan(40);
      expect(asked.length).toBe(6);
    }
    const html = hearingFileHtml(file);
    expect(html).toContain('lang="es"');
    expect(html).toContain('Prueba 1');
  });

  test('shows an exhibit on replaced data only when it is marked', () => {
    const id = added[0]!;
    const { changes } = access.db.$client
      .prepare(`UPDATE dataset_version SET superseded_by = 'later'`)
      .run();
    expect(changes).toBe(1);
    expect(codesOf(hearingFile(access, hearingId, 'en'))).toEqual([
      'hearing-exhibit-stale',
      'hearing-exhibit-stale'
    ]);
    const marked = valueOf(hearingFile(access, hearingId, 'en', { markStale: true }));
    expect(hearingFileHtml(marked)).toContain('<p class="mark">Older data</p>');
    expect(access.db.select().from(exhibit).where(eq(exhibit.id, id)).get()?.state).toBe('frozen');
  });
});

test('a paragraph begins when the words before it have been said', () => {
  const script = `${'word '.repeat(130)}\n\n${'word '.repeat(65)}\n\nend`;
  expect(timedParagraphs(script, 130).map(({ startsAt }) => startsAt)).toEqual([0, 60, 90]);
});
