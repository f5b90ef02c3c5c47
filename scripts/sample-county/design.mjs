/** How each wave was made, in the items a method statement needs, English and Spanish. */
import { strata } from './places.mjs';

const psus = Object.values(strata).reduce((sum, { psus: count }) => sum + count, 0);

/**
 * @param {{ year: 2023 | 2026, population: number, ladder: import('./sample.mjs').Ladder }[]} waves
 */
export const describeDesign = (waves) => ({
  fictional: true,
  survey: {
    name: {
      en: 'Sorrel County community survey',
      es: 'Encuesta comunitaria del condado de Sorrel'
    },
    place: 'Sorrel County',
    zone: 'America/Chicago'
  },
  form: ['xlsform-survey.csv', 'xlsform-choices.csv', 'xlsform-settings.csv'],
  map: {
    file: 'neighborhoods.geojson',
    river: 'river.geojson',
    outline: 'outline.geojson',
    variable: 'neighborhood',
    key: 'id'
  },
  waves: waves.map(({ year, population, ladder }) => ({
    file: `wave-${year}.csv`,
    name: String(year),
    fieldedFrom: year === 2023 ? '2023-03-20' : '2026-03-16',
    fieldedTo: year === 2023 ? '2023-05-28' : '2026-05-31',
    sampleType: 'probability',
    population,
    margins: year === 2026 ? 'margins.csv' : `margins-${year}.csv`,
    ladder: `response-ladder-${year}.json`,
    eligible: { variable: 'consent', code: 'yes' },
    strata: 'stratum',
    psu: 'psu',
    weight: 'base_weight',
    sponsor: {
      en: 'Sorrel County Community Coalition, paid for by the Tansy Valley Foundation (both invented)',
      es: 'Coalición Comunitaria del Condado de Sorrel, con fondos de la Fundación Tansy Valley (ambas inventadas)'
    },
    conductedBy: {
      en: 'Sorrel Community College, survey class and field team (invented)',
      es: 'Sorrel Community College, clase de encuestas y equipo de campo (inventado)'
    },
    universe: {
      en: 'Adults 18 and over living in homes in Sorrel County',
      es: 'Personas de 18 años o más que viven en hogares del condado de Sorrel'
    },
    sampling: {
      en: `Four strata of neighborhoods; ${psus} block groups drawn with probability proportional to homes; ${ladder.invited.toLocaleString('en-US')} addresses drawn at random in them; one adult at random in each home`,
      es: `Cuatro estratos de vecindarios; ${psus} grupos de manzanas elegidos con probabilidad proporcional a sus hogares; ${ladder.invited.toLocaleString('en-US')} direcciones al azar dentro de ellos; una persona adulta al azar en cada hogar`
    },
    mode: {
      en: 'Mail, web and telephone, in English and Spanish',
      es: 'Correo, internet y teléfono, en inglés y español'
    },
    weights: {
      en: 'Inverse of the chance of selection, adjusted for nonresponse within each stratum. Not yet fitted to the population margins',
      es: 'Inverso de la probabilidad de selección, ajustado por falta de respuesta en cada estrato. Aún sin ajustar a los totales de la población'
    },
    limits: {
      en: 'More than one home in five took part; older people and owners answered more often. People without an address, and those who live in dormitories, nursing homes or jail, could not be drawn. Fallow Ridge and Sandbar Point are small, and most of their figures cannot be shown',
      es: 'Participó más de uno de cada cinco hogares; las personas mayores y las dueñas de su casa contestaron más. No pudieron ser elegidas las personas sin domicilio ni las que viven en residencias, asilos o cárceles. Fallow Ridge y Sandbar Point son pequeños y la mayoría de sus cifras no se pueden mostrar'
    }
  }))
});
