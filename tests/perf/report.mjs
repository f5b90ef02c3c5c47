// What a benchmark found, as a table: ours, what stands beside it, the ratio and whether a goal is met.

const number = (value, digits = 2) => value.toFixed(digits);

/** What a goal says of a ratio: `most` is the largest that meets it. */
const goalOf = (ratio, most) =>
  most === undefined ? '' : `<= ${most}: ${ratio <= most ? 'met' : 'NOT MET'}`;

/**
 * A line of the table. Without anything beside it (the other program is not installed, or there is
 * none) ours stands alone.
 */
function line(name, ours, theirs, { digits = 2, most, ratioDigits = 2 } = {}) {
  const own = [name, number(ours, digits)];
  if (theirs === null || theirs === undefined) return [...own, '', '', ''];
  const ratio = ours / theirs;
  return [...own, number(theirs, digits), number(ratio, ratioDigits), goalOf(ratio, most)];
}

function importLines({ setting, imports, peer, fread, read, large, stored, pages }) {
  const { rows, threads, megabytes } = setting;
  const { p99 } = pages.busy;
  return [
    line(`import, seconds (DuckDB, ${threads} threads)`, imports.seconds, peer?.seconds, {
      most: 0.6
    }),
    ...(fread === null
      ? []
      : [
          line(`import, seconds (R fread into memory, ${threads} threads)`, imports.seconds, fread)
        ]),
    line('import, seconds (every byte read, nothing done)', imports.seconds, read),
    line('import, processor seconds (DuckDB)', imports.cpu, peer?.cpu),
    line('import, rows a second (DuckDB)', rows / imports.seconds, peer && rows / peer.seconds, {
      digits: 0
    }),
    [
      ...line('import, peak memory in MB (DuckDB)', imports.megabytes, peer?.megabytes, {
        digits: 0
      }).slice(0, 4),
      `< 350: ${imports.megabytes < 350 ? 'met' : 'NOT MET'}`
    ],
    ...(large === null
      ? []
      : [
          line(
            'the same for a file five times as long (this one)',
            large.megabytes,
            imports.megabytes,
            { digits: 0, most: 1.3 }
          )
        ]),
    [
      ...line(
        `a page while a file is imported, ms, 99 of 100 of ${pages.busy.pages} (idle)`,
        p99,
        pages.idle.p99,
        { digits: 1 }
      ).slice(0, 4),
      `<= 100 ms: ${p99 <= 100 ? 'met' : 'NOT MET'}`
    ],
    line('stored, MB (the file)', stored, megabytes, { digits: 0 })
  ];
}

function questionLines({ setting, queries, peerAsked, waits, memory }) {
  const ms = (name, ours, theirs, options) => line(name, ours, theirs, { digits: 1, ...options });
  return [
    ms('three columns from disk, ms', queries.load),
    ms('weighted cross-tab, ms (DuckDB, ENUM)', queries.crossTab, peerAsked?.crossTab, {
      most: 0.5
    }),
    ms('design (strata and PSUs), ms', queries.design),
    ms(
      `50 indicators x 12 areas with SEs, ms (DuckDB, ${setting.threads} threads, best form)`,
      queries.estimates,
      peerAsked?.estimates,
      { most: 0.2 }
    ),
    ms('the same (plain count of the same cells)', queries.estimates, queries.counts, { most: 2 }),
    ms('the same with Korn-Graubard ranges (plain count)', queries.intervals, queries.counts),
    ms(
      'filter change, 12 figures x 12 areas with ranges, ms (DuckDB, SEs alone)',
      queries.filter,
      peerAsked?.filter,
      { most: 0.3 }
    ),
    ms('the same (plain count of the same cells)', queries.filter, queries.filterCounts, {
      most: 2
    }),
    ms('one indicator x 12 areas, 80 replicate weights, ms', queries.replicate),
    ms(
      'longest wait of other pages while a large table is made, ms (made on the spot)',
      waits.elsewhere.stall,
      waits.onTheSpot.stall
    ),
    [
      'the same (nothing going on)',
      number(waits.elsewhere.stall, 1),
      number(waits.resting.stall, 1),
      '',
      ''
    ],
    ...(waits.elsewhere.busy === null
      ? []
      : [
          [
            "longest turn of the pages' thread meanwhile, processor ms",
            number(waits.elsewhere.busy, 1),
            number(waits.resting.busy, 1),
            '',
            `<= 5 ms: ${waits.elsewhere.busy <= 5 ? 'met' : 'NOT MET'}`
          ]
        ]),
    line('questions, peak memory in MB', memory, null, { digits: 0 })
  ];
}

function surveyLines({ setting, whole, raked, peerRake }) {
  const by = whole.peer ? ` (${whole.peer.version})` : '';
  return [
    line(
      `20 shares x 12 areas and 5 Rao-Scott tests of ${setting.people}, seconds, whole program${by}`,
      whole.ours,
      whole.peer?.whole,
      { most: 0.01, ratioDigits: 4 }
    ),
    line(
      `raking ${raked.rows} rows to four margins, ms${peerRake ? ' (R survey)' : ''}`,
      raked.ms,
      peerRake && peerRake.seconds * 1000,
      { digits: 0, most: 0.1 }
    )
  ];
}

/** The whole table in Markdown. */
export function report(found) {
  const lines = [
    ['', 'Groundswell', 'beside', 'ratio', 'goal'],
    ...importLines(found),
    ...questionLines(found),
    ...surveyLines(found)
  ];
  const widths = lines[0].map((_, c) => Math.max(...lines.map((cells) => cells[c].length)));
  const row = (cells) => `| ${cells.map((cell, c) => cell.padEnd(widths[c])).join(' | ')} |`;
  const [head, ...rest] = lines;
  return [row(head), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...rest.map(row)].join(
    '\n'
  );
}
