/**
 * A wave as KoboToolbox writes it: XML names and group names in the heading, `;` between cells, every
 * cell quoted, CRLF, UTF-8 without a byte-order mark.
 */
import { stream } from './random.mjs';
import { barriers } from './needs.mjs';
import { items } from './form.mjs';

const systemColumns = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
  'meta/rootUuid',
  '_index'
];
/** Invented people of the field team. */
const interviewers = ['marisol.quintanar', 'teo.vandersloot', 'imani.brackett', 'gus.pellerin'];
const clerks = ['wanda.osterhout', 'rafa.ledesma'];
const fieldDays = /** @type {const} */ ({
  2023: { first: Date.UTC(2023, 2, 20), days: 70 },
  2026: { first: Date.UTC(2026, 2, 16), days: 77 }
});

/** Questions of a wave with their heading, in form order. */
export function questionsOf(/** @type {number} */ year) {
  /** @type {{ name: string, heading: string, type: string }[]} */
  const questions = [];
  let group = '';
  for (const { type, name = '', since = 0 } of items) {
    if (type === 'begin_group') group = `${name}/`;
    else if (type === 'end_group') group = '';
    else if (since <= year) questions.push({ name, type, heading: group + name });
  }
  return questions;
}

const iso = (/** @type {number} */ instant) => new Date(instant).toISOString().slice(0, 19);
/** Local time of the county in spring, five hours behind UTC. */
const local = (/** @type {number} */ instant) => `${iso(instant - 5 * 3600e3)}.000-05:00`;
const hex = (/** @type {import('./random.mjs').Random} */ chance, /** @type {number} */ digits) =>
  Array.from({ length: digits }, () => chance.integer(0, 15).toString(16)).join('');

/** When, by whom and under which number each interview came in; earliest first. */
function submissions(
  /** @type {2023 | 2026} */ year,
  /** @type {import('./sample.mjs').Respondent[]} */ rows
) {
  const chance = stream(`${year}/submissions`);
  const { first, days } = fieldDays[year];
  const shape = { web: 0.55, mail: 0.8, phone: 0.95 };
  return rows
    .map(({ mode, disposition }, row) => {
      const day = Math.floor(days * chance.next() ** (1 / (2 * shape[mode])));
      const hour = mode === 'web' ? chance.integer(7, 22) : chance.integer(9, 19);
      const start =
        first +
        ((day * 24 + hour + 5) * 60 + chance.integer(0, 59)) * 60e3 +
        chance.integer(0, 59) * 1e3;
      const minutes =
        disposition === 'complete' ? 9 + 16 * chance.next() ** 1.5 : 1 + 7 * chance.next();
      return { row, start, end: start + Math.round(minutes * 60) * 1e3 };
    })
    .sort((a, b) => a.end - b.end || a.row - b.row)
    .map((one, index) => ({
      ...one,
      caseNumber: `S${year % 100}-${String(10000 + chance.integer(0, 9) + 31 * one.row)}`,
      id: String((year === 2023 ? 31840000 : 58210000) + 7 * index + chance.integer(0, 6)),
      uuid: [8, 4, 4, 4, 12].map((digits) => hex(chance, digits)).join('-'),
      by: { web: '', mail: chance.pick(clerks), phone: chance.pick(interviewers) }[
        rows[one.row].mode
      ],
      index: String(index + 1)
    }));
}

/**
 * @param {2023 | 2026} year
 * @param {import('./sample.mjs').Respondent[]} rows
 * @param {import('./answers.mjs').Answers[]} answers one per row
 * @returns {string} the file
 */
export function koboFile(year, rows, answers) {
  const questions = questionsOf(year);
  const headings = questions.flatMap(({ type, heading }) =>
    type.startsWith('select_multiple')
      ? [heading, ...barriers.map(({ id }) => `${heading}/${id}`)]
      : [heading]
  );
  const lines = submissions(year, rows).map(
    ({ row, start, end, caseNumber, id, uuid, by, index }) => {
      const respondent = rows[row];
      /** @type {Record<string, string>} */
      const known = {
        start: local(start),
        end: local(end),
        case_no: caseNumber,
        mode: respondent.mode,
        stratum: respondent.household.place.stratum,
        psu: respondent.psu,
        base_weight: respondent.weight.toFixed(3)
      };
      const cells = questions.flatMap(({ name, type }) => {
        const value = known[name] ?? answers[row].get(name) ?? '';
        if (!type.startsWith('select_multiple')) return [value];
        const chosen = value.split(' ');
        return [
          value,
          ...barriers.map(({ id: code }) => (value === '' ? '' : chosen.includes(code) ? '1' : '0'))
        ];
      });
      const system = [
        id,
        uuid,
        iso(end),
        respondent.disposition === 'complete' ? 'validation_status_approved' : '',
        '',
        'submitted_via_web',
        by,
        year === 2023 ? 'vSorrel2023a' : 'vSorrel2026a',
        '',
        `uuid:${uuid}`,
        index
      ];
      return [...cells, ...system];
    }
  );
  return [[...headings, ...systemColumns], ...lines]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';') + '\r\n')
    .join('');
}
