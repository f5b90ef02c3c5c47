import type { inventory as english } from '../en/inventory';

/** La lista de indicadores, lo que los alimenta, y los números y lecturas que la gente aporta. */
export const inventory: typeof english = {
  title: 'Indicadores',
  lead: 'Todo lo que Groundswell puede medir de una comunidad: grupos, lugares y organizaciones (mezzo), y poblaciones, sistemas y políticas (macro).',
  all: 'Todos los indicadores',
  levels: {
    mezzo: 'Mezzo: organizaciones, grupos, lugares',
    macro: 'Macro: poblaciones, sistemas, políticas'
  },
  find: 'Buscar',
  findHint: 'Una palabra de su nombre, como idioma o ingreso',
  level: 'Nivel',
  state: 'Cómo está',
  anyLevel: 'Ambos niveles',
  anyState: 'Todos',
  show: 'Mostrar',
  states: { measured: 'Medido', mappable: 'Se puede asignar', missing: 'Aún no' },
  shown: (n, all) => `${n} de ${all} indicadores`,
  none: 'Ningún indicador coincide. Pruebe otra palabra u otro nivel.',
  code: 'Código',
  bring: 'Aportar números y lecturas',
  measures: (n, text) => (n === 1 ? '1 medida' : `${text} medidas`),
  assessed: 'Leído de registros',
  look: 'Ver la propuesta',
  map: 'Elegir sus preguntas',
  missing: {
    noSurvey: 'Ninguna encuesta tiene respuestas todavía. Importe una.',
    noQuestion: (input) =>
      `Ninguna pregunta sirve para “${input}”. Pregúntelo en la próxima encuesta o importe una que lo pregunte.`,
    notMapped: (input) => `Ninguna pregunta sobre “${input}” está asignada.`,
    unsure: 'Una propuesta espera que alguien la revise.',
    noBenchmark: (kind) => `No hay ningún número publicado de este tipo: ${kind}.`,
    reviews: 'Aún no se ha leído ninguna política. Agregue lecturas, cláusula por cláusula.',
    benchmarks: 'Aún no hay tabla de recursos comunitarios. Agregue cuántos hay en cada lugar.',
    coalition: 'La coalición tiene menos de dos organizaciones miembro.'
  },
  facts: {
    what: 'Qué mide',
    level: 'Nivel',
    unit: 'Unidad',
    target: 'Sobre',
    lever: 'Quién puede cambiarlo',
    direction: 'Dirección',
    universe: 'Habla de',
    within: 'De entre',
    feeds: 'Se alimenta de',
    inputs: 'Preguntas que necesita',
    published: 'Números publicados que necesita',
    formula: 'Fórmula',
    source: 'Fuente',
    method: 'Cómo se calcula',
    examples: 'Ejemplos resueltos',
    optional: 'opcional',
    measures: 'Medido aquí',
    nothing: 'Ninguno'
  },
  rule: 'Regla de nivel',
  rules: {
    L1: 'L1: las políticas, los presupuestos, los sistemas de servicios, las jurisdicciones y las brechas entre grupos de una jurisdicción son macro.',
    L2: 'L2: las organizaciones, los programas, las coaliciones y los vecindarios son mezzo.',
    L3: 'L3: las personas solo se muestran sumadas: una población entera es macro, una parte de ella es mezzo.',
    L4: 'L4: lo que solo un organismo público puede cambiar es macro.'
  },
  exampleOf: (value, n) => `Resultado ${value} de ${n} respuestas.`,
  exampleRecord: (value) => `Resultado ${value}.`,
  units: {
    proportion: 'Parte de las personas (porcentaje)',
    number: 'Número',
    people: 'Personas',
    minutes: 'Minutos'
  },
  analysis: {
    person: 'Persona',
    household: 'Hogar',
    organization: 'Organización',
    program: 'Programa',
    coalition: 'Coalición',
    neighborhood: 'Vecindario',
    'service-system': 'Sistema de servicios',
    policy: 'Política',
    'budget-line': 'Línea de presupuesto',
    jurisdiction: 'Jurisdicción'
  },
  targets: {
    population: 'Toda la población',
    groups: 'Grupos de personas',
    neighborhood: 'Vecindarios',
    school: 'Escuelas',
    organization: 'Organizaciones',
    program: 'Programas',
    coalition: 'La coalición',
    'service-system': 'Un sistema de servicios',
    policy: 'Políticas',
    'budget-line': 'Líneas de presupuesto',
    jurisdiction: 'La jurisdicción',
    'legislative-district': 'Distritos legislativos'
  },
  levers: {
    'public-body': 'Un organismo público: por ley, norma o presupuesto',
    organization: 'Organizaciones',
    community: 'Una coalición o un vecindario',
    none: 'Nadie en particular'
  },
  directions: {
    'higher-is-better': 'Más alto es mejor',
    'lower-is-better': 'Más bajo es mejor',
    neutral: 'Ninguno es mejor por sí mismo'
  },
  feeds: {
    'respondent-survey': 'Una encuesta a personas',
    'organization-survey': 'Una encuesta a organizaciones',
    roster: 'Una lista de miembros o recursos',
    benchmark: 'Una tabla publicada',
    'network-ties': 'Vínculos en la coalición',
    'policy-review': 'Una lectura de políticas'
  },
  kinds: {
    population: 'Personas (población)',
    supply: 'Plazas de un programa (oferta)',
    budget: 'Dólares de un presupuesto',
    enrolled: 'Personas inscritas',
    assets: 'Recursos comunitarios, contados',
    'language-supply': 'Parte de los servicios en un idioma',
    share: 'Una proporción publicada (referencia)'
  },
  words: {
    title: 'Mezzo y macro: ¿palabras de quién?',
    lead: 'Las mismas palabras significan otra cosa en otros lugares. Aquí son las del trabajo social.',
    here: 'Aquí',
    others: ['Trabajo social', 'CSBG y ROMA', 'Kaufman', 'Modelo ecológico'],
    rows: [
      [
        'Personas, nunca mostradas una por una',
        'micro',
        'nivel familiar',
        'micro',
        'individual, interpersonal'
      ],
      [
        'Mezzo',
        'mezzo',
        'nivel de agencia, con vecindarios',
        'macro',
        'organizacional, comunitario'
      ],
      ['Macro', 'macro', 'nivel comunitario', 'mega', 'política, sociedad']
    ],
    kaufman:
      'Kaufman llama macro a una organización y mega a la sociedad. Diga qué palabras usa cuando lea de ambos.'
  },
  inputs: {
    title: 'Números y lecturas',
    lead: 'Lo que ninguna encuesta puede decir: tablas publicadas, presupuestos, plazas de programas y lo que dicen las políticas. Cada número guarda su fuente y fecha.',
    benchmarks: 'Números publicados',
    noBenchmarks: 'Aún no hay números publicados.',
    reviews: 'Lecturas de políticas',
    noReviews: 'Aún no se ha leído ninguna política.',
    addNumber: 'Agregar un número',
    addReading: 'Agregar una lectura',
    paste: 'Pegar una tabla',
    pasteNumbers: 'Primera línea: kind, topic, place, value, moe, source, date, note.',
    pasteReviews: 'Primera línea: policy, kind, clause, coder, score, document, date, note.',
    table: 'Tabla',
    kind: 'Tipo',
    topic: 'Tema',
    topicHint: 'La necesidad o pregunta a la que pertenece; vacío para todas.',
    allTopics: 'Todos',
    place: 'Lugar',
    placeHint: 'Código del vecindario, distrito o idioma; vacío para el total.',
    value: 'Valor',
    valueHint: 'Una proporción como 38% o 0.38.',
    moe: 'Margen de error',
    moeHint: 'Como lo imprime el censo, con 90% de confianza.',
    source: 'Fuente',
    date: 'Año o día',
    dateHint: '2024, 2020-2024 o 2026-01-31',
    note: 'Nota',
    policy: 'Política',
    clause: 'Cláusula o paso',
    coder: 'Quién la leyó',
    score: 'Puntos',
    scoreHint: 'Una cláusula: 0 ausente, 1 débil, 2 fuerte. Un paso: 0 no se hizo, 1 se hizo.',
    document: 'Documento',
    reviewKinds: { strength: 'Cláusula del texto', step: 'Paso realizado' },
    add: 'Agregar',
    addAll: 'Agregar la tabla',
    remove: 'Quitar',
    removeOf: (what) => `Quitar ${what}`,
    saved: (n, text) => (n === 1 ? 'Se guardó 1 fila.' : `Se guardaron ${text} filas.`),
    removed: 'La fila se quitó. Lo que se congeló con ella permanece.',
    results: 'Lo que dicen las lecturas',
    agreement: (kappa) => `Dos lectores coinciden más allá del azar: kappa ${kappa}.`,
    noAgreement: 'Un solo lector: nadie ha comprobado los puntos.',
    lowAgreement: 'Menos de .70: hablen de las diferencias antes de publicar.',
    readings: (n, text) => (n === 1 ? '1 lectura' : `${text} lecturas`),
    unknown: 'no se sabe: el lugar no tiene población publicada'
  },
  add: {
    title: 'Agregar una medida',
    lead: 'Elija un indicador y sus preguntas. Después revise cómo cuenta cada respuesta.',
    indicator: 'Indicador',
    choose: 'Elegir',
    none: 'Ninguna',
    noFit: 'Ninguna pregunta de esta ronda sirve.',
    several: 'Elija una o más.',
    add: 'Agregar'
  },
  unsure: 'Sin seguridad: revisar',
  unsureNote:
    'Se encontró, pero no es claro. No se muestra en ninguna parte hasta que lo confirme.',
  outside: 'No cuenta',
  step: (n, isFirst) => (isFirst ? `${n} (extremo bajo)` : n),
  beside: (sources) => `junto a ${sources}`,
  problems: {
    'inputs-none': () => 'La tabla no tiene filas. Péguela con su primera línea.',
    'inputs-too-many': ({ most }) => `Una tabla puede tener ${most} filas a la vez. Divídala.`,
    'heading-missing': ({ heading }) =>
      `La primera línea no tiene “${heading}”. Agregue esa columna.`,
    'kind-unknown': ({ value }) => `“${value}” no es un tipo de número. Elija uno de la lista.`,
    'number-unreadable': ({ value }) => `“${value}” no es un número. Escríbalo en cifras.`,
    'number-negative': () => 'El número es menor que cero. Revíselo.',
    'share-out-of-range': ({ value }) => `“${value}” no es una proporción. Escriba 38% o 0.38.`,
    'moe-unreadable': ({ value }) =>
      `“${value}” no es un margen de error. Déjelo vacío si no lo hay.`,
    'source-missing': () => 'Diga de dónde es el número.',
    'date-missing': () => 'Diga de qué año o día habla.',
    'date-unreadable': ({ value }) =>
      `“${value}” no es un año ni un día. Escriba 2024, 2020-2024 o 2026-01-31.`,
    'policy-missing': () => 'Nombre la política.',
    'clause-missing': () => 'Nombre la cláusula o el paso.',
    'coder-missing': () => 'Diga quién la leyó.',
    'document-missing': () => 'Nombre el documento en que se leyó.',
    'score-unreadable': ({ highest }) => `Los puntos son un número entero de 0 a ${highest}.`,
    'no-such-row': () => 'Esa fila ya no está.',
    'no-such-indicator': () => 'No hay tal indicador.'
  },
  atLine: (line, sentence) => `Línea ${line}: ${sentence}`,
  otherProblem: 'No se pudo hacer. Revise lo que escribió.'
};
