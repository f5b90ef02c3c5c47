import type { explore as english } from '../en/explore';

export const explore: typeof english = {
  title: 'Explorar',
  tabs: { figures: 'Figuras' },
  show: 'Mostrar',
  by: 'por',
  in: 'en',
  wave: 'ronda',
  versus: 'comparado con',
  people: 'personas',
  peopleIn: (place: string) => `personas en ${place}`,
  everyone: 'Todas las personas',
  allPlaces: 'Todos los lugares',
  places: 'Vecindario',
  changeView: 'Cambiar la vista',
  update: 'Mostrar',
  views: { label: 'Vista', dots: 'Puntos', bars: 'Barras', map: 'Mapa', answers: 'Respuestas' },
  addToExhibit: 'Agregar a una prueba',
  indicatorPage: 'Todo sobre esta medida',
  mapHeading: 'Por vecindario',
  noData: {
    title: 'Todavía no hay nada que explorar',
    text: 'Importe una encuesta. Sus preguntas se vuelven medidas que puede comparar por grupo, lugar y ronda.'
  },
  refusedTitle: 'Esta figura no se puede mostrar',
  offer: { dots: 'Mostrarla con puntos', bars: 'Mostrarla con barras' },
  how: {
    title: 'Cómo lo sabemos',
    question: 'Pregunta',
    countedAsYes: 'Cuenta como sí',
    base: 'Del total de',
    who: 'A quién se preguntó',
    answers: (n: string) => `${n} respuestas conservadas.`,
    when: 'Cuándo',
    mode: 'Cómo respondió la gente',
    sample: 'Cómo se eligió a la gente',
    weights: 'Pesos',
    design: 'Diseño',
    designWords: (strata: string, psus: string) => `${strata} estratos, ${psus} lugares elegidos`,
    replicateWords: (count: string, kind: string) => `${count} pesos replicados (${kind})`,
    range: 'Rango',
    rangesOf: {
      sampling:
        'Rangos del 95% de Korn y Graubard para porcentajes, con los estratos, lugares elegidos y pesos que se conocen.',
      model:
        'Intervalo basado en un modelo (supone que los pesos quitan el sesgo de selección), de Korn y Graubard para proporciones.',
      none: 'Sin rangos: no hubo sorteo.'
    },
    privacy: 'Privacidad',
    privacyWords: (threshold: string) =>
      `Se ocultan los números que descansan en menos de ${threshold} personas, y otros con ellos cuando permitirían calcularlos.`,
    sponsor: 'Pagada por',
    limits: 'Lo que no puede mostrar',
    notWhy: 'Por qué algo es así, ni qué lo cambiaría.',
    unknown: 'No se sabe',
    source: 'Definición',
    usedIn: 'Usada en',
    notUsed: 'Todavía no se usa.',
    version: (n: string) => `Versión de datos ${n}`
  },
  group: {
    measures: 'Necesidades',
    prevalence: 'Proporciones',
    answers: 'Respuestas',
    services: 'Servicios y obstáculos',
    gaps: 'Otras medidas de necesidad',
    between: 'Entre grupos y lugares',
    community: 'Comunidad y sistemas'
  },
  indicators: {
    'unmet-need-rate': 'Necesidad no atendida, del total',
    'coverage-gap': 'Necesidad no atendida, de quienes la tenían',
    'access-barriers': 'Obstáculos para recibir ayuda',
    'importance-satisfaction': 'Importancia y satisfacción',
    prevalence: 'Proporción de personas',
    'answer-shares': 'Todas las respuestas',
    'people-in-need': 'Personas con necesidad',
    'group-gap': 'Brecha entre grupos'
  },
  indicator: {
    change: 'En el tiempo',
    byPlace: 'Por vecindario',
    level: { mezzo: 'Mezo: grupo o lugar', macro: 'Macro: toda la población' },
    cannotCompare:
      'Algo cambió entre las rondas, así que un cambio puede venir de la encuesta misma.',
    changeNote: 'Las dos rondas se eligieron por separado, así que sus errores se suman.',
    deprivation: {
      title: 'Cuánto depende de lo elegido',
      ranks: 'El orden de las zonas, hecho de otra manera',
      ranksLead:
        'El índice cuenta a quienes tienen un tercio de las carencias o más, todas por igual. Aquí se hace con otros cortes y pesos. Solo participan las zonas cuyo índice se muestra.',
      made: 'Hecho con',
      setting: (cutoff, weights) => `corte ${cutoff}, ${weights}`,
      weights: { equal: 'todas por igual', 'rarer-more': 'las menos frecuentes cuentan más' },
      correlation: 'Correlación de rangos',
      unchanged: 'Pares de zonas en el mismo orden',
      allTies: 'todas iguales',
      fewAreas: 'Se pueden mostrar menos de tres zonas, así que no se dice nada de su orden.',
      overlaps: '¿Dos carencias dicen lo mismo?',
      overlapsLead:
        'Donde casi todas las personas con una carencia tienen también otra, puede ser una sola contada dos veces.',
      overlap: (rarer, other, share) =>
        `«${rarer}» y «${other}»: ${share} de quienes tienen la primera tienen también la segunda.`,
      noOverlaps: 'Se muestran muy pocas respuestas para saberlo.'
    },
    battery: {
      title: 'Quién nombró qué',
      lead: 'Cada persona podía nombrar varias cosas, así que los porcentajes de un grupo pueden sumar más de 100.',
      named: 'Lo que nombraron',
      differs: (group) =>
        `${group}: con todas las respuestas juntas, lo que nombraron difiere de lo que nombraron las demás personas más de lo que explica el azar.`,
      oneByOne: (options) => `Una por una, esto vale para: ${options}.`,
      alike: (group) =>
        `${group}: con todas las respuestas juntas, el azar por sí solo podría explicar la diferencia con las demás personas.`,
      numbers: (f, df1, df2, p) => `F(${df1}, ${df2}) = ${f}, p ${p}`,
      untested: 'Se muestran muy pocas respuestas de algún tipo para probar si los grupos difieren.'
    }
  },
  issues: {
    'nothing-to-show': 'No hay una medida con ese nombre en ninguna ronda.',
    'no-such-wave': 'No hay tal ronda aquí.',
    'wave-without-responses': 'Esta ronda todavía no tiene respuestas.',
    'benchmark-missing':
      'Esta medida necesita un número publicado que aún no está. Agréguelo en Indicadores.',
    'no-such-measure': 'Esta ronda no tiene esa medida.',
    'group-unknown': 'Esta ronda no se puede dividir así.',
    'area-unknown': 'Esta ronda no tiene lugares.',
    'sample-type-missing':
      'No se puede publicar nada de esta ronda hasta fijar su tipo de muestra. Fíjelo en Datos.',
    'no-needs': 'Ninguna pregunta de esta ronda está ligada a una necesidad. Líguela en Datos.',
    'design-lonely-psu':
      'Un estrato tiene un solo lugar elegido. Elija una regla en Datos, en el diseño de la ronda.',
    'design-weighting-other-version':
      'Los pesos de esta ronda se hicieron para una importación anterior. Hágalos de nuevo en Datos, Pesos.',
    'design-weighting-unknown':
      'Los pesos de esta ronda ya no están. Hágalos de nuevo en Datos, Pesos.',
    other:
      'Esta figura no se pudo hacer con el diseño guardado. Revise el diseño de la ronda en Datos.'
  }
};
