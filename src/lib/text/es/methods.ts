import type { methods as english } from '../en/methods';

export const methods: typeof english = {
  title: 'Métodos',
  lead: 'Cómo se calcula cada número, qué dice y qué no dice.',
  back: 'Todos los métodos',
  usedHere: 'Métodos usados',
  inEnglish: 'El texto completo de esta página está en inglés.',
  groups: {
    estimates: 'Números y sus rangos',
    comparing: 'Comparar',
    scales: 'Conjuntos de preguntas e índices',
    design: 'Muestra y pesos',
    showing: 'Qué se puede mostrar'
  },
  pages: {
    estimation: {
      title: 'Estimación',
      answer: 'Cómo se convierten las respuestas en números con sus rangos.'
    },
    indicators: { title: 'Indicadores', answer: 'Qué mide cada indicador y de qué se compone.' },
    release: {
      title: 'Qué se puede mostrar',
      answer: 'Cuándo un número puede salir del programa.'
    },
    bench: {
      title: 'La mesa de análisis',
      answer: 'Cómo se puede pedir cualquier número sin descubrir a nadie.'
    },
    'taylor-variance': {
      title: 'Incertidumbre por el diseño de la muestra',
      answer: 'Cuánto puede alejarse un número de la muestra del que daría preguntar a todos.'
    },
    'replicate-weights': {
      title: 'Pesos de réplica',
      answer: 'Cuán incierto es un número cuando el archivo trae muchos juegos de pesos.'
    },
    weighting: {
      title: 'Pesos hechos con totales conocidos',
      answer: 'Cómo se ponderan las respuestas para que la muestra se parezca a la población.'
    },
    'weighting-problems': {
      title: 'Cuando no se pueden hacer pesos',
      answer: 'Qué metas y muestras se rechazan, para que nadie use pesos que solo lo parecen.'
    },
    totals: {
      title: 'Medias, totales, razones y número de personas',
      answer: 'Cuál es el promedio, cuántos hay en total o cuánto de una cosa por cada otra.'
    },
    domains: {
      title: 'Grupos y personas elegidas de la muestra',
      answer: 'Cuál es el número en cada grupo y para quienes cumplen condiciones.'
    },
    proportions: {
      title: 'Partes de las personas y sus rangos',
      answer: 'Qué parte dijo que sí y entre qué partes está probablemente la verdad.'
    },
    quantiles: {
      title: 'Medianas y otros cuantiles',
      answer: 'Bajo qué valor está la mitad de las personas, u otra parte de ellas.'
    },
    'tables-and-tests': {
      title: 'Tablas de dos preguntas y si van juntas',
      answer: 'Cómo se cruzan dos respuestas y si eso puede ser azar.'
    },
    't-tests': {
      title: 'Pruebas t',
      answer: 'Si la media de un grupo difiere de otra, o de un número, más de lo que da el azar.'
    },
    contrasts: {
      title: 'Diferencias, razones y razones de momios',
      answer: 'Cuánto más tiene un grupo que otro, en puntos o en veces.'
    },
    models: {
      title: 'Regresión: rectas y modelos logísticos',
      answer: 'Cómo va una respuesta junto con varias otras a la vez.'
    },
    standardization: {
      title: 'Tasas estandarizadas',
      answer: 'Cuál sería la tasa si cada grupo tuviera la misma composición.'
    },
    'many-comparisons': {
      title: 'Muchas comparaciones a la vez',
      answer: 'Cuáles de muchas diferencias destacan, cuando algunas lo harían por azar.'
    },
    kappa: {
      title: 'Acuerdo de dos codificadores',
      answer: 'Cuán a menudo dos personas dieron el mismo código, más allá del azar.'
    },
    cronbach: {
      title: 'Cuánto van juntas las preguntas de una escala',
      answer: 'Si varias preguntas que deben medir lo mismo se responden de forma parecida.'
    },
    'select-all': {
      title: 'Preguntas con más de una respuesta',
      answer: 'Qué parte eligió cada opción cuando se podían elegir varias.'
    },
    'food-security': {
      title: 'Seguridad alimentaria',
      answer: 'Cuántas personas no podían contar con comida suficiente, con seis preguntas.'
    },
    'alkire-foster': {
      title: 'Privación en varias cosas a la vez (Alkire-Foster)',
      answer: 'Cuántas personas carecen de varias cosas a la vez, y de cuántas.'
    },
    disparity: {
      title: 'Cuán desiguales son los grupos',
      answer: 'Cuán lejos están las tasas de los grupos, en un solo número.'
    },
    concentration: {
      title: 'Concentración e índice de Gini',
      answer: 'Si algo se junta entre quienes están arriba o abajo.'
    },
    reliability: {
      title: 'Cuando un número es demasiado incierto',
      answer: 'Si un número es bastante preciso para publicarse.'
    },
    'effective-size': {
      title: 'Lo que cuestan pesos desiguales',
      answer: 'Cuántas respuestas de igual peso valen las respuestas ponderadas.'
    },
    'missing-answers': {
      title: 'Respuestas que faltan',
      answer: 'Cuántas personas dejaron una pregunta sin responder, y por qué.'
    },
    waves: {
      title: 'Cambio entre rondas',
      answer: 'Si un número cambió de una ronda a otra más de lo que da el azar.'
    },
    'small-areas': {
      title: 'Áreas pequeñas',
      answer: 'Cómo es un barrio con pocas respuestas, con ayuda de los demás.'
    },
    'composite-index': {
      title: 'Un índice de varios indicadores',
      answer: 'Cómo se juntan varios indicadores en un número y cuán firme es su orden.'
    },
    priorities: {
      title: 'Métodos para fijar prioridades',
      answer: 'Qué necesidades van primero según cada método, y dónde coinciden.'
    }
  }
};
