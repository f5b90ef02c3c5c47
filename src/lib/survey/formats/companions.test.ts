import { describe, expect, test } from 'vitest';
import { issueMessage } from '$lib/text/en/import-issues';
import { inspectRecords } from '../inspecting.fixture';

const REFUSED: [title: string, format: string, records: string[][]][] = [
  [
    'a data dictionary',
    'redcap-dictionary',
    [
      ['Variable / Field Name', 'Form Name', 'Field Type', 'Field Label'],
      ['age', 'base', 'text', 'How old are you?'],
      ['sex', 'base', 'radio', 'Sex']
    ]
  ],
  [
    'a list of events',
    'redcap-events',
    [
      ['event_name', 'arm_num', 'unique_event_name'],
      ['Visit', '1', 'visit_arm_1'],
      ['Exit', '1', 'exit_arm_1']
    ]
  ],
  [
    'the questions of a form',
    'xlsform-survey',
    [
      ['type', 'name', 'label'],
      ['integer', 'age', 'How old are you?'],
      ['text', 'note', 'Anything else?']
    ]
  ],
  [
    'the choices of a form',
    'xlsform-choices',
    [
      ['list_name', 'name', 'label'],
      ['yn', 'y', 'Yes'],
      ['yn', 'n', 'No']
    ]
  ],
  [
    'a codebook',
    'codebook',
    [
      ['variable', 'value', 'label'],
      ['sex', '1', 'Male'],
      ['sex', '2', 'Female']
    ]
  ]
];

describe('files that belong beside a file of responses', () => {
  test.each(REFUSED)('%s is refused, says what it is, and is shown', (_, format, records) => {
    const { inspection, plan } = inspectRecords(records);
    expect(plan).toBeNull();
    expect([inspection.format, inspection.rows, inspection.columns]).toEqual([
      format,
      records.length - 1,
      records[0]?.length
    ]);
    const [issue] = inspection.issues;
    expect(issue?.code).toBe('COMPANION_AS_MAIN');
    if (issue) expect(issueMessage(issue)).toContain(inspection.tool);
    const first = inspection.variables[0];
    expect(first?.nValid).toBe(records.length - 1);
  });

  test.each([
    ['kobo-repeat', ['member_age', '_index', '_parent_table_name', '_parent_index']],
    ['repeat-table', ['member_age', 'x', 'PARENT_KEY', 'KEY']]
  ])('rows of a %s are said to be no respondents', (format, heading) => {
    const rows = [1, 2, 3].map((i) => [String(20 + i), String(i), 'main', `u${i}`]);
    const { inspection } = inspectRecords([heading, ...rows]);
    expect(inspection.format).toBe(format);
    expect(inspection.issues.map((issue) => issue.code)).toContain('REPEAT_ROWS');
  });
});
