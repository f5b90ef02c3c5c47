import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, issueCodes, tools } from '../inspecting.fixture';
describe('REDCap', () => {
  test('raw: check boxes with letters and codes below zero, forms not completed, the base is everyone', () => {
    const { inspection } = inspectRecords([
      [
        'record_id',
        'redcap_data_access_group',
        'base_timestamp',
        'race___1',
        'race___a',
        'race____1',
        'race____99',
        'age',
        'weight',
        'sat',
        'base_complete'
      ],
      ['1', 'north', '2024-05-01 10:00:00', '1', '0', '0', '0', '44', '70', '1', '2'],
      ['2', 'north', '[not completed]', '0', '0', '0', '0', '34', '80', '2', '0'],
      ['3', 'south', '2024-05-02 10:00:00', '1', '1', '0', '0', '24', '77', '9', '2'],
      ['4', 'south', '2024-05-03 10:00:00', '1', '1', '1', '0', '29', '77', '4', '2']
    ]);
    expect(inspection.format).toBe('redcap');
    expect(answered(inspection)).toEqual([
      'multiple-response | race | 3 4 5 6 | everyone 3/4 | race___1 3, race___a 2, race____1 1, race____99 0',
      'numeric | age | 7 | answered 4/4',
      'numeric | weight | 8 | answered 4/4',
      'scale | sat | 9 | answered 3/4 | 1 1, 2 1, 4 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | record_id',
      'paradata | redcap_data_access_group',
      'timestamp | base_timestamp',
      'paradata | base_complete'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
  });
  test('events and repeating instruments: rows are no respondents, and it is asked', () => {
    const { inspection } = inspectRecords([
      [
        'pid',
        'redcap_event_name',
        'redcap_repeat_instrument',
        'redcap_repeat_instance',
        'sex',
        'need___a',
        'need___b',
        'member_age',
        'base_complete',
        'member_complete'
      ],
      ['1', 'enr_arm_1', '', '', '1', '1', '0', '', '2', ''],
      ['1', 'enr_arm_1', 'member', '1', '', '', '', '31', '', '2'],
      ['1', 'enr_arm_1', 'member', '2', '', '', '', '3', '', '2'],
      ['2', 'enr_arm_1', '', '', '2', '0', '1', '', '2', ''],
      ['2', 'enr_arm_1', 'member', '1', '', '', '', '50', '', '2']
    ]);
    expect(inspection.format).toBe('redcap');
    expect(answered(inspection)).toEqual([
      'single | sex | 4 | answered 2/5 | 1 1, 2 1',
      'multiple-response | need | 5 6 | everyone 2/2 | need___a 1, need___b 1',
      'numeric | member_age | 7 | answered 3/5'
    ]);
    expect(tools(inspection)).toEqual([
      'id | pid',
      'paradata | redcap_event_name',
      'paradata | redcap_repeat_instrument',
      'paradata | redcap_repeat_instance',
      'paradata | base_complete',
      'paradata | member_complete'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([]);
    expect(issueCodes(inspection)).toEqual(['ROWS_NOT_RESPONDENTS']);
  });
  test('labels: choices with brackets and commas', () => {
    const { inspection } = inspectRecords([
      [
        'Record ID',
        'Event Name',
        'Survey Identifier',
        'Survey Timestamp',
        'What do you need? (choice=Food, fresh)',
        'What do you need? (choice=Bus (city))',
        'How satisfied?',
        'Age',
        'Complete?'
      ],
      [
        '1',
        'Enrollment',
        '',
        '2024-05-01 10:00:00',
        'Checked',
        'Unchecked',
        'Satisfied',
        '44',
        'Complete'
      ],
      ['2', 'Enrollment', '', '[not completed]', 'Unchecked', 'Unchecked', '', '34', 'Incomplete'],
      [
        '3',
        'Enrollment',
        '',
        '2024-05-02 10:00:00',
        'Checked',
        'Checked',
        "Don't know",
        '24',
        'Unverified'
      ]
    ]);
    expect(inspection.format).toBe('redcap-labels');
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 4 5 | everyone 2/3 | Food, fresh 2, Bus (city) 1',
      'single | How satisfied? | 6 | answered 1/3 | Satisfied 1',
      'numeric | Age | 7 | answered 3/3'
    ]);
    expect(tools(inspection)).toEqual([
      'id | Record ID',
      'paradata | Event Name',
      'identifier | Survey Identifier',
      'timestamp | Survey Timestamp',
      'paradata | Complete?'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([2]);
  });
});
