import { defineRecordIndicator, type Assessment, type CoalitionTies } from '../records';

/** Z12. How tightly a coalition is tied, how much hangs on one member, how many sectors it reaches. */
export const coalitionStructure = defineRecordIndicator({
  id: 'coalition-structure',
  code: 'Z12',
  level: 'mezzo',
  unitOfAnalysis: 'coalition',
  claim: 'domain',
  target: 'coalition',
  lever: 'community',
  feeds: ['network-ties', 'roster'],
  unit: 'number',
  direction: 'neutral',
  decimals: 2,
  labels: { en: 'Structure of the coalition', es: 'Estructura de la coalición' },
  universe: { en: 'organizations of the coalition', es: 'organizaciones de la coalición' },
  within: { en: 'pairs of organizations', es: 'pares de organizaciones' },
  formula:
    'density = 2E / (N (N - 1)); centralization = sum(max degree - degree) / ((N - 1)(N - 2)); sectors reached, counted',
  source:
    'Freeman L.C. (1978), Centrality in social networks, Social Networks 1; a census of ties, so without an interval.',
  method: ['indicators'],
  records: ['coalition'],
  assess: ({ coalition }) => structureOf(coalition),
  examples: [
    {
      title: 'a star of four: three of six pairs are tied',
      given: {
        coalition: {
          organizations: ['a', 'b', 'c', 'd'].map((id) => ({ id, sector: null })),
          ties: [
            ['a', 'b'],
            ['a', 'c'],
            ['a', 'd']
          ]
        }
      },
      part: 'density',
      expect: { value: 0.5 }
    },
    {
      title: 'and everything hangs on its center',
      given: {
        coalition: {
          organizations: ['a', 'b', 'c', 'd'].map((id) => ({ id, sector: null })),
          ties: [
            ['a', 'b'],
            ['a', 'c'],
            ['a', 'd']
          ]
        }
      },
      part: 'centralization',
      expect: { value: 1 }
    }
  ]
});

function structureOf({ organizations, ties }: CoalitionTies): Assessment | null {
  const size = organizations.length;
  if (size < 2) return null;
  const degrees = organizations.map(
    ({ id }) => ties.filter((pair) => pair[0] === id || pair[1] === id).length
  );
  const most = Math.max(...degrees);
  const sectors = new Set(organizations.flatMap(({ sector }) => (sector ? [sector] : [])));
  return {
    parts: [
      {
        key: 'density',
        labels: { en: 'Pairs that work together', es: 'Pares que trabajan juntos' },
        value: (2 * ties.length) / (size * (size - 1)),
        rows: ties.length
      },
      {
        key: 'centralization',
        labels: { en: 'How much hangs on one member', es: 'Cuánto depende de un miembro' },
        value:
          size > 2
            ? degrees.reduce((sum, degree) => sum + most - degree, 0) / ((size - 1) * (size - 2))
            : null,
        rows: ties.length
      },
      {
        key: 'sectors',
        labels: { en: 'Sectors reached', es: 'Sectores representados' },
        value: sectors.size,
        rows: size
      }
    ],
    sources: []
  };
}
