// Which room may read which. Imports point downwards; plain rooms know no framework and no machine.
const plain =
  '^src/lib/(base|codebook|estimation|survey|privacy|indicators|disparities|small-areas|priorities|composite|evidence|advocacy|network|text|workers)/';
const tests = '\\.test\\.ts$';

/** @param {string} room @param {string[]} mayRead */
const room = (room, mayRead) => ({
  name: `${room}-reads-only-below`,
  comment: `${room} may read: ${mayRead.join(', ')}`,
  severity: 'error',
  from: { path: `^src/lib/${room}/`, pathNot: tests },
  to: { path: '^src/', pathNot: `^src/lib/(${[room, ...mayRead].join('|')})/` }
});

/**
 * Rooms within a room, in the order in which the work passes them: each reads only itself and those
 * before, and every file stands in one of them.
 * @param {string} room @param {string[]} steps folders and files @param {string} [around] files above all steps
 */
const inOrder = (room, steps, around) => {
  const path = (/** @type {string[]} */ some) => `^src/lib/${room}/(${some.join('|')})(/|\\.ts$)`;
  const outside = [tests, '\\.fixture\\.ts$', ...(around ? [around] : [])];
  return [
    ...steps.map((step, place) => ({
      name: `${room}-${step}-reads-only-steps-before`,
      severity: 'error',
      from: { path: path([step]), pathNot: tests },
      to: { path: `^src/lib/${room}/`, pathNot: path(steps.slice(0, place + 1)) }
    })),
    {
      name: `${room}-steps-are-listed`,
      severity: 'error',
      from: { path: `^src/lib/${room}/`, pathNot: [path(steps), ...outside] },
      to: { path: '^src/' }
    }
  ];
};

/** `plan` and `sink` are what the steps of an import agree on; `execute` and `inspect` put them to work. */
const importSteps = [
  'plan sink file containers values joined-cells sheet identifiers formats companions joins columns',
  'questions encode checks protect planning execute tally inspect reimport templates operations'
].flatMap((line) => line.split(' '));
const estimationSteps =
  'numeric design sums estimates models comparisons inequality weighting query'.split(' ');

const upToPrivacy = ['base', 'codebook', 'estimation', 'survey', 'privacy'];
const upToEvidence = [...upToPrivacy, 'indicators', 'disparities', 'evidence'];
const domain = [...upToEvidence, 'small-areas', 'priorities', 'composite', 'advocacy', 'network'];

module.exports = {
  forbidden: [
    {
      name: 'plain-rooms-know-no-framework',
      severity: 'error',
      from: { path: plain, pathNot: tests },
      to: {
        path: 'node_modules/(svelte|@sveltejs|d3|d3-[a-z]+|drizzle-orm|better-sqlite3)/|^\\$app|^\\$env'
      }
    },
    {
      name: 'plain-rooms-know-no-node',
      severity: 'error',
      from: { path: plain, pathNot: tests },
      to: { dependencyTypes: ['core'] }
    },
    room('base', []),
    room('codebook', ['base']),
    room('estimation', ['base', 'codebook']),
    room('survey', ['base', 'codebook', 'estimation']),
    ...inOrder('estimation', estimationSteps, '^src/lib/estimation/index\\.ts$'),
    ...inOrder('survey', importSteps),
    room('privacy', ['base', 'codebook', 'estimation', 'survey']),
    room('indicators', upToPrivacy),
    room('disparities', [...upToPrivacy, 'indicators']),
    room('small-areas', ['base', 'estimation']),
    room('priorities', [...upToPrivacy, 'indicators']),
    room('composite', [...upToPrivacy, 'indicators', 'small-areas', 'priorities']),
    room('evidence', [...upToPrivacy, 'indicators', 'disparities']),
    room('advocacy', upToEvidence),
    room('network', [...upToEvidence, 'advocacy']),
    room('text', domain),
    room('charts', [...domain, 'text', 'ui']),
    room('ui', ['base', 'text']),
    room('server', [...domain, 'text', 'charts']),
    {
      name: 'routes-do-not-estimate',
      comment: 'numbers on a screen come from released tables only',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: '^src/lib/estimation/' }
    },
    {
      name: 'nothing-reads-routes',
      severity: 'error',
      from: { path: '^src/lib/|^src/cli/' },
      to: { path: '^src/routes/' }
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.svelte-kit|^build' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'tests/architecture/resolve.mjs' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.svelte'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types']
    }
  }
};
