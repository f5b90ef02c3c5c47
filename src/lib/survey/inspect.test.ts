import { describe, expect, test } from 'vitest';
import { executePlan } from './execute';
import { textInMemory } from './file/bytes';
import { inspectSurvey, type Inspected } from './inspect';
import { codebookOf, type ImportPlan } from './plan';
import { CHUNK_ROWS, type EncodedChunk, type ImportSink } from './sink';

const inspect = (text: string, asIs = false): Inspected =>
  inspectSurvey({ main: textInMemory(text), name: 'survey.csv', asIs });

class Chunks implements ImportSink {
  readonly chunks: EncodedChunk[] = [];
  start(): void {}
  chunk(chunk: EncodedChunk): void {
    this.chunks.push(chunk);
  }
  finish(): void {}
}

const planOf = ({ plan }: Inspected): ImportPlan => {
  if (!plan) throw new Error('refused');
  return plan;
};

describe('a multiple response with columns of its own', () => {
  const text =
    '_id,_uuid,needs,needs/food,needs/bus,age\n1,a,food,1,0,30\n2,b,food bus,1,1,41\n3,c,,,,52\n';

  test('counts chosen, keeps who was not asked out of the base', () => {
    const { inspection } = inspect(text);
    const needs = inspection.questions.find((question) => question.kind === 'multiple-response');
    expect(needs?.options).toEqual([
      { code: 'food', label: 'food', count: 2 },
      { code: 'bus', label: 'bus', count: 1 }
    ]);
    expect([needs?.nAsked, needs?.nAnswered]).toEqual([2, 2]);
  });

  test('its summary column stays out, nothing else does', () => {
    const plan = planOf(inspect(text));
    const out = plan.variables.filter((variable) => !variable.include);
    expect(out.map((variable) => variable.heading)).toEqual(['needs']);
    expect(codebookOf(plan).variables).toHaveLength(5);
  });
});

test('personal data is off until somebody turns it on', () => {
  const { inspection, plan } = inspect(
    'id,email,q1\n1,ana@example.org,Yes\n2,bo@example.org,No\n3,,Yes\n'
  );
  expect(inspection.identifiers).toEqual([{ index: 1, type: 'email', hits: 2 }]);
  expect(plan?.variables.find((variable) => variable.name === 'email')?.include).toBe(false);
});

test('as it is: every column a variable, no code missing but blank', () => {
  const plan = planOf(inspect('id,q1,income,email\n1,9,-99,a@b.org\n2,1,,c@d.org\n', true));
  expect(plan.variables.every((variable) => variable.include)).toBe(true);
  expect(plan.variables.map((variable) => variable.missing.map((code) => code.token))).toEqual([
    [''],
    [''],
    [''],
    ['']
  ]);
  const sink = new Chunks();
  executePlan(textInMemory('id,q1,income,email\n1,9,-99,a@b.org\n2,1,,c@d.org\n'), plan, sink);
  const income = sink.chunks[0]?.columns[2]?.values;
  expect(income?.kind === 'numeric' && [...income.values]).toEqual([-99, NaN]);
});

test('as it is: what is a number only to a reader stays a text', () => {
  const text =
    'id,share,rent,zip,people,score\n1,5%,"1,250",02134,123456789012,5\n' +
    '2,10%,900,10001,9,1e3\n3,5%,900,60601,10,-2.5\n';
  const { variables } = planOf(inspect(text, true));
  expect(variables.slice(1).map(({ kind }) => kind)).toEqual([
    'categorical',
    'categorical',
    'categorical',
    'numeric',
    'numeric'
  ]);
});

test('missing answers keep their reasons', () => {
  const text = 'id,q\n' + ['A', 'B', 'Refused', '', 'A'].map((q, i) => `${i + 1},${q}`).join('\n');
  const { inspection } = inspect(text);
  expect(inspection.variables[1]).toMatchObject({ nValid: 3, nMissing: 2 });
  expect(inspection.variables[1]?.missing).toEqual([
    { reason: 'refused', token: 'Refused', count: 1 },
    { reason: 'blank', token: '', count: 1 }
  ]);
});

test('chunks are full but the last, whatever the size of the pieces', () => {
  const rows = CHUNK_ROWS + 1000;
  const text = 'id,q\n' + Array.from({ length: rows }, (_, i) => `${i + 1},${i % 7}\n`).join('');
  const plan = planOf(inspect(text));
  const sink = new Chunks();
  const summary = executePlan(textInMemory(text), plan, sink, { pieceBytes: 10_007 });
  expect(sink.chunks.map((chunk) => chunk.rows)).toEqual([CHUNK_ROWS, 1000]);
  expect(summary).toMatchObject({ rows, imported: rows, excluded: [] });
  const whole = new Chunks();
  executePlan(textInMemory(text), plan, whole);
  expect(sink.chunks).toEqual(whole.chunks);
});

test('rows = imported + excluded when a duplicate is left out', () => {
  const text = 'ResponseId,q1\nR_1,2\nR_2,3\nR_2,3\nR_3,4\n';
  const summary = executePlan(textInMemory(text), planOf(inspect(text)), new Chunks());
  expect(summary).toMatchObject({
    rows: 4,
    imported: 3,
    excluded: [{ reason: 'duplicate', count: 1 }]
  });
});

test('a plan is plain data: it survives JSON', () => {
  const plan = planOf(inspect('id,when,q\n1,2024-01-05,Yes\n2,2024-01-06,No\n'));
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

test('telephone numbers are found by heading and by their looks', () => {
  const rows = [1, 2, 3].map((i) => `${i},(413) 555-010${i},413-555-010${i}\n`).join('');
  const { inspection } = inspect(`id,callback_phone,q9\n${rows}`);
  expect(inspection.identifiers.map(({ index, type }) => [index, type])).toEqual([
    [1, 'phone'],
    [2, 'phone']
  ]);
});

describe('a file too long to be looked at whole before it is read', () => {
  const rows = Array.from({ length: 210_000 }, (_, i) =>
    [
      i + 1,
      i % 2 ? 'Rent' : 'Own',
      i > 200_500 ? (i % 3 ? 'Yes' : 'No') : '',
      i > 205_000 ? 'Boat' : 'Bus'
    ].join()
  );
  const seen = inspect(`id,tenure,added,travel\n${rows.join('\n')}\n`);

  test('keeps a question that was added late: no column is taken for empty that is not', () => {
    expect(planOf(seen).variables.find(({ name }) => name === 'added')).toMatchObject({
      role: 'answer',
      include: true
    });
    expect(seen.inspection.variables[2]).toMatchObject({ nValid: 9499, nMissing: 200_501 });
  });

  test('says when answers come only further down', () => {
    expect(seen.inspection.issues).toContainEqual(
      expect.objectContaining({
        code: 'ANSWERS_FURTHER_DOWN',
        where: expect.objectContaining({ column: 'travel' }) as unknown
      })
    );
    expect(seen.inspection.variables[3]?.counts).toEqual({ Bus: 205_001, Boat: 4999 });
  });
});
