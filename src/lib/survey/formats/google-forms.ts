import type { SplitRule } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';
import { lastBracket } from './reading/brackets';

const TIMESTAMP =
  /^(timestamp|marca temporal|horodateur|zeitstempel|carimbo de data\/hora|informazioni cronologiche|tijdstempel|tidsstämpel|tidsstempel|aikaleima|sygnatura czasowa|zaman damgası|отметка времени|timpul înregistrării|időbélyeg|časové razítko|dấu thời gian|時間戳記|时间戳记|タイムスタンプ|타임스탬프|الطابع الزمني)$/i;
const EMAIL =
  /^(e-?mail address|username|dirección de correo electrónico|nombre de usuario|adresse e-mail|nom d'utilisateur|e-mail-adresse|endereço de e-mail|nome de usuário|indirizzo email)$/i;
/** Points of a quiz: not what was answered. */
const SCORE = /^(total )?(score|puntuación|puntuación total|note|punktzahl|pontuação|punteggio)$/i;
const POINTS = /\[(score|feedback|puntuación|comentarios|note|punktzahl|feedback)\]$/i;

/** Google Forms: a time stamp, then whole question texts; grids as `Question [Row]`. */
export const googleForms: SurveyFormat = {
  id: 'google-forms',
  tool: 'Google Forms',
  headerRows: 1,
  sniff: ({ h }) => TIMESTAMP.test(h[0] ?? ''),
  read: (sheet) => readGoogle(sheet),
  examples: [
    { title: 'English', records: [['Timestamp', 'How are you?']], matches: true },
    { title: 'Spanish', records: [['Marca temporal', '¿Cómo está?']], matches: true },
    { title: 'French', records: [['Horodateur', 'Comment allez-vous ?']], matches: true },
    { title: 'time stamp elsewhere', records: [['id', 'Timestamp']], matches: false }
  ]
};

function readGoogle(sheet: Sheet): ColumnHint[] {
  const grids = sheet.columns.map(({ heading }) => {
    const { before, inside } = lastBracket(heading);
    return inside === null || before === '' || POINTS.test(heading) ? null : { before, inside };
  });
  // Questions may repeat word for word: only rows that stand together are one grid.
  const starts: number[] = [];
  grids.forEach((grid, i) => {
    const isSame = grid !== null && grids[i - 1]?.before === grid.before;
    starts.push(isSame ? (starts[i - 1] ?? i) : i);
  });
  return sheet.columns.map(({ heading }, i): ColumnHint => {
    const labels = unnamed(heading.replace(/\s*\n\s*/g, ' '));
    if (i === 0) return { labels, role: 'timestamp' };
    if (EMAIL.test(heading)) return { labels, role: 'identifier', identifier: 'email' };
    if (SCORE.test(heading) || POINTS.test(heading)) return { labels, role: 'paradata' };
    const grid = grids[i];
    const rows = starts.flatMap((start, j) => (start === starts[i] ? [j] : []));
    if (!grid) return { labels };
    const split = findBoxes(sheet, rows);
    if (split) return { labels, split };
    return {
      group: { id: `${grid.before}@${starts[i]}`, labels: unnamed(grid.before) },
      labels: unnamed(grid.inside),
      code: grid.inside
    };
  });
}

/** A grid of check boxes: a cell joins several columns of the grid, which also stand alone. */
function findBoxes(sheet: Sheet, columns: readonly number[]): SplitRule | null {
  const cells = new Set(columns.flatMap((i) => [...(sheet.columns[i]?.values.keys() ?? [])]));
  for (const separator of [', ', ';']) {
    const isJoined = (cell: string): boolean => {
      const pieces = cell.split(separator);
      return pieces.length > 1 && pieces.every((piece) => cells.has(piece));
    };
    const options = [...cells].filter((cell) => !isJoined(cell));
    if (options.length < cells.size) return { separator, style: 'separated', options };
  }
  return null;
}
