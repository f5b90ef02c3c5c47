import { overallRate } from '$lib/estimation/inequality/disparity-measures';
import { defineIndicator } from '../define-indicator';
import { answerInput, groupRates, groupsInput, type GroupIndex } from '../group-rates';
import { inRange, partsTable } from '../parts-table';
import { countOf } from '../share-table';

/** Z15. Whether a need clusters in places: the part of its variation that lies between them. */
export const placeClustering = defineIndicator({
  id: 'place-clustering',
  code: 'Z15',
  level: 'mezzo',
  unitOfAnalysis: 'neighborhood',
  claim: 'domain',
  target: 'neighborhood',
  lever: 'community',
  feeds: ['respondent-survey'],
  unit: 'number',
  direction: 'neutral',
  decimals: 3,
  labels: { en: 'Clustering in places', es: 'Concentración en lugares' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: {
    en: 'everyone who answered, in places of 30 answers or more',
    es: 'quienes respondieron, en lugares de 30 respuestas o más'
  },
  formula: 'rho = (MSB - MSW) / (MSB + (n0 - 1) MSW), between and within places',
  source:
    'Ridout M.S., Demétrio C.G.B., Firth D. (1999), Estimating intraclass correlation for binary data, Biometrics 55: analysis of variance estimator.',
  method: ['small-areas'],
  needs: [answerInput, { ...groupsInput, labels: { en: 'Places', es: 'Lugares' } }],
  compute: (context, home) => {
    const rates = groupRates(context);
    return partsTable(home, context, { statistic: 'index', interval: 't' }, [
      {
        key: 'icc',
        labels: home.labels,
        grid: rates.grid,
        base: rates.base,
        baseAt: rates.baseAt,
        point: rates.pointOf(intraclass),
        finish: inRange(-1, 1),
        restsOn: rates.restsOn,
        told: (at) => {
          const kept = rates.baseAt(at);
          const half = (from: number) =>
            countOf(
              rates.grid,
              at,
              kept.filter((one) => one % 2 === from)
            );
          return [half(1), half(0)];
        }
      }
    ]);
  },
  examples: [
    {
      // MSB = 4 x (.5 x .25 + .5 x .25) / 1 = 1; MSW = 0: rho = 1
      title: 'all of one place and none of the other: rho is 1',
      given: { need: ['y', 'y', 'n', 'n'], place: ['a', 'a', 'b', 'b'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'p', variables: ['place'], yes: ['a', 'b'], no: [] }
      },
      expect: { value: 1, n: 4 }
    },
    {
      // MSB = 0, MSW = 4 x .25 / 2 = .5, n0 = 2: rho = -.5 / .5
      title: 'half of each place: as little clustering as two places of two can have',
      given: { need: ['y', 'n', 'y', 'n'], place: ['a', 'a', 'b', 'b'] },
      inputs: {
        answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
        groups: { questionId: 'p', variables: ['place'], yes: ['a', 'b'], no: [] }
      },
      expect: { value: -1, n: 4 }
    }
  ]
});

/** Weighted shares and rates; unweighted sizes for the degrees of freedom. */
const intraclass: GroupIndex = (rates, shares, sizes) => {
  const n = sizes.reduce((a, b) => a + b, 0);
  const places = sizes.length;
  const mean = overallRate({ rates, shares });
  const between =
    (n * rates.reduce((sum, rate, g) => sum + shares[g]! * (rate - mean) ** 2, 0)) / (places - 1);
  const inside =
    (n * rates.reduce((sum, rate, g) => sum + shares[g]! * rate * (1 - rate), 0)) / (n - places);
  const usual = (n - sizes.reduce((sum, size) => sum + size * size, 0) / n) / (places - 1);
  return (between - inside) / (between + (usual - 1) * inside);
};
