import type { change as english } from '../en/change';

const points = (n: string): string => (n === '1' ? '1 punto' : `${n} puntos`);

export const change: typeof english = {
  title: 'Cambio en el tiempo',
  lead: 'Una medida, ronda por ronda. Un cambio solo se dice cuando una prueba lo apoya.',
  survey: 'Encuesta',
  measure: 'Medida',
  part: 'Parte',
  waves: 'Rondas',
  margin: 'Un cambio menor que este no importaría',
  marginHint: 'En puntos para porcentajes; si no, en la unidad de la medida.',
  planned: 'Respuestas previstas para la próxima ronda',
  plannedHint: 'Para ver qué podría decir esa ronda.',
  showAction: 'Mostrar',
  method: 'Cómo se calcula el cambio',
  oneWave: 'Hasta ahora hay una ronda. Importe la siguiente para ver el cambio.',
  noMeasure: {
    title: 'Todavía no hay nada que seguir',
    text: 'Importe una encuesta y una sus preguntas con medidas. Con la próxima ronda, aquí se ve el cambio.'
  },
  inWave: (value, wave) => `${value} en ${wave}`,
  steps: 'De ronda a ronda',
  between: (earlier, later) => `${earlier} a ${later}`,
  by: (signed, range) => `El cambio es de ${signed} puntos (${range}).`,
  byNumber: (signed, range) => `El cambio es de ${signed} (${range}).`,
  shared: 'Estas rondas visitaron los mismos lugares, y el rango lo toma en cuenta.',
  within: (margin) => `Si hubo un cambio, fue menor de ${points(margin)}.`,
  withinNumber: (margin) => `Si hubo un cambio, fue menor de ${margin}.`,
  seen: (size) => `Esta encuesta habría podido ver un cambio de ${points(size)}.`,
  seenNumber: (size) => `Esta encuesta habría podido ver un cambio de ${size}.`,
  seenMeans: 'Un cambio de ese tamaño se encontraría cuatro veces de cada cinco.',
  hidden: 'Uno de los dos números no se muestra, así que no se dice nada de un cambio.',
  amongThose: (from, to, earlier, later) =>
    `Entre quienes respondieron fue ${from} en ${earlier} y ${to} en ${later}. Pueden ser personas distintas cada vez.`,
  notCompared: 'No compare estas dos rondas.',
  trend: 'En todas las rondas',
  trendWaves: (n) => `Las últimas ${n} rondas preguntaron igual.`,
  rose: {
    year: (by, range) => `Subió ${points(by)} por año (${range}).`,
    wave: (by, range) => `Subió ${points(by)} de ronda a ronda (${range}).`
  },
  fell: {
    year: (by, range) => `Bajó ${points(by)} por año (${range}).`,
    wave: (by, range) => `Bajó ${points(by)} de ronda a ronda (${range}).`
  },
  roseNumber: {
    year: (by, range) => `Subió ${by} por año (${range}).`,
    wave: (by, range) => `Subió ${by} de ronda a ronda (${range}).`
  },
  fellNumber: {
    year: (by, range) => `Bajó ${by} por año (${range}).`,
    wave: (by, range) => `Bajó ${by} de ronda a ronda (${range}).`
  },
  noTrend: 'Las rondas no permiten saber si sube o baja.',
  plan: 'La próxima ronda',
  plannedSees: (answers, wave, size) =>
    `Con ${answers} respuestas, la próxima ronda podría ver un cambio de ${points(size)} desde ${wave}.`,
  plannedNeeds: (answers, wave, size) =>
    `Para ver un cambio de ${points(size)} desde ${wave}, necesita unas ${answers} respuestas.`,
  plannedCannot: (wave, size) =>
    `${wave} tiene muy pocas respuestas para que una próxima ronda muestre un cambio de ${points(size)}.`,
  plannedNot: 'Esto se puede planear para un porcentaje que se muestra.',
  published: {
    title: 'Comparar con una cifra publicada',
    lead: 'Por ejemplo de la American Community Survey, con su margen.',
    estimate: 'Estimación publicada',
    estimateHint: 'En porcentaje para proporciones.',
    error: 'Su margen o su error estándar',
    errorIs: 'Ese número es',
    kinds: { margin: 'un margen publicado', se: 'un error estándar' },
    level: 'Nivel del margen',
    levels: { 90: '90%', 95: '95%', 99: '99%' },
    source: 'Fuente',
    sourceHint: 'Quién la publicó y dónde.',
    year: 'Año o período',
    same: 'Habla de las mismas personas en el mismo lugar que la encuesta',
    rho: 'Correlación con la encuesta',
    rhoHint: 'Entre −1 y 1. Déjelo vacío para 0.',
    second: 'O compárela con una segunda cifra publicada',
    estimate2: 'Segunda estimación',
    error2: 'Su error, de la misma clase',
    year2: 'Su año o período',
    period: 'Años de un período',
    periodHint: '5 para estimaciones de cinco años.',
    shared: 'Años que tienen ambos períodos',
    action: 'Comparar',
    wave: (wave) => `Esta encuesta, ${wave}`,
    figure: (source, year) => (year === '' ? source : `${source}, ${year}`),
    line: (name, value, range) => `${name}: ${value} (${range}).`,
    lineAlone: (name, value) => `${name}: ${value}.`,
    above: (by, range) =>
      `La encuesta está ${points(by)} por encima de la cifra publicada (${range}).`,
    below: (by, range) =>
      `La encuesta está ${points(by)} por debajo de la cifra publicada (${range}).`,
    aboveNumber: (by, range) =>
      `La encuesta está ${by} por encima de la cifra publicada (${range}).`,
    belowNumber: (by, range) =>
      `La encuesta está ${by} por debajo de la cifra publicada (${range}).`,
    cannotTell: 'No se pueden distinguir.',
    otherPeople:
      'Hablan de otras personas o de otro lugar. Van una junto a la otra, y no se hace un número con ambas.',
    notDrawn:
      'Para esta encuesta no hubo sorteo, así que no se calcula una diferencia. Van una junto a la otra.',
    hidden: 'El número de la encuesta no se muestra, así que no se compara.',
    higher: (a, b, by, range) => `${a} está ${by} por encima de ${b} (${range}).`,
    pointsBy: points,
    same2: (a, b) => `${a} y ${b} no se pueden distinguir.`,
    tested: (level) => `Prueba al ${level}.`
  },
  issues: {
    'number-unreadable': () => 'Esto no es un número. Use cifras, por ejemplo 3.2.',
    'number-out-of-range': ({ low, high }) =>
      high === '' ? `Use ${low} o más.` : `Use un número de ${low} a ${high}.`,
    'published-incomplete': () => 'Una cifra publicada necesita su estimación y su error.',
    'source-missing': () => 'Diga quién la publicó.',
    'no-such-measure': () => 'Una de estas rondas no tiene esta medida.',
    'sample-type-missing': () =>
      'Diga primero cómo se eligió a las personas, en la página de la encuesta.'
  }
};
