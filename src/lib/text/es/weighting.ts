import type { weighting as english } from '../en/weighting';

export const weighting: typeof english = {
  link: 'Pesos',
  title: (wave) => `Pesos: ${wave}`,
  lead: 'Haga que las respuestas se parezcan a la gente de quien hablan, y vea lo que cuesta.',
  inUse: 'En uso ahora',
  usesMade: (when) => `Pesos hechos aquí el ${when}.`,
  usesFile: (variable) => `Los pesos del archivo: ${variable}.`,
  usesNone: 'Ninguno: cada respuesta cuenta igual.',
  usesBroken:
    'Los pesos en uso no corresponden a estas respuestas. Hágalos de nuevo, o use los del archivo.',
  make: 'Hacer pesos',
  method: 'Cómo',
  methods: {
    rake: 'Rastrillado: varias tablas de totales conocidos',
    poststratify: 'Posestratificación: una tabla de totales conocidos',
    casper: 'CASPER: viviendas entre entrevistas, por conglomerado'
  },
  methodHint:
    'El rastrillado es lo usual. Los pesos CASPER no piden totales de personas, solo el número de viviendas.',
  base: 'Partir de',
  baseNone: 'Pesos iguales',
  baseCasper: 'Pesos CASPER (llene lo de abajo)',
  baseHint: 'El peso que recibió cada respuesta al sacar la muestra, si lo tiene.',
  margins: 'Totales conocidos',
  marginsHint:
    'Una línea por grupo: pregunta, respuesta, personas. Por ejemplo "tenure,rent,90000". También sirven partes como 52%, o una tabla por pregunta con líneas en blanco entre ellas.',
  marginsFile: 'O un archivo CSV con ellos',
  marginsFileHint: 'Lo que trae el archivo toma el lugar del texto.',
  boxes: 'O llene casillas',
  boxesLead: 'Elija preguntas para tener una casilla por cada respuesta.',
  showBoxes: 'Mostrar las casillas',
  targetOf: (question, answer) => `${question}: ${answer}`,
  answered: (n) => `${n} contestaron esto`,
  total: 'Personas en total',
  totalHint:
    'Hace falta cuando las tablas suman números distintos, o cuando da partes. Vacío: lo que digan las tablas.',
  keepUnknown: 'Dejar las respuestas en blanco como un grupo aparte',
  keepUnknownHint:
    'Guardan la parte del peso que tienen ahora. Sin esto, los blancos no se aceptan.',
  trim: 'Los pesos mayores',
  trims: {
    none: 'Dejarlos como están',
    usual: 'Cortar en el límite usual (mediana más seis veces el rango del medio)',
    ratio: 'Cortar en veces del peso medio'
  },
  lower: 'Al menos, veces la media',
  upper: 'A lo más, veces la media',
  casper: 'CASPER',
  cluster: 'Columna del conglomerado',
  noCluster: 'Elija una columna',
  households: 'Viviendas en toda el área',
  clusters: 'Conglomerados elegidos',
  clustersHint: 'También donde no se halló a nadie. Casi siempre 30.',
  makeAction: 'Hacer pesos',
  made: 'Los pesos están hechos. Nada los usa todavía: mírelos primero.',
  nowUsed: 'Desde ahora todas las figuras de esta ronda usan estos pesos.',
  nowDropped: 'Todas las figuras de esta ronda usan otra vez los pesos del archivo.',
  report: 'Lo que salió',
  reportOf: (when) => `Hechos el ${when}`,
  converged: (rounds) =>
    rounds === '1'
      ? 'Se cumplen todas las metas, después de una vuelta.'
      : `Se cumplen todas las metas, después de ${rounds} vueltas.`,
  cut: (times, answers, most) =>
    `${answers} pesos se cortaron a ${most} como mucho, y las metas se cumplieron otra vez (${times} veces).`,
  notCut: (most) => `Ningún peso pasa del límite de ${most}.`,
  stands: (n, people) => `${n} respuestas hablan por ${people} personas.`,
  effect: (deff, n, effective) =>
    `Efecto de diseño ${deff}: ${n} respuestas valen lo mismo que ${effective} iguales.`,
  effectMeans: {
    low: 'Es poco. Los rangos apenas se ensanchan.',
    medium: 'Es lo usual. Los rangos se ensanchan un poco.',
    high: 'Es mucho. Junte grupos pequeños o corte los pesos mayores.'
  },
  effectBefore: (deff) => `Antes era ${deff}.`,
  range: (min, median, max) =>
    `La respuesta más ligera habla por ${min} personas, la del medio por ${median}, la más pesada por ${max}.`,
  spread: (cv) => `Los pesos difieren en ${cv} de su media.`,
  fit: (question) => `Ajuste: ${question}`,
  fitColumns: {
    group: 'Grupo',
    answers: 'Respuestas',
    target: 'Meta',
    before: 'Antes',
    after: 'Después'
  },
  unknown: '(sin respuesta)',
  forAnalysts: 'Estas cuentas son para analistas. No son para publicar.',
  notes: 'Conviene saber',
  use: 'Usar estos pesos',
  stop: 'Dejar de usarlos',
  stopText: 'Las figuras usan entonces los pesos del archivo, o ninguno.',
  using: 'En uso',
  all: 'Pesos hechos para estas respuestas',
  show: 'Mostrar',
  whatChanges:
    'Las figuras congeladas guardan sus números. Las afirmaciones con otros pesos se marcan para que alguien las vea de nuevo.',
  afterImport: 'Hacer pesos con totales conocidos',
  weightsLater:
    'Los pesos también se pueden hacer después de importar, con totales conocidos. Para una muestra CASPER elija «Al azar», el conglomerado como unidad de muestreo, y haga entonces los pesos CASPER.',
  replicates: 'Pesos replicados',
  replicatesFound: (first, last, n) =>
    `Hay ${n} columnas de pesos replicados, de ${first} a ${last}. Los rangos salen de ellas cuando diga cómo se hicieron; hasta entonces, de los estratos y las unidades de muestreo.`,
  replicatesType: 'Cómo se hicieron',
  replicateTypes: {
    jackknife: 'Jackknife',
    brr: 'Replicación repetida balanceada',
    fay: 'Método de Fay',
    bootstrap: 'Bootstrap',
    'successive-difference': 'Diferencias sucesivas (ACS)'
  },
  replicatesUnknown: 'No se sabe',
  replicatesRho: 'Factor de Fay',
  replicatesRhoHint: 'Solo para el método de Fay: un número de 0 a menos de 1, como 0.5'
};
