import type { bench as english } from '../en/bench';

export const bench: typeof english = {
  title: 'Mesa de análisis',
  link: 'Mesa de análisis',
  lead: 'Pida cualquier número de una encuesta. Cada respuesta pasó las reglas de privacidad.',
  choose: 'Qué pedir',
  wave: 'Ronda',
  family: 'Número',
  design: 'Diseño',
  designs: { wave: 'El diseño de la ronda', none: 'Sin diseño, para comparar' },
  show: 'Elegir',
  ask: 'Mostrar la respuesta',
  method: 'Cómo se calcula',
  fieldsOf: 'La pregunta',
  yes: (label) => `${label}: respuestas que cuentan como sí`,
  asNumbers: (label) => `${label}: leer los códigos como números`,
  several: 'Mantenga Ctrl para elegir varias.',
  typed: 'Números separados por comas.',
  nothing: 'Ninguna',
  about: 'Solo estas personas',
  aboutText: 'Déjelo vacío para preguntar por todas.',
  condition: (n) => `Condición ${n}`,
  variable: 'Variable',
  op: 'Regla',
  value: 'Valor',
  codes: 'Los códigos están en el libro de códigos.',
  valueHint: 'El código de una respuesta o un número. Ponga | entre varios.',
  ops: {
    '==': 'es',
    '!=': 'no es',
    in: 'es una de',
    not_in: 'no es ninguna de',
    '>=': 'al menos',
    '<=': 'como mucho',
    '>': 'más de',
    '<': 'menos de',
    present: 'tiene respuesta',
    missing: 'no tiene respuesta'
  },
  groups: {
    estimates: 'Un número',
    groups: 'Grupos y comparaciones',
    models: 'Modelos y pruebas',
    scales: 'Conjuntos de preguntas',
    inequality: 'Desigualdad',
    sample: 'La muestra'
  },
  families: {
    mean: { name: 'Media o porcentaje', about: 'El promedio, o la parte de cada respuesta.' },
    total: { name: 'Total', about: 'Cuántos en total, ponderado a la población.' },
    ciprop: { name: 'Parte con cada rango', about: 'Una parte con cada tipo de rango.' },
    ratio: { name: 'Razón', about: 'Un total sobre otro.' },
    population_size: {
      name: 'Número de personas',
      about: 'Por cuántas personas habla la muestra.'
    },
    quantile: { name: 'Mediana, cuantiles', about: 'El valor bajo el que está una parte.' },
    mean_by: { name: 'Media o parte por grupo', about: 'El número en cada grupo.' },
    nchs: { name: 'Parte por grupo, con fiabilidad', about: 'Partes según las reglas del NCHS.' },
    table: { name: 'Tabla', about: 'Dos preguntas cruzadas, con porcentajes.' },
    chisq: { name: 'Prueba de una tabla', about: '¿Van juntas dos preguntas? Rao y Scott.' },
    ttest: { name: 'Prueba t', about: 'Una media frente a otro grupo o un número.' },
    contrast: { name: 'Diferencia de dos grupos', about: 'Diferencia, razón y razón de momios.' },
    standardize: { name: 'Tasa estandarizada', about: 'La tasa con una composición fija.' },
    glm: { name: 'Regresión', about: 'Una recta o un modelo logístico.' },
    padjust: { name: 'Valores p ajustados', about: 'Muchos valores p a la vez.' },
    select_all: { name: 'Pregunta de varias respuestas', about: 'La parte de cada opción.' },
    food_security: { name: 'Seguridad alimentaria', about: 'Las seis preguntas, de fs1 a fs5.' },
    cronbach: { name: 'Escala (alfa)', about: 'Cuánto van juntas las preguntas.' },
    kappa: { name: 'Acuerdo (kappa)', about: 'Dos codificaciones de las mismas respuestas.' },
    alkire_foster: {
      name: 'Privación (Alkire-Foster)',
      about: 'Carecer de varias cosas a la vez.'
    },
    disparity: { name: 'Disparidad de grupos', about: 'Cuán lejos están las tasas.' },
    concentration: { name: 'Índice de concentración', about: '¿Se junta en un extremo?' },
    gini: { name: 'Índice de Gini', about: 'Cuán desigual es un número.' },
    kish: { name: 'Costo de los pesos (Kish)', about: 'Lo que cuestan pesos desiguales.' },
    missingness: { name: 'Respuestas que faltan', about: 'Vacíos de cada pregunta.' }
  },
  fields: {
    y: 'Pregunta',
    by: 'Por',
    level: 'Nivel del rango',
    numerator: 'Parte de arriba',
    denominator: 'Parte de abajo',
    probs: 'Partes',
    qrules: 'Regla',
    intervals: 'Rango por',
    stat: 'Número',
    row: 'Filas',
    col: 'Columnas',
    group: 'Grupos',
    null: 'Comparado con el número',
    a: 'Primer grupo',
    b: 'Segundo grupo',
    odds: 'También razón de momios',
    stratum_var: 'Pregunta de composición',
    standard: 'Partes de sus respuestas',
    terms: 'Explicado por',
    link: 'Modelo',
    p: 'Valores p',
    options: 'Opciones',
    none: 'Opción "ninguna de estas"',
    items: 'Preguntas',
    r1: 'Primera codificación',
    r2: 'Segunda codificación',
    indicators: 'Indicadores',
    indicator_weights: 'Pesos',
    k: 'Umbral k',
    ordered: 'Los grupos tienen orden',
    lower_is_better: 'Menos es mejor',
    rank_by: 'Ordenado por',
    bounds: 'Mínimo y máximo posibles',
    vars: 'Preguntas'
  },
  choices: {
    no: 'No',
    yes: 'Sí',
    mean: 'Media',
    total: 'Total',
    identity: 'Recta (identidad)',
    logit: 'Logístico (logit)'
  },
  result: 'Respuesta',
  group: 'Grupo',
  everyone: 'Todas las usadas',
  columns: {
    estimate: 'Estimación',
    low: 'Bajo',
    high: 'Alto',
    se: 'Error estándar',
    n: 'Respuestas',
    df: 'gl',
    deff: 'Efecto del diseño'
  },
  number: 'Número',
  mark: 'Marca',
  marks: {
    released: 'Publicable',
    imprecise: 'Sin publicar: demasiado impreciso',
    hidden: 'No se muestra, para proteger la privacidad'
  },
  marksNoDesign: 'Sin publicar: sin el diseño, solo para comparar',
  csvMarks: {
    released: 'released',
    imprecise: 'unreleased: too imprecise to publish',
    hidden: 'private'
  },
  main: 'Números principales',
  all: 'Todos los números',
  download: 'Descargar CSV',
  copy: 'La dirección de esta página es la pregunta. Compártala.',
  numbers: {
    estimate: 'Estimación',
    se: 'Error estándar',
    n: 'Respuestas',
    df: 'Grados de libertad',
    df_full: 'Grados de libertad, todo el diseño',
    n_positive_weight: 'Respuestas con peso',
    sum_weights: 'Suma de pesos',
    'ci95_t.lower': 'Rango del 95%, bajo',
    'ci95_t.upper': 'Rango del 95%, alto',
    'ci95_t_full.lower': 'Rango del 95% con todos los gl, bajo',
    'ci95_t_full.upper': 'Rango del 95% con todos los gl, alto',
    'ci95_z.lower': 'Rango del 95%, normal, bajo',
    'ci95_z.upper': 'Rango del 95%, normal, alto',
    deff_with_replacement: 'Efecto del diseño',
    deff_without_replacement: 'Efecto del diseño, sin reemplazo'
  },
  designTitle: 'Diseño usado',
  designWords: {
    taylor: (strata, psus, df) =>
      `${strata} estratos, ${psus} unidades, ${df} grados de libertad. Linealización.`,
    calibrated: (strata, psus, df) =>
      `${strata} estratos, ${psus} unidades, ${df} grados de libertad. Los pesos cumplen totales conocidos.`,
    replicates: (_strata, _psus, df) => `Pesos de réplica, ${df} grados de libertad.`,
    none: () => 'Sin diseño: cada respuesta cuenta igual y por sí sola.'
  },
  rTitle: 'Lo mismo en R',
  rNone: 'R no tiene una sola llamada para esto.',
  rDiffers: 'Una convención nuestra difiere de esa llamada. La página del método dice cuál.',
  threshold: (k) => `Ningún número se apoya en 1 a ${k - 1} personas.`,
  noData: {
    title: 'Todavía no hay nada que pedir',
    text: 'Importe una encuesta. Después se puede pedir aquí cada número.'
  },
  refused: 'Sin respuesta a esta pregunta',
  issues: {
    'not-allowed': 'Solo analistas y responsables pueden preguntar aquí.',
    'no-such-wave': 'Esa ronda no existe aquí.',
    'wave-without-responses': 'Esta ronda todavía no tiene respuestas.',
    'sample-type-missing': 'Nadie ha dicho cómo se eligió a las personas. Dígalo primero en Datos.',
    'family-unknown': 'No hay un número con ese nombre.',
    'field-missing': 'Elija o rellene este campo.',
    'variable-unknown': 'Esta ronda no tiene esa pregunta, o no se puede pedir.',
    'variable-not-numbers': 'Esta pregunta no tiene números. Elija otra.',
    'variable-not-groups': 'Esta pregunta no tiene grupos. Elija otra.',
    'answer-unknown': 'Esta pregunta no tiene esa respuesta.',
    'yes-missing': 'Marque qué respuestas cuentan como sí y pida de nuevo.',
    'too-many': 'Elija menos.',
    'value-not-a-number': 'Escriba números aquí.',
    'operation-unknown': 'Elija una regla de la lista.',
    'query-refused': 'El motor rechazó esta pregunta.',
    'bench-too-few':
      'Hay muy pocas personas detrás de una parte de la respuesta. Quite o una los grupos pequeños.',
    'bench-close-filter':
      'Estas condiciones difieren en muy pocas personas de lo ya mostrado. Afloje o quite una.',
    'bench-close-answer':
      'Junto a una respuesta ya dada, a usted o a otra persona, esta hablaría de muy pocas personas. Pregunte por bastantes más u otras, o por las mismas de antes.',
    'bench-unanimous': 'Toda una fila o columna respondió igual; por eso no se muestra la tabla.',
    'bench-not-gated': 'Este número todavía no tiene regla de privacidad y no se muestra.',
    'design-lonely-psu':
      'Un estrato tiene una sola unidad. Elija una regla en Datos, en el diseño de la ronda.',
    other: 'El diseño de la ronda no lo permite. Revíselo en Datos.'
  },
  warnings: {
    'bench-no-design': () =>
      'Sin el diseño los rangos suelen ser demasiado estrechos. No publique estos números.',
    'bench-lonely': ({ count, rule }) =>
      `${count} estratos tienen una sola unidad. Regla usada: ${rule}.`,
    'bench-small-df': ({ df }) =>
      `Un número aquí tiene solo ${df} grados de libertad; su rango es aproximado.`,
    'bench-opt-in': () =>
      'Las personas eligieron participar. Los rangos suponen que los pesos quitan la diferencia.'
  }
};
