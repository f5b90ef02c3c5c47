import { describe, expect, test } from 'vitest';
import { answered, inspectRecords, issueCodes, tools } from '../inspecting.fixture';

describe('Google Forms', () => {
  test('in Spanish: grid, grid of check boxes, blank and repeated headings, line breaks', () => {
    const { inspection } = inspectRecords([
      [
        'Marca temporal',
        'Dirección de correo electrónico',
        'Puntuación',
        '¿Cómo está\nhoy?',
        'Satisfacción [Parques]',
        'Satisfacción [Autobús [centro]]',
        '¿Qué necesita?',
        '',
        '¿Qué necesita?',
        'How old?',
        'Which days? [Mon]',
        'Which days? [Tue]'
      ],
      [
        '28/4/2024 11:03:12',
        'a@example.org',
        '3 / 5',
        'Bien',
        'Muy satisfecho',
        'Satisfecho',
        'Comida, fresca',
        '',
        'x',
        '33',
        'Morning, Evening',
        'Morning'
      ],
      [
        '30/4/2024 11:03:12',
        'b@example.org',
        '2 / 5',
        'Mal',
        'Satisfecho',
        'Insatisfecho',
        'Comida, fresca, Bus',
        '',
        'y',
        '43',
        'Evening',
        ''
      ],
      [
        '29/4/2024 11:03:12',
        'c@example.org',
        '4 / 5',
        'Bien',
        '',
        '',
        'Bus',
        '',
        'x',
        '53',
        'Morning',
        'Evening, Morning'
      ],
      [
        '29/4/2024 11:03:12',
        'd@example.org',
        '4 / 5',
        '',
        'Neutral',
        'Neutral',
        'Bus, Trabajo',
        '',
        'x',
        '53',
        'Morning',
        'Evening, Morning'
      ]
    ]);
    expect(inspection.format).toBe('google-forms');
    expect(answered(inspection)).toEqual([
      'single | ¿Cómo está hoy? | 3 | answered 3/4 | Bien 2, Mal 1',
      'matrix | Satisfacción | 4 5 | answered 3/4',
      'other-specify | ¿Qué necesita? | 6 | answered 1/4',
      'multiple-response | ¿Qué necesita? | 6 | answered 4/4 | Bus 3, Comida, fresca 2, Other 1',
      'single | ¿Qué necesita? | 8 | answered 4/4 | x 3, y 1',
      'numeric | How old? | 9 | answered 4/4',
      'multiple-response | Which days? [Mon] | 10 | answered 4/4 | Evening 2, Morning 3',
      'multiple-response | Which days? [Tue] | 11 | answered 3/3 | Evening 2, Morning 3'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | Marca temporal',
      'identifier | Dirección de correo electrónico',
      'paradata | Puntuación',
      'empty | '
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([1]);
    expect(issueCodes(inspection)).toEqual(['HEADER_DUPLICATE', 'HEADER_BLANK']);
  });

  test('its own download: a quiz', () => {
    const { inspection } = inspectRecords([
      [
        'Timestamp',
        'Username',
        'Total score',
        'How are you?',
        'How are you? [Score]',
        'How are you? [Feedback]',
        'Need?'
      ],
      [
        '2024/05/01 3:04:05 PM EST',
        'a@example.org',
        '3.00 / 5',
        'Fine',
        '1.00 / 1',
        '--',
        'Food;Bus'
      ],
      ['2024/05/02 3:04:05 AM EST', 'b@example.org', '2.00 / 5', 'Bad', '0.00 / 1', '--', 'Food'],
      [
        '2024/05/13 3:04:05 PM EST',
        'c@example.org',
        '4.00 / 5',
        'Fine',
        '1.00 / 1',
        '--',
        'Bus;Jobs'
      ],
      [
        '2024/05/13 3:04:05 PM EST',
        'd@example.org',
        '4.00 / 5',
        'Fine',
        '1.00 / 1',
        '--',
        'Bus;Food'
      ]
    ]);
    expect(inspection.format).toBe('google-forms');
    expect(answered(inspection)).toEqual([
      'single | How are you? | 3 | answered 4/4 | Fine 3, Bad 1',
      'multiple-response | Need? | 6 | answered 4/4 | Food 3, Bus 3, Jobs 1'
    ]);
    expect(tools(inspection)).toEqual([
      'timestamp | Timestamp',
      'identifier | Username',
      'paradata | Total score',
      'paradata | How are you? [Score]',
      'paradata | How are you? [Feedback]'
    ]);
    expect(inspection.identifiers.map(({ index }) => index)).toEqual([1]);
  });
});
