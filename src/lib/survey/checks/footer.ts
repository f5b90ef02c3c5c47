import type { RowExclusion, RowFindings } from '../plan';
import type { Sheet } from '../sheet/sheet';

const FOOTER =
  /^(total|totals|sum|mean|average|avg|grand total|count|source|note|notes|fuente|promedio|media|suma)\b[:.]?/i;

/** Totals, averages and source notes at the end of a sheet, proposed as no respondents. */
export function findFooter(sheet: Sheet): RowFindings {
  const exclusions: RowExclusion[] = [];
  for (let i = sheet.rows.length - 1; i >= Math.max(1, sheet.rows.length - 12); i--) {
    const row = sheet.rows[i] ?? [];
    const first = row.find((cell) => cell !== '') ?? '';
    const filled = row.filter((cell) => cell !== '').length;
    const isNote = filled === 1 && row.length >= 3 && first.length > 12 && /[:©*]/.test(first);
    if (!FOOTER.test(first) && !isNote) break;
    // A respondent may answer "Total": footers stand where other rows have their number.
    if (row[0] !== first) break;
    exclusions.unshift({ line: sheet.lines[i] ?? 0, reason: 'footer' });
  }
  const line = exclusions[0]?.line;
  if (!sheet.isWhole || line === undefined) return { issues: [], exclusions: [] };
  const params = { count: exclusions.length };
  return {
    exclusions,
    issues: [{ code: 'FOOTER_SUSPECTED', severity: 'repaired', where: { line }, params }]
  };
}
