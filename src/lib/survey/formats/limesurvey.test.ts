import { describe, expect, test } from 'vitest';
import { collectText } from '../collecting.fixture';
import { answered, inspectRecords, inspectText, times, toText, tools } from '../inspecting.fixture';

const META = ['id', 'submitdate', 'lastpage', 'startlanguage'];
const OWN = ['timestamp | submitdate', 'paradata | lastpage', 'paradata | startlanguage'];
const meta = (i: number): string[] => [String(i), `2024-05-0${i} 10:00:00`, '4', 'en'];

describe('LimeSurvey', () => {
  test('codes: options with Y, written others, a ranking by places, a battery of two scales', () => {
    const { inspection } = inspectRecords([
      [
        ...[...META, 'needs[food]', 'needs[bus]', 'needs[other]', 'rank[1]', 'rank[2]', 'rank[3]'],
        ...['sat[a][1]', 'sat[a][2]', 'sat[b][1]', 'sat[b][2]', 'job', 'job[other]']
      ],
      [...meta(1), 'Y', '', 'Coats', 'A1', 'A2', 'A3', 'A1', 'A5', 'A2', 'A4', 'A1', ''],
      [...meta(2), '', 'Y', '', 'A2', 'A1', '', 'A3', 'A5', 'A2', 'A1', '-oth-', 'Baker'],
      [...meta(3), '', '', '', 'A3', 'A1', 'A2', 'A1', 'A4', 'A3', 'A4', 'A2', ''],
      [...meta(4), 'Y', 'Y', '', 'A1', 'A3', 'A2', 'A2', 'A3', 'A1', 'A4', '-oth-', 'Cook'],
      [...meta(5), 'Y', '', '', 'A1', 'A3', 'A2', 'A2', 'A3', 'A1', 'A4', 'A2', '']
    ]);
    expect(inspection.format).toBe('limesurvey-codes');
    expect(answered(inspection)).toEqual([
      'other-specify | needs: other | 6 | answered 1/5',
      'multiple-response | needs | 4 5 6 | answered 4/4 | food 3, bus 2, other 1',
      'rank | rank | 7 8 9 | answered 5/5',
      'matrix | sat | 10 12 | answered 5/5',
      'matrix | sat | 11 13 | answered 5/5',
      'single | job | 14 | answered 5/5 | -oth- 2, A2 2, A1 1',
      'other-specify | job: other | 15 | answered 2/5'
    ]);
    expect(tools(inspection)).toEqual(['id | id', ...OWN]);
  });

  test('codes with underscores, yes and no as 1 and 2: a name with an underscore is one question', () => {
    const { inspection } = inspectRecords([
      [...META, 'needs_food', 'needs_bus', 'needs_other', 'sat_a', 'sat_b', 'hh_size', 'zip'],
      [...meta(1), '1', '2', '', '4', '5', '3', '01040'],
      [...meta(2), '2', '1', 'Coats', '3', '5', '1', '01060'],
      [...meta(3), '2', '2', '', '1', '2', '2', '01060'],
      [...meta(4), '', '', '', '1', '2', '2', '01060']
    ]);
    expect(answered(inspection)).toEqual([
      'other-specify | needs: other | 6 | answered 1/4',
      'multiple-response | needs | 4 5 6 | asked 2/3 | food 1, bus 1, other 1',
      'matrix | sat | 7 8 | answered 4/4',
      'numeric | hh_size | 9 | answered 4/4',
      'single | zip | 10 | answered 4/4 | 01060 3, 01040 1'
    ]);
  });

  test('codes with texts, spaces as underscores, the mask before "=" taken off', () => {
    const records = [
      [
        ...['id._.Response_ID', 'submitdate._.Date_submitted', 'lastpage._.Last_page'],
        ...['startlanguage._.Start_language', 'needs[SQ001]._.What_do_you_need?_[Food,_groceries]'],
        ...['needs[SQ002]._.What_do_you_need?_[Bus]', 'sat[SQ001]._.How_satisfied?_[Parks]'],
        ...['sat[SQ002]._.How_satisfied?_[Buses]', 'c._.Anything_else?']
      ],
      ...times(4, [
        [...meta(1), 'Yes', 'No', 'Very satisfied', 'Satisfied', "'=1+1"],
        [...meta(2), 'No', 'No', 'Dissatisfied', 'Satisfied', 'hello'],
        [...meta(3), 'N/A', 'N/A', 'Satisfied', '', '']
      ])
    ];
    const { inspection } = inspectRecords(records);
    expect(inspection.format).toBe('limesurvey-code-text');
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 4 5 | asked 4/8 | Food, groceries 4, Bus 0',
      'matrix | How satisfied? | 6 7 | answered 12/12',
      'single | Anything else? | 8 | answered 8/12 | =1+1 4, hello 4'
    ]);
  });

  test('texts alone: brackets inside an option stay', () => {
    const { inspection } = inspectRecords([
      [
        ...['Response ID', 'Date submitted', 'Last page', 'Start language'],
        ...['What do you need? [Food [fresh]]', 'What do you need? [Bus]'],
        ...['How satisfied? [Parks]', 'How satisfied? [Buses]', 'Where?']
      ],
      ...times(4, [
        [...meta(1), 'Yes', 'No', 'Very satisfied', 'Satisfied', 'East'],
        [...meta(2), 'No', 'No', 'Dissatisfied', 'Satisfied', 'West'],
        [...meta(3), 'N/A', 'N/A', 'Satisfied', '', '']
      ])
    ]);
    expect(inspection.format).toBe('limesurvey-codes');
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 4 5 | asked 4/8 | Food [fresh] 4, Bus 0',
      'matrix | How satisfied? | 6 7 | answered 12/12',
      'single | Where? | 8 | answered 8/12 | East 4, West 4'
    ]);
  });

  test('VV: texts over codes, no quotes, escapes undone, a question not shown was not asked', () => {
    const records = [
      [
        ...['Response ID', 'Date submitted', 'Last page', 'Start language'],
        ...['What do you need? [Food]', 'What do you need? [Bus]', 'Hours of care', 'Else?']
      ],
      ['id', 'submitdate', 'lastpage', 'startlanguage', 'needs_SQ001', 'needs_SQ002', 'hrs', 'c'],
      [...meta(1), 'Y', '', '{question_not_shown}', 'One{newline}two {quote}three{quote}'],
      [...meta(2), 'Y', 'Y', '10', 'a{tab}b{lbrace}'],
      [...meta(3), '', 'Y', '4', 'One{newline}two {quote}three{quote}']
    ];
    const text = records.map((record) => record.join('\t') + '\n').join('');
    const { inspection } = inspectText(text);
    expect([inspection.format, inspection.headerRows]).toEqual(['limesurvey-vv', 2]);
    expect(answered(inspection)).toEqual([
      'multiple-response | What do you need? | 4 5 | answered 3/3 | Food 2, Bus 2',
      'numeric | Hours of care | 6 | answered 2/2',
      'single | Else? | 7 | answered 3/3 | One\ntwo "three" 2, a\tb{ 1'
    ]);
    expect(tools(inspection)).toEqual([
      'id | Response ID',
      'timestamp | Date submitted',
      'paradata | Last page',
      'paradata | Start language'
    ]);
    expect(collectText(text).get('else')).toEqual([
      'One\ntwo "three"',
      'a\tb{',
      'One\ntwo "three"'
    ]);
  });

  test('a mask is only taken off where an "=" follows', () => {
    const text = toText([
      [...META, 'c'],
      [...meta(1), "'=SUM(1)"],
      [...meta(2), "'tis"],
      [...meta(3), "'=SUM(1)"]
    ]);
    expect(collectText(text).get('c')).toEqual(['=SUM(1)', "'tis", '=SUM(1)']);
  });
});
