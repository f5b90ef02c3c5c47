import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { wave } from '$lib/server/db/schema';
import { importSurvey, type Imported } from './import-survey';
import { planFile } from './inspect-file';
import { proposeForWave } from './mapping';
import { valueOf } from './two-organizations.fixture';

/** What one wave asks, where waves differ. */
export interface Asks {
  /** wording of the need question */
  need?: string;
  /** answers to "did you get it", code to label */
  got?: Record<string, string>;
  /** share of people who get help, 0..1 */
  share?: number;
  rows?: number;
}

const words = { yes: 'Yes', no: 'No' };

/** A small survey with its form: one need, one scale, in a folder of its own. */
export function surveyFiles(asks: Asks = {}): {
  path: string;
  companions: { path: string }[];
  remove: () => void;
} {
  const {
    need = 'In the last 12 months, did you need help to pay the rent?',
    got = { ...words },
    share = 0.3,
    rows = 400
  } = asks;
  const folder = mkdtempSync(join(tmpdir(), 'waves-'));
  const file = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const survey = file('survey.csv', [
    'type,name,label,relevant',
    `select_one yes_no,need_rent,"${need}",`,
    `select_one got,got_rent,Did you get the help you needed?,\${need_rent} = 'yes'`,
    'select_one yes_no,own_car,Do you own a car?,',
    'select_one mood,bus,How is the bus?,',
    'text,wish,What do you wish for?,'
  ]);
  const choices = file('choices.csv', [
    'list_name,name,label',
    ...Object.entries(words).map(([code, label]) => `yes_no,${code},${label}`),
    ...Object.entries(got).map(([code, label]) => `got,${code},${label}`),
    ...['bad', 'fair', 'good'].map((code) => `mood,${code},${code}`)
  ]);
  const other = Object.keys(got).slice(1);
  const path = file('answers.csv', [
    '_uuid,need_rent,got_rent,own_car,bus,wish',
    ...Array.from({ length: rows }, (_, i) => {
      const needs = i % 2 === 0;
      const isHelped = (i / 2) % 10 < share * 10;
      const answer = isHelped ? 'yes' : (other[(i / 2) % other.length] ?? 'no');
      return [
        `uuid-${String(i).padStart(6, '0')}`,
        needs ? 'yes' : 'no',
        needs ? answer : '',
        i % 3 === 0 ? 'yes' : 'no',
        ['bad', 'fair', 'good'][i % 3],
        i % 5 === 0 ? `a wish number ${i}` : ''
      ].join(',');
    })
  ]);
  return {
    path,
    companions: [{ path: survey }, { path: choices }],
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Imports a wave of the small survey as it is proposed, described and mapped. For tests. */
export function importWave(access: Access, name: string, asks: Asks = {}): Imported {
  const { path, companions, remove } = surveyFiles(asks);
  try {
    const plan = valueOf(planFile({ path, companions })).plan!;
    const done = valueOf(
      importSurvey(access, { path, fileName: 'answers.csv', survey: 'Needs', wave: name, plan })
    );
    access.db
      .update(wave)
      .set({
        sampleType: 'probability',
        population: 90_000,
        fieldedTo: `${name}-06-30`,
        mode: { en: 'Online' }
      })
      .where(eq(wave.id, done.waveId))
      .run();
    valueOf(proposeForWave(access, done.waveId));
    return done;
  } finally {
    remove();
  }
}
