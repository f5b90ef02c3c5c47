import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesInMemory } from '$lib/survey/file/bytes';
import { inspectSurvey } from '$lib/survey/inspect';
import { openFile } from '$lib/survey/file/open-file';
import { readSheet } from '$lib/survey/sheet/read-sheet';
import { edgeCases } from './expected';

const folder = 'node_modules/csv-spectrum';

/** The package is read in place; one of its pairs disagrees with itself and is checked apart. */
const names = readdirSync(join(folder, 'csvs')).map((file) => file.replace('.csv', ''));

const sourceOf = (name: string) => bytesInMemory(readFileSync(join(folder, 'csvs', `${name}.csv`)));

/** Rows as objects, cell by cell as they stand in the file. */
function rowsOf(name: string): Record<string, string>[] {
  const opening = openFile(sourceOf(name));
  if (!opening.ok) throw new Error(`${name} was refused`);
  const { file } = opening;
  const [headings = []] = file.head;
  const sheet = readSheet(sourceOf(name), { ...file.layout, headerRows: 1 }, [headings]);
  return sheet.rows.map((row) =>
    Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? '']))
  );
}

describe('csv-spectrum', () => {
  test('has the twelve files that the edge cases name', () => {
    const named = edgeCases().filter(({ file }) => file.startsWith('npm csv-spectrum'));
    expect(named.map(({ title }) => title.split(' ')[1]).sort()).toEqual([...names].sort());
  });

  test.each(names.filter((name) => name !== 'location_coordinates'))(
    '%s: every cell is what its JSON says',
    (name) => {
      const json = readFileSync(join(folder, 'json', `${name}.json`), 'utf8');
      // Files with CRLF keep it between records only; inside cells it is a line end like any other.
      expect(rowsOf(name)).toEqual(JSON.parse(json.replaceAll('\\r\\n', '\\n')));
    }
  );

  // Its JSON is one object with another telephone number, and both files hold U+FFFD for the degree
  // sign: the CSV is what is tested.
  test('location_coordinates: the quotes of the coordinates stay, and the lost sign is named', () => {
    expect(rowsOf('location_coordinates')).toEqual([
      {
        'Contact Phone Number': '2095257564',
        'Location Coordinates': '37\uFFFD36\'37.8"N 121\uFFFD2\'17.9"W',
        Cities: 'Modesto',
        Counties: 'Stanislaus'
      }
    ]);
    const { inspection } = inspectSurvey({ main: sourceOf('location_coordinates'), name: 'x' });
    expect(inspection.issues.map(({ code }) => code)).toContain('LOST_CHARACTERS');
  });

  const cases = edgeCases().filter(({ file }) => file.startsWith('npm csv-spectrum'));
  test.each(cases)('$id $title imports without a question', ({ title, expect: expected }) => {
    const name = title.split(' ')[1] ?? '';
    const { inspection, plan } = inspectSurvey({ main: sourceOf(name), name });
    expect(plan).not.toBeNull();
    const { rows, headerRows, delimiter, issues } = inspection;
    expect({ rows, headerRows, delimiter }).toEqual({
      rows: expected.rows,
      headerRows: expected.header_rows,
      delimiter: expected.delimiter
    });
    expect(issues.filter(({ severity }) => severity === 'question')).toEqual([]);
    expect(issues.filter(({ severity }) => severity === 'repaired')).toEqual([]);
  });
});
