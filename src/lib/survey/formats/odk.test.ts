import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, issueCodes, tools } from '../inspecting.fixture';
const END = [
  'meta-instanceID',
  'KEY',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion'
];
const end = (i: number, status = '') => [
  `uuid:${i}`,
  `uuid:${i}`,
  '12',
  'Tablet 3',
  '0',
  '0',
  status,
  '',
  'collect:a',
  '0',
  '2024'
];
describe('ODK', () => {
  test('split choices in groups; submissions that could not be read are left out and listed', () => {
    const { inspection, plan } = inspectRecords([
      [
        'SubmissionDate',
        'g-loc-Latitude',
        'g-loc-Longitude',
        'g-loc-Altitude',
        'g-loc-Accuracy',
        'needs_grp-needs',
        'needs_grp-needs/food',
        'needs_grp-needs/bus',
        'needs_grp-needs_other',
        'g-age',
        ...END
      ],
      [
        '2024-05-01T10:00:00.000Z',
        '42.1',
        '-72.1',
        '0',
        '4',
        'food',
        '1',
        '0',
        '',
        '44',
        ...end(1)
      ],
      [
        '2024-05-02T10:00:00.000Z',
        '42.1',
        '-72.1',
        '0',
        '4',
        'food bus',
        '1',
        '1',
        '',
        '34',
        ...end(2)
      ],
      ['2024-05-03T10:00:00.000Z', '42.1', '-72.1', '0', '4', '', '', '', '', '24', ...end(3)],
      ['2024-05-04T10:00:00.000Z', '', '', '', '', '', '', '', '', '', ...end(4, 'not decrypted')],
      [
        '2024-05-05T10:00:00.000Z',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        ...end(5, 'missing encrypted form data')
      ]
    ]);
    expect(inspection.format).toBe('odk-central');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 6 7 | asked 2/2 | food 2, bus 1',
      'numeric | age | 9 | answered 3/5'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | SubmissionDate',
      'identifier | g-loc-Latitude',
      'identifier | g-loc-Longitude',
      'identifier | g-loc-Altitude',
      'identifier | g-loc-Accuracy',
      'empty | needs_other',
      'id | instanceID',
      'id | KEY',
      'paradata | SubmitterID',
      'identifier | SubmitterName',
      'paradata | AttachmentsPresent',
      'paradata | AttachmentsExpected',
      'paradata | Status',
      'paradata | ReviewState',
      'identifier | DeviceID',
      'paradata | Edits',
      'paradata | FormVersion'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([1, 2, 3, 4, 13, 18]);
    expect(issueCodes(inspection)).toEqual(['NO_ANSWERS', 'NO_ANSWERS']);
    expect(plan?.exclusions).toEqual([
      { line: 5, reason: 'no-answers' },
      { line: 6, reason: 'no-answers' }
    ]);
  });
  test('choices not split and groups without names', () => {
    const { inspection } = inspectRecords([
      ['SubmissionDate', 'needs', 'age', 'instanceID', 'KEY', 'members~1'],
      ...['food', 'food bus', 'bus', 'jobs food', '', 'bus jobs'].map((n, i) => [
        `2024-05-0${i + 1}T10:00:00.000Z`,
        n,
        String(20 + i * 3),
        `uuid:${i}`,
        `uuid:${i}`,
        ''
      ])
    ]);
    expect(inspection.format).toBe('odk-central');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 1 | answered 5/5 | food 3, bus 3, jobs 2',
      'numeric | age | 2 | answered 6/6'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | SubmissionDate',
      'id | instanceID',
      'id | KEY',
      'empty | members~1'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('a question of two options', () => {
    const { inspection } = inspectRecords([
      ['SubmissionDate', 'needs', 'needs/food', 'needs/bus', 'KEY'],
      ['2024-05-01T10:00:00.000Z', 'food', '1', '0', 'uuid:1'],
      ['2024-05-01T10:00:00.000Z', 'food bus', '1', '1', 'uuid:2'],
      ['2024-05-01T10:00:00.000Z', '', '', '', 'uuid:3']
    ]);
    expect(inspection.format).toBe('odk-central');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 2 3 | asked 2/2 | food 2, bus 1'
    ]);
    expect(tools(inspection)).toEqual(['timestamp | SubmissionDate', 'id | KEY']);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('cleaned by hand: choices joined by semicolons, points are personal', () => {
    const { inspection } = inspectRecords([
      ['instanceID', 'gps_Latitude', 'gps_Longitude', 'items', 'rooms'],
      ...['tv;radio', 'radio', 'tv;cow', 'cow;radio;tv', '', 'cow'].map((n, i) => [
        `uuid:${i}`,
        `-19.1${i}234`,
        `33.4${i}833`,
        n,
        String(i + 1)
      ])
    ]);
    expect(inspection.format).toBe('odk-cleaned');
    expect(answered(inspection)).toEqual([
      'multiple-response | items | 3 | answered 5/5 | tv 3, radio 3, cow 3',
      'numeric | rooms | 4 | answered 6/6'
    ]);
    expect(tools(inspection)).toEqual([
      'id | instanceID',
      'identifier | gps_Latitude',
      'identifier | gps_Longitude'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([1, 2]);
  });
});
