/**
 * The ten kinds of need and who meets them. Numbers are shifts on the log-odds scale; `target` is the
 * share of adults with the need unmet that the model is set to, per wave.
 *
 * @typedef {object} Domain
 * @property {string} id
 * @property {string} en words after "help with"
 * @property {string} es words after "ayuda con"
 * @property {Record<number, number>} target
 * @property {number} met share with the need and full help, among those without an unmet need
 * @property {Partial<Record<'poverty' | 'renter' | 'spanish' | 'disability' | 'children' | 'older' | 'younger' | 'moved', number>>} who
 * @property {Record<string, number>} where
 */

/** @type {Domain[]} */
export const domains = [
  {
    id: 'rent',
    en: 'paying the rent or mortgage',
    es: 'pagar la renta o la hipoteca',
    target: { 2023: 0.34, 2026: 0.41 },
    met: 0.07,
    who: { poverty: 0.75, renter: 0.9, spanish: 0.2, disability: 0.35, younger: 0.3, older: -0.35 },
    where: { tannery_row: 0.45, court_square: 0.25, sandbar_point: 0.6, hollis_park: -0.6 }
  },
  {
    id: 'dental',
    en: 'seeing a dentist',
    es: 'ir al dentista',
    target: { 2023: 0.36, 2026: 0.36 },
    met: 0.18,
    who: { poverty: 0.7, spanish: 0.35, disability: 0.4, older: 0.3 },
    where: { las_palomas: 0.4, coldspring: 0.25, chapel_green: 0.15, hollis_park: -0.5 }
  },
  {
    id: 'mental',
    en: 'mental health care',
    es: 'atención de salud mental',
    target: { 2023: 0.29, 2026: 0.31 },
    met: 0.13,
    who: { poverty: 0.35, disability: 0.75, younger: 0.5, older: -0.5, children: 0.2 },
    where: { coldspring: 0.3, foundry_ward: 0.2 }
  },
  {
    id: 'streets',
    en: 'making a street or crossing near home safer',
    es: 'hacer más segura una calle o un cruce cerca de casa',
    target: { 2023: 0.27, 2026: 0.27 },
    met: 0.05,
    who: { poverty: 0.25, children: 0.45, disability: 0.3 },
    where: {
      foundry_ward: 0.7,
      court_square: 0.5,
      tannery_row: 0.4,
      hollis_park: -0.7,
      coldspring: -0.5,
      fallow_ridge: -0.7
    }
  },
  {
    id: 'food',
    en: 'getting enough food',
    es: 'tener suficiente comida',
    target: { 2023: 0.2, 2026: 0.24 },
    met: 0.12,
    who: {
      poverty: 0.95,
      renter: 0.5,
      spanish: 0.15,
      disability: 0.4,
      children: 0.25,
      older: -0.2
    },
    where: { tannery_row: 0.35, sandbar_point: 0.4, hollis_park: -0.5 }
  },
  {
    id: 'medicine',
    en: 'the cost of medicine',
    es: 'el costo de las medicinas',
    target: { 2023: 0.21, 2026: 0.215 },
    met: 0.12,
    who: { poverty: 0.65, disability: 0.8, older: 0.45, younger: -0.4 },
    where: { foundry_ward: 0.3, chapel_green: 0.2 }
  },
  {
    id: 'rides',
    en: 'rides to work or school',
    es: 'transporte al trabajo o a la escuela',
    target: { 2023: 0.19, 2026: 0.195 },
    met: 0.07,
    who: { poverty: 0.7, renter: 0.3, younger: 0.45, older: -0.6, disability: 0.3 },
    where: { las_palomas: 0.8, coldspring: 0.6, fallow_ridge: 0.6, court_square: -0.4 }
  },
  {
    id: 'childcare',
    en: 'child care',
    es: 'el cuidado de niños',
    target: { 2023: 0.155, 2026: 0.175 },
    met: 0.05,
    who: { poverty: 0.2, children: 3.1, younger: 0.4, older: -0.9 },
    where: { brightwater: 0.6, la_esperanza: 0.2 }
  },
  {
    id: 'internet',
    en: 'getting internet at home',
    es: 'tener internet en casa',
    target: { 2023: 0.225, 2026: 0.165 },
    met: 0.08,
    who: { poverty: 0.75, older: 0.5, spanish: 0.3 },
    where: { coldspring: 0.8, fallow_ridge: 0.9, las_palomas: 0.6, court_square: -0.3 }
  },
  {
    id: 'legal',
    en: 'legal help',
    es: 'ayuda legal',
    target: { 2023: 0.15, 2026: 0.15 },
    met: 0.06,
    who: { poverty: 0.4, renter: 0.5, spanish: 0.7, older: -0.3 },
    where: { la_esperanza: 0.6, sandbar_point: 0.5 }
  }
];

/**
 * Share of households that skipped or cut meals for the rent, by tenure: the finding planted in the
 * sample.
 * @type {Record<number, Record<string, number>>}
 */
export const skippedMeals = {
  2023: { rent: 0.285, own: 0.16, no_rent: 0.26, other: 0.5 },
  2026: { rent: 0.37, own: 0.18, no_rent: 0.28, other: 0.5 }
};

/** @type {{ id: string, en: string, es: string, importance: number, satisfaction: number, unknown: number }[]} */
export const services = [
  {
    id: 'parks',
    en: 'Parks and playgrounds',
    es: 'Parques y áreas de juego',
    importance: 3.6,
    satisfaction: 3.9,
    unknown: 0.04
  },
  {
    id: 'buses',
    en: 'Bus service',
    es: 'Servicio de autobuses',
    importance: 3.7,
    satisfaction: 2.7,
    unknown: 0.16
  },
  {
    id: 'roads',
    en: 'Streets and sidewalks',
    es: 'Calles y banquetas',
    importance: 4.3,
    satisfaction: 2.8,
    unknown: 0.01
  },
  {
    id: 'library',
    en: 'Libraries',
    es: 'Bibliotecas',
    importance: 3.5,
    satisfaction: 4.2,
    unknown: 0.12
  },
  {
    id: 'clinics',
    en: 'County health clinics',
    es: 'Clínicas de salud del condado',
    importance: 4.4,
    satisfaction: 3.2,
    unknown: 0.18
  },
  {
    id: 'emergency',
    en: 'Fire and ambulance service',
    es: 'Bomberos y ambulancias',
    importance: 4.7,
    satisfaction: 4,
    unknown: 0.14
  },
  {
    id: 'housing',
    en: 'Help with housing',
    es: 'Ayuda con la vivienda',
    importance: 4.3,
    satisfaction: 2.3,
    unknown: 0.22
  },
  {
    id: 'youth',
    en: 'After-school and youth programs',
    es: 'Programas para niños y jóvenes',
    importance: 4,
    satisfaction: 3,
    unknown: 0.2
  }
];

/** @type {{ id: string, en: string, es: string, odds: number }[]} */
export const barriers = [
  { id: 'cost', en: 'It cost too much', es: 'Costaba demasiado', odds: 0.3 },
  { id: 'hours', en: 'The hours did not work for me', es: 'El horario no me convenía', odds: -1.1 },
  {
    id: 'distance',
    en: 'Too far away, or no way to get there',
    es: 'Muy lejos o sin manera de llegar',
    odds: -1.35
  },
  { id: 'language_gap', en: 'No one spoke my language', es: 'Nadie hablaba mi idioma', odds: -3.7 },
  { id: 'unaware', en: 'Did not know where to go', es: 'No sabía a dónde ir', odds: -0.85 },
  {
    id: 'waiting',
    en: 'The waiting list was too long',
    es: 'La lista de espera era muy larga',
    odds: -0.45
  },
  {
    id: 'unwelcome',
    en: 'Felt unwelcome or judged',
    es: 'No me sentí bienvenido o me sentí juzgado',
    odds: -2.1
  },
  {
    id: 'paperwork',
    en: 'Too much paperwork, or was turned down',
    es: 'Demasiado papeleo o me negaron la ayuda',
    odds: -1
  },
  { id: 'other', en: 'Another reason', es: 'Otra razón', odds: -2.7 },
  { id: 'none', en: 'None of these', es: 'Ninguna de estas', odds: -Infinity }
];
