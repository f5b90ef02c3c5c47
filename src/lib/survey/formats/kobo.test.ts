import { describe, expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import { inspectSurvey } from '../inspect';
import { answered, inspectRecords, issueCodes, toText, tools } from '../inspecting.fixture';

const SYSTEM = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
  '_index'
];
const system = (i: number): string[] => [
  String(i),
  `u-${i}`,
  `2024-05-0${i}T10:00:00`,
  '',
  '',
  'submitted_via_web',
  '',
  'v1',
  '',
  String(i)
];

describe('KoboToolbox', () => {
  test('groups, an "other" with its words, a point and a photo', () => {
    const { inspection } = inspectRecords(
      [
        [
          'start',
          'end',
          'deviceid',
          'place/stop',
          'place/_stop_latitude',
          'place/_stop_longitude',
          'place/_stop_altitude',
          'place/_stop_precision',
          'hh/needs',
          'hh/needs/food',
          'hh/needs/bus',
          'hh/needs/other',
          'hh/needs_other',
          'hh/size',
          'photo',
          'photo_URL',
          ...SYSTEM
        ],
        [
          '2024-05-01T09:00:00.000-04:00',
          '2024-05-01T09:10:00.000-04:00',
          'd1',
          '42.1 -72.5 0 4',
          '42.1',
          '-72.5',
          '0',
          '4',
          'food other',
          '1',
          '0',
          '1',
          'Coats',
          '4',
          '1.jpg',
          'https://x/1.jpg',
          ...system(1)
        ],
        [
          '2024-05-02T09:00:00.000-04:00',
          '2024-05-02T09:10:00.000-04:00',
          'd2',
          '42.2 -72.6 0 4',
          '42.2',
          '-72.6',
          '0',
          '4',
          'bus',
          '0',
          '1',
          '0',
          '',
          '3',
          '2.jpg',
          'https://x/2.jpg',
          ...system(2)
        ],
        [
          '2024-05-03T09:00:00.000-04:00',
          '2024-05-03T09:10:00.000-04:00',
          'd3',
          '42.3 -72.7 0 4',
          '42.3',
          '-72.7',
          '0',
          '4',
          '',
          '',
          '',
          '',
          '',
          '2',
          '',
          '',
          ...system(3)
        ]
      ],
      ';'
    );
    expect(inspection.format).toBe('kobo');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 9 10 11 | asked 2/2 | food 1, bus 1, other 1',
      'other-specify | needs_other | 12 | answered 1/3',
      'scale | size | 13 | answered 3/3 | 2 1, 3 1, 4 1'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | start',
      'timestamp | end',
      'identifier | deviceid',
      'identifier | place/stop',
      'identifier | place/_stop_latitude',
      'identifier | place/_stop_longitude',
      'identifier | place/_stop_altitude',
      'identifier | place/_stop_precision',
      'paradata | photo',
      'paradata | photo_URL',
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([2, 3, 4, 5, 6, 7, 22]);
  });
  test('a row of HXL tags belongs to the header', () => {
    const { inspection } = inspectRecords(
      [
        ['needs', 'needs/food', 'needs/bus', 'size', ...SYSTEM],
        ['#affected', '#affected+food', '', '#pop', ...SYSTEM.map(() => '')],
        ['food', '1', '0', '4', ...system(1)],
        ['bus', '0', '1', '3', ...system(2)],
        ['', '', '', '3', ...system(3)]
      ],
      ';'
    );
    expect(inspection.format).toBe('kobo');
    expect(inspection.headerRows).toBe(2);
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 1 2 | asked 2/2 | food 1, bus 1',
      'single | size | 3 | answered 3/3 | 3 2, 4 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([10]);
  });
  test('labels: the summary joined by spaces is never split, slashes in texts stay', () => {
    const { inspection } = inspectRecords(
      [
        [
          'What do you need?',
          'What do you need?/Food, fresh',
          'What do you need?/Bus / train',
          'How satisfied: a/b?',
          ...SYSTEM
        ],
        ['Food, fresh Bus / train', '1', '1', 'Very satisfied', ...system(1)],
        ['Food, fresh', '1', '0', 'Dissatisfied', ...system(2)],
        ['', '', '', '', ...system(3)]
      ],
      ';'
    );
    expect(inspection.format).toBe('kobo');
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 1 2 | asked 2/2 | Food, fresh 2, Bus / train 1',
      'single | How satisfied: a/b? | 3 | answered 2/3 | Very satisfied 1, Dissatisfied 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([10]);
  });
  test('details only: option columns of one group are one question, its neighbours are not', () => {
    const { inspection } = inspectRecords(
      [
        ['g/needs/food', 'g/needs/bus', 'g/size', 'g/ok', 'g/fine', ...SYSTEM],
        ['1', '1', '4', '1', '0', ...system(1)],
        ['1', '0', '2', '0', '0', ...system(2)],
        ['', '', '5', '1', '1', ...system(3)]
      ],
      ','
    );
    expect(inspection.format).toBe('kobo');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 0 1 | asked 2/2 | food 2, bus 1',
      'scale | size | 2 | answered 3/3 | 2 1, 4 1, 5 1',
      'single | ok | 3 | answered 3/3 | 0 1, 1 2',
      'single | fine | 4 | answered 3/3 | 0 2, 1 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([11]);
  });
  test('summary only: names joined by spaces are taken apart, sentences are not', () => {
    const { inspection } = inspectRecords(
      [
        ['needs', 'size', 'note', ...SYSTEM],
        ['food bus', '3', 'We walk a lot here', ...system(1)],
        ['food', '3', '', ...system(2)],
        ['bus food', '1', 'nothing', ...system(3)],
        ['jobs', '1', 'nothing', ...system(4)],
        ['', '1', '', ...system(5)],
        ['food bus jobs', '1', '', ...system(6)]
      ],
      ','
    );
    expect(inspection.format).toBe('kobo');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 0 | answered 5/5 | food 4, bus 3, jobs 2',
      'single | size | 1 | answered 6/6 | 1 4, 3 2',
      'single | note | 2 | answered 3/6 | nothing 2, We walk a lot here 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([9]);
  });
  test('versions of a form: the same option twice is one, a renamed one is its own', () => {
    const { inspection } = inspectRecords(
      [
        ['needs', 'needs/food', 'needs/bus', 'needs/bus_1', 'needs/bus', ...SYSTEM],
        ['food bus', '1', '1', '', '', ...system(1)],
        ['food', '1', '0', '', '', ...system(2)],
        ['bus', '0', '', '', '1', ...system(3)]
      ],
      ','
    );
    expect(inspection.format).toBe('kobo');
    expect(answered(inspection)).toEqual([
      'multiple-response | needs | 1 2 4 3 | asked 3/3 | food 2, bus 2, bus_1 0'
    ]);
    expect(tools(inspection)).toEqual([
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([11]);
    expect(issueCodes(inspection)).toEqual(['HEADER_DUPLICATE']);
  });
  test('workbook: times as day numbers, who gave no consent is not in the base', () => {
    const { inspection } = inspectRecords(
      [
        ['start', 'consent', 'needs', 'needs/food', 'needs/bus', ...SYSTEM],
        ['45413.41', 'yes', 'food bus', '1', '1', ...system(1)],
        ['45413.51', 'yes', 'food', '1', '0', ...system(2)],
        ['45414.51', 'no', '', '', '', ...system(3)]
      ],
      ','
    );
    expect(inspection.format).toBe('kobo');
    expect(answered(inspection)).toEqual([
      'single | consent | 1 | answered 3/3 | yes 2, no 1',
      'multiple-response | needs | 3 4 | asked 2/2 | food 2, bus 1'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | start',
      'id | _id',
      'id | _uuid',
      'timestamp | _submission_time',
      'paradata | _validation_status',
      'paradata | _notes',
      'paradata | _status',
      'identifier | _submitted_by',
      'paradata | __version__',
      'paradata | _tags',
      'paradata | _index'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([11]);
    expect(issueCodes(inspection)).toEqual(['DATE_SERIAL']);
  });

  test('a form beside the data: labels of groups, a ranking, an "other", rows of the base', () => {
    const at = (text: string) => ({ name: 'form.csv', source: textInMemory(text) });
    const survey = toText([
      ['type', 'name', 'label::English (en)', 'relevant'],
      ['begin_group', 'hh', 'Household', ''],
      ['select_one yn', 'kids', 'Any children?', ''],
      ['integer', 'n', 'How many?', "${kids} = 'y'"],
      ['rank needs', 'order', 'Rank your needs', ''],
      ['end_group', '', '', '']
    ]);
    const choices = toText([
      ['list_name', 'name', 'label::English (en)'],
      ['yn', 'y', 'Yes'],
      ['yn', 'n', 'No'],
      ['needs', 'food', 'Food'],
      ['needs', 'bus', 'Bus service'],
      ['needs', 'job', 'Work']
    ]);
    const data = toText(
      [
        ['Household/Any children?', 'Household/How many?', 'Household/Rank your needs', ...SYSTEM],
        ['Yes', '2', 'food bus job', ...system(1)],
        ['No', '', 'bus food job', ...system(2)],
        ['Yes', '1', 'job food bus', ...system(3)]
      ],
      ';'
    );
    const { inspection } = inspectSurvey({
      main: textInMemory(data),
      name: 'data.csv',
      companions: [at(survey), at(choices)]
    });
    expect(answered(inspection)).toEqual([
      'single | Any children? | 0 | answered 3/3 | Yes 2, No 1',
      'numeric | How many? | 1 | answered 2/3',
      'rank | Rank your needs | 2 | answered 3/3'
    ]);
    const ranked = inspection.questions.find(({ kind }) => kind === 'rank');
    expect(ranked?.variables).toEqual([2]);
  });
});
