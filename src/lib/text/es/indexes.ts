import type { indexes as english } from '../en/indexes';

export const indexes: typeof english = {
  title: 'Índices',
  subtitle:
    'Un número para cada zona, hecho de varias medidas. 0 es la menor necesidad, 100 la mayor.',
  areasNotPeople: 'Un índice habla de zonas, no de personas. No dice nada de quienes viven ahí.',
  make: 'Hacer un índice',
  makeText:
    'Elija dos medidas o más. Los límites son las proporciones que valen 0 y 100; se quedan con esta versión para poder comparar encuestas.',
  name: 'Nombre',
  nameHint: 'Por ejemplo, "Necesidad de vivienda por vecindario".',
  measures: 'Medidas',
  use: 'Usar',
  measure: 'Medida',
  low: 'Límite bajo, por ciento',
  high: 'Límite alto, por ciento',
  more: 'Más significa',
  directions: { 'lower-is-better': 'más necesidad', 'higher-is-better': 'menos necesidad' },
  aggregation: 'Cómo se juntan',
  aggregations: {
    arithmetic: 'Media aritmética: un buen valor compensa uno malo',
    geometric: 'Media geométrica: un buen valor compensa menos'
  },
  aggregationShort: { arithmetic: 'media aritmética', geometric: 'media geométrica' },
  note: '¿Para qué es esta versión?',
  noteHint: 'Qué cambió frente a la versión anterior y por qué.',
  save: 'Guardar esta versión',
  empty: {
    title: 'Todavía no hay índices',
    text: 'Un índice junta varias medidas en un número para cada zona, con pesos que fija su coalición.'
  },
  cannot: {
    title: 'Todavía no se puede hacer un índice',
    text: 'Un índice necesita una encuesta con zonas, como vecindarios, y dos medidas o más.'
  },
  version: (number) => `Versión ${number}`,
  versions: 'Versiones',
  newVersion: 'Nueva versión',
  newVersionText:
    'Una versión nueva parte de la más reciente. Las anteriores y sus resultados quedan como están.',
  settled: (day) => `Pesos fijados el ${day}`,
  settledShort: 'Fijados',
  open: 'Pesos todavía abiertos',
  openNote: 'Los pesos siguen abiertos, así que los números de abajo pueden cambiar.',
  weights: 'Pesos',
  weightsText: (count) =>
    count === 0
      ? 'Ninguna organización ha dado puntos, así que todas las medidas pesan lo mismo.'
      : count === 1
        ? 'Los puntos de 1 organización.'
        : `La media de los puntos de ${count} organizaciones. Cada una cuenta igual.`,
  give: 'Dé sus 100 puntos',
  giveText: (organization) =>
    `Reparta 100 puntos por ${organization}. Reemplazan lo que dio antes.`,
  points: 'Puntos',
  spread: (least, most) => `${least} a ${most} puntos`,
  saved: 'Los puntos quedaron guardados.',
  settle: 'Fijar los pesos',
  settleText:
    'Después de esto los pesos de esta versión no pueden cambiar. Un cambio es una versión nueva.',
  weight: 'Peso',
  effective: 'Peso efectivo',
  effectiveNote:
    'El peso efectivo es cuánto mueve en verdad una medida al índice aquí: una que casi no varía mueve poco.',
  readMethod: 'Leer cómo se hace un índice',
  goalposts: 'Límites',
  goalpostRange: (low, high) => `${low} a ${high}`,
  resultIn: (wave) => `Por zona, ${wave}`,
  noWave: 'Ninguna encuesta mide por zona todo lo de esta versión.',
  area: 'Zona',
  index: 'Índice',
  range: 'Rango de 95%',
  likelyRank: 'Lugar probable',
  drawRank: 'Lugar si se hace de otro modo',
  drawRankHint: 'Nueve de cada diez sorteos',
  otherRank: (aggregation) => `Lugar con ${aggregation}`,
  firstShare: 'Entre los tres primeros',
  withoutTitle: 'Zonas sin índice',
  withoutText: 'Una zona tiene índice solo donde se pueden mostrar todas sus medidas.',
  tooFew: 'Se pueden mostrar menos de tres zonas, así que no se dice nada de su orden.',
  robustness: 'Qué tan firmes son los lugares',
  robustnessText: (draws, shift) =>
    `En ${draws} otras maneras de hacerlo, una zona se mueve ${shift} lugares en promedio.`,
  robustnessNote:
    'Cada manera sortea los pesos cerca de los de la coalición, la escala, la media y los números dentro de sus rangos.',
  sensitivity: 'Qué mueve los lugares',
  choice: 'Elección',
  alone: 'Sola',
  withOthers: 'Con las demás',
  choices: {
    weights: 'Pesos',
    normalization: 'Escala de las medidas',
    aggregation: 'Tipo de media',
    values: 'Error de muestreo'
  },
  nothingMoves: 'Nada los mueve.',
  finding: (area, rank) =>
    `${area} ocupa el ${rank} lugar de necesidad si solo cuenta el error de muestreo.`,
  modelled: 'Cada medida por zona, con modelo',
  modelledText:
    'Con la marca [e]: un modelo acerca cada zona a la media de todas, más cuantas menos respuestas tiene. No es lo que la encuesta halló en esa zona.',
  modelledHidden:
    'Una zona oculta por privacidad, o con menos de 30 respuestas, no participa ni recibe número. Una que solo es imprecisa, sí.',
  benchmarked: (factor) =>
    `Todos los números modelados se multiplican por ${factor}, para que juntos coincidan con lo que la encuesta encontró en estas zonas.`,
  chooseMeasure: 'Medida',
  show: 'Mostrar',
  direct: 'De la encuesta',
  model: 'Con modelo',
  ownWeight: 'Peso de sus respuestas',
  remark: 'Nota',
  mostlyAverage: 'sobre todo la media de todas las zonas',
  noModel: {
    'too-few-areas': 'Se pueden usar menos de ocho zonas, muy pocas para un modelo.',
    'variance-not-positive': 'Todas las zonas respondieron igual, así que no hay qué modelar.',
    'covariate-missing': 'A algunas zonas les falta un número conocido.',
    'covariate-constant': 'El número conocido es igual en todas las zonas.'
  },
  boundariesTitle: '¿Importan los límites entre zonas?',
  boundaries: (zones, ways, correlation, depends) =>
    `Unidas en ${zones} grupos de zonas vecinas de ${ways} maneras, las zonas conservan su orden con una correlación de ${correlation}. ${
      depends ? 'El orden depende de los límites.' : 'El orden se mantiene.'
    }`,
  noBoundaries: 'Se muestran muy pocas zonas con contorno para probar otros límites.',
  problems: {
    'index-name-missing': 'Escriba un nombre.',
    'index-name-taken': 'Ya hay un índice con este nombre. Elija otro.',
    'index-too-few': 'Elija dos medidas o más.',
    'index-measure-twice': 'Una medida está dos veces en la lista.',
    'index-measure-unknown': 'Ya ninguna encuesta tiene esta medida por zona.',
    'goalposts-unreadable': 'Escriba límites de 0 a 100 por ciento.',
    'goalposts-order': 'El límite alto debe estar arriba del bajo.',
    'direction-missing': 'Diga si más significa más o menos necesidad.',
    'points-unreadable': 'Escriba 0 puntos o más.',
    'weights-settled': 'Los pesos de esta versión están fijados. Haga una versión nueva.',
    'not-here': 'Esto ya no está aquí.',
    'index-wave-lacks': 'Esta encuesta no mide por zona todo lo de esta versión.'
  },
  pointsSum: (total) => `Los puntos suman ${total}. Deben sumar 100.`,
  back: 'Todos los índices'
};
