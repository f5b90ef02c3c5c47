import { describe, expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import { planSurvey } from '../planning/plan-survey';

/** Kind of personal data found in a column among ordinary answers; null when it is an answer itself. */
function found(heading: string, cells: readonly string[]): string | null {
  const quote = (text: string) => `"${text.replace(/"/g, '""')}"`;
  const rows = cells.map((cell, i) => `${i + 1},${['Good', 'Fair', 'Bad'][i % 3]},${quote(cell)}`);
  const csv = ['key,q1,' + quote(heading), ...rows].join('\n');
  const { plan, identifiers } = planSurvey({ main: textInMemory(csv), name: 'x.csv' });
  const variable = plan?.variables.find(({ columnIndex }) => columnIndex === 2);
  const type = identifiers.find(({ index }) => index === 2)?.type ?? null;
  // Whatever is found is off, and no list of its cells stands in the plan.
  if (type) expect([variable?.include, variable?.categories]).toEqual([false, []]);
  return type;
}

const people = [
  'Maria Lopez',
  'John Smith',
  'Ana de la Cruz',
  "Sean O'Neil",
  'Linda Tran',
  'Omar Haddad'
];
const emails = [
  'ana@example.org',
  'anonymous',
  'jo.smith+x@mail.example.com',
  'luz@example.mx',
  'anonymous',
  'p@x.co'
];
const phones = [
  '(913) 555-0123',
  '913-555-0188',
  '9135550142',
  '+1 913 555 0119',
  '913.555.0107',
  ''
];
const streets = [
  '12 Main St',
  '4501 N Oak Trafficway',
  '77 W 39th Street Apt 2',
  'Calle Hidalgo 15',
  '9 Elm Ave.',
  '100 5th Ave'
];
const births = ['1984-03-12', '1955-11-02', '2001-07-30', '1972-01-05', '1990-12-24', '1948-08-08'];
const points = [
  '39.0997 -94.5786 270.1 4.5',
  '39.1012 -94.5801 268 5',
  '39.0533 -94.4 0 0',
  '39.07 -94.6 0 0',
  '39.2001 -94.5 1 1',
  '39.11 -94.52 2 3'
];

describe('columns with personal data are found by heading and cells', () => {
  test.each([
    ['First Name', people.map((name) => name.split(' ')[0] ?? ''), 'name'],
    ['What is your full name?', people, 'name'],
    ['RecipientLastName', people.map((name) => name.split(' ').at(-1) ?? ''), 'name'],
    ['name_last', people.map((name) => name.split(' ').at(-1) ?? ''), 'name'],
    ['Nombre completo', people, 'name'],
    ['apellido_paterno', people.map((name) => name.split(' ').at(-1) ?? ''), 'name'],
    ['enumerator', people, 'name'],
    ['submitted_by', ['ana_t', 'joe77', 'ana_t', 'luz', 'joe77', 'luz'], 'name'],
    ['E-mail', emails, 'email'],
    ['Correo electrónico', emails, 'email'],
    [
      'What email address may we use to send you the results of this survey, if you want them?',
      emails,
      'email'
    ],
    ['Phone number', phones, 'phone'],
    ['tel_movil', phones, 'phone'],
    ['WhatsApp', phones, 'phone'],
    ['SSN', ['123-45-6789', '987654321', '', '111-22-3333', '', ''], 'national-id'],
    ['CURP', ['LOPM840312MDFPRR09', 'GARC550102HJCRRL03', '', '', '', ''], 'national-id'],
    ['DNI', ['12345678Z', '', '', '', '', ''], 'national-id'],
    ['passport_no', ['X1234567', 'A98765432', '', '', '', ''], 'national-id'],
    ['Street address', streets, 'address'],
    ['Dirección', streets, 'address'],
    ['DOB', births, 'birth-date'],
    ['Fecha de nacimiento', births.map((day) => day.split('-').reverse().join('/')), 'birth-date'],
    [
      '_home_latitude',
      ['39.09973', '39.10121', '39.05332', '39.07101', '39.20017', '39.11002'],
      'location'
    ],
    [
      'LocationLongitude',
      ['-94.57861', '-94.58011', '-94.4', '-94.60112', '-94.5', '-94.52'],
      'location'
    ],
    [
      'POINT_X',
      ['2763541.2', '2763999.9', '2760001.5', '2761111', '2762222.2', '2763333.3'],
      'location'
    ],
    ['gps_precision', ['4.5', '5', '12', '3', '8', '9'], 'location'],
    ['IP Address', ['203.0.113.7', '198.51.100.23', '2001:db8::1', '', '', ''], 'ip'],
    [
      'Network ID',
      ['a1b2c3d4e5', 'f6a7b8c9d0', 'a1b2c3d4e5', '00aa11bb22', 'x9y8z7w6v5', 'q1w2e3r4t5'],
      'device'
    ],
    [
      'MTurk Worker ID',
      [
        'A1B2C3D4E5F6G7',
        'A9Z8Y7X6W5V4U3',
        'A2',
        'A3BCDEFGHIJ234',
        'A4BCDEFGHIJ234',
        'A5BCDEFGHIJ234'
      ],
      'device'
    ],
    [
      'PROLIFIC_PID',
      ['5f3a9c1e2b7d4a0012345678', '5f3a9c1e2b7d4a0012345679', '', '', '', ''],
      'device'
    ],
    ['User Agent', ['Mozilla/5.0 (X11)', 'Mozilla/5.0 (iPhone)', '', '', '', ''], 'device']
  ])('%s', (heading, cells, type) => {
    expect(found(heading, cells)).toBe(type);
  });

  test.each([
    ['e-mail addresses', emails.filter((cell) => cell.includes('@')), 'email'],
    ['names', people, 'name'],
    ['telephones', phones.filter((cell) => /[(. -]/.test(cell)), 'phone'],
    ['points on a map', points, 'location'],
    ['internet addresses', ['203.0.113.7', '198.51.100.23', '192.0.2.1'], 'ip'],
    ['social security numbers', ['123-45-6789', '987-65-4321', '111-22-3333'], 'national-id'],
    ['street addresses', streets, 'address'],
    ['dates of birth', [...births, '1961-04-01', '1979-05-06', '1933-10-10'], 'birth-date']
  ])('%s show in the cells under a heading that says nothing', (_, cells, type) => {
    expect(found('Q17', cells)).toBe(type);
  });

  test('a heading alone is enough where no cell is filled', () => {
    expect(found('RecipientEmail', ['', '', '', '', '', ''])).toBe('email');
  });
});

describe('answers that only sound personal stay answers', () => {
  test.each([
    ['Do you have a phone?', ['Yes', 'No', 'Yes', 'No', 'Yes', 'No']],
    ['Do you have an e-mail address?', ['Yes', 'No', 'Yes', 'No', 'Yes', 'No']],
    ['Do you receive Social Security?', ['Yes', 'No', 'Yes', 'No', 'No', 'No']],
    ['Income from Social Security', ['1200', '0', '950', '1800', '700', '640']],
    ['In what year were you born?', ['1984', '1955', '2001', '1972', '1990', '1948']],
    ['Place of birth', ['Mexico', 'Texas', 'Mexico', 'Iowa', 'Iowa', 'Texas']],
    [
      'Name of the park you use most',
      ['Swope Park', 'Penn Valley', 'Swope Park', 'Loose Park', 'Loose Park', 'Swope Park']
    ],
    ['How long have you lived here?', ['3', '12', '25', '1', '7', '40']],
    [
      'pweight',
      ['123.4567890', '987.6543210', '456.7890123', '234.5678901', '345.6789012', '567.8901234']
    ],
    [
      'How satisfied are you?',
      ['Very Satisfied', 'Satisfied', 'Very Satisfied', 'Not Satisfied', 'Satisfied', 'Satisfied']
    ],
    [
      'city',
      [
        'Kansas City',
        'Saint Joseph',
        'Lees Summit',
        'Blue Springs',
        'North Kansas City',
        'Oak Grove'
      ]
    ],
    [
      'survey date',
      ['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-05', '2026-03-07', '2026-03-08']
    ]
  ])('%s', (heading, cells) => {
    expect(found(heading, cells)).toBeNull();
  });
});

test('a short list of answers that holds a telephone is read as words, never as a list of answers', () => {
  const cells = ['none', 'none', 'call 913-555-0123', 'none', 'none', 'none'];
  const csv = ['key,contact wish', ...cells.map((cell, i) => `${i},${cell}`)].join('\n');
  const { plan } = planSurvey({ main: textInMemory(csv), name: 'x.csv' });
  expect(plan?.variables[1]).toMatchObject({ kind: 'text', categories: [] });
});
