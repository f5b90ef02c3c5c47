import type { priorities as english } from '../en/priorities';

export const priorities: typeof english = {
  title: 'Prioridades',
  subtitle:
    'Varias maneras de ordenar las necesidades, lado a lado. Donde coinciden, el orden es más firme.',
  tabs: {
    label: 'Necesidades',
    needs: 'Necesidades',
    priorities: 'Prioridades',
    indexes: 'Índices'
  },
  families: { need: 'Necesidades de los hogares', service: 'Servicios que la gente califica' },
  agreement: 'Dónde coinciden los métodos',
  allTop: (names, methods) =>
    methods === 2
      ? `Ambos métodos ponen ${names} entre los tres primeros lugares.`
      : `Los ${methods} métodos ponen ${names} entre los tres primeros lugares.`,
  surelyTop: (names) => `Para ${names} esto vale en todo el rango de lugares probables.`,
  noTop: 'Ninguno está entre los tres primeros lugares con todos los métodos.',
  oneMethod: 'Por ahora solo un método puede ordenarlos, así que no hay nada que comparar.',
  noScores: 'Todavía ningún método puede ordenarlos.',
  differ: 'Dónde difieren y por qué',
  noDiffer: 'Ningún par de métodos los separa tanto que sus lugares probables no se toquen.',
  dispute: (name, high, highRank, low, lowRank) =>
    `${name}: ${highRank} según ${high}, ${lowRank} según ${low}.`,
  lifts: (part, rank) => `Lo que lo sube: ${part} (${rank}).`,
  holds: (part, rank) => `Lo que lo baja: ${part} (${rank}).`,
  parts: {
    size: 'cuántas personas la tienen',
    importance: 'qué tan importante le parece a la gente',
    dissatisfaction: 'qué pocas personas están satisfechas',
    gap: 'cuántas personas lo califican por debajo de su importancia',
    seriousness: 'qué tan grave la ven quienes califican',
    effectiveness: 'cuánto creen quienes califican que se puede hacer',
    overlap: 'qué tan seguido viene con otras necesidades',
    acute: 'cuántas personas no recibieron ninguna ayuda'
  },
  sideBySide: 'Lugares y puntajes por método',
  item: { need: 'Necesidad', service: 'Servicio' },
  scoreRange: (score, range) => `${score}, rango ${range}`,
  rankAmong: (range, of) => `${range} de ${of}`,
  notRated: 'Sin calificar',
  gateClosed: (gates) => `Por ahora no: ${gates}`,
  alike: 'Qué tan parecido los ordenan los métodos',
  alikeNote:
    'Kendall cuenta los pares en el mismo orden; Spearman compara lugares. 1 es el mismo orden, 0 ninguno, −1 el contrario.',
  firstMethod: 'Método',
  secondMethod: 'Y',
  items: 'Elementos',
  kendall: 'Kendall',
  spearman: 'Spearman',
  tooFew: 'muy pocos',
  likely: 'Lugares probables con un método',
  show: 'Mostrar',
  rankOf: (method) => `Puestos probables: ${method}`,
  rankBase: 'lugar en 1,000 sorteos; el rango abarca nueve de cada diez; 1 es la primera prioridad',
  rankKey: 'lugar central y los lugares de nueve de cada diez sorteos',
  rankColumn: 'Lugar central',
  rankRangeColumn: 'Lugares en nueve de cada diez sorteos',
  rankSource: 'Lugares: 1,000 sorteos de todos los puntajes juntos.',
  rankSpeech: (name, rank, of) => `${name}: ${rank}, ${of}`,
  rankFinding: (name, rank) => `${name} ocupa el ${rank} lugar en nueve de cada diez sorteos.`,
  rankAlt: (count, method) =>
    `Puntos con rangos: lugares probables de ${count} elementos según ${method}.`,
  how: 'Cómo funciona cada método',
  readMethods: 'Leer sobre los métodos',
  formula: 'Fórmula',
  source: 'Fuente',
  bandsFrom: (name, from) => `${name}: desde ${from}`,
  kept: (percent) =>
    `Necesita todas las respuestas: se conserva ${percent} del peso de quienes respondieron alguna.`,
  lacking: {
    'priority-no-needs': 'No hay necesidades ligadas en esta ronda.',
    'priority-no-services':
      'No hay preguntas sobre importancia y satisfacción ligadas en esta ronda.',
    'priority-no-numbers':
      'Necesita importancia y satisfacción calificadas con números en una misma escala, como 1 a 5.',
    'priority-no-ratings': 'Todavía nadie ha calificado las necesidades.',
    'priority-no-levels': 'Necesita respuestas que distingan algo de ayuda de ninguna ayuda.'
  },
  cannot: (method, why) => `${method}: ${why}`,
  quadrants: 'Importancia y desempeño',
  quadrantsNote:
    'Cada servicio según su importancia y su satisfacción media. Queda sin determinar donde su región de 95% cruza una línea.',
  stated: 'Según lo que la gente dice que importa',
  statedNote: 'Importancia declarada: la media de qué tan importante llaman al servicio.',
  derived: 'Según lo que acompaña a la satisfacción general',
  derivedNote: (question) =>
    `Importancia derivada: con qué fuerza la satisfacción con el servicio acompaña a la respuesta a «${question}», de 0 a 1.`,
  disagree:
    'Los dos tipos de importancia no coinciden en la práctica. Lo que la gente dice que importa no tiene que ser lo que acompaña a su satisfacción, y ninguno muestra una causa. Mire ambos.',
  elsewhere: (count, all) =>
    `Aquí el cuadrante más cercano difiere en ${count} de ${all} servicios.`,
  axisDerived: 'Importancia derivada, mayor a la derecha',
  crosshair: 'Las líneas están en',
  crosshairs: {
    means: 'las medias de todos los servicios',
    medians: 'las medianas de todos los servicios',
    midpoint: 'la mitad de la escala',
    target: 'una meta'
  },
  targetImportance: 'Meta de importancia',
  targetPerformance: 'Meta de desempeño',
  importance: 'Importancia',
  performance: 'Desempeño',
  quadrant: 'Cuadrante',
  plotAlt: (count) =>
    `${count} servicios según importancia y desempeño, en cuatro cuadrantes. La tabla de abajo tiene todos los números.`,
  plotKey:
    'Cada punto es un servicio, con su número en la tabla y su región del 95%. Un punto hueco queda sin determinar.',
  axisImportance: 'Importancia, mayor a la derecha',
  axisPerformance: 'Desempeño, mayor arriba',
  undetermined: (quadrant) => `Sin determinar (más cerca: ${quadrant})`,
  linesAt: (importance, performance) =>
    `Líneas en importancia ${importance} y desempeño ${performance}.`,
  noLines: 'Escriba ambas metas para ubicar los servicios.',
  severity: 'Gravedad combinada y personas con necesidad',
  severityNote:
    'Cada hogar cuenta según su necesidad más grave: 1 sin necesidad, 2 atendida, 3 atendida en parte, 4 sin ninguna atención. Con necesidad desde 3, aguda desde 4. Los cortes son una elección.',
  orWorse: (level, label, isWorst) => `${label} (gravedad ${level}${isWorst ? '' : ' o más'})`,
  severityLevel: 'Gravedad',
  share: 'Proporción',
  range: 'Rango de 95%',
  people: 'Personas',
  answers: 'Respuestas',
  phase: (level, next, isUnsure) =>
    `Fase ${level}${next === null ? '' : ` (no se descarta ${next})`}${isUnsure ? ', no es seguro' : ''}.`,
  phaseNote: 'La fase es la mayor gravedad que alcanza al menos un quinto de los hogares.',
  rate: 'Calificar las necesidades',
  rateTitle: 'Calificar las necesidades',
  rateText:
    'Sus calificaciones se unen a los tamaños de la encuesta en la calificación de Hanlon. Cada persona califica por su cuenta; cuenta la mediana.',
  raters: (count) =>
    count === 0
      ? 'Nadie ha calificado'
      : count === 1
        ? '1 persona calificó'
        : `${count} personas calificaron`,
  rated: 'Su calificación quedó guardada.',
  seriousness: 'Gravedad',
  seriousnessHint: '0 a 20. Piense en la urgencia, el daño y el costo para la comunidad.',
  effectiveness: 'Qué se puede hacer',
  effectivenessHint: '0 a 10. ¿Cuánto cambiaría con la mejor acción conocida?',
  pearl: 'Condiciones',
  pearlText:
    'Una necesidad con una condición cerrada queda en "por ahora no". Una condición se cierra cuando más personas dicen no que sí.',
  criteria: {
    propriety: '¿Nos toca actuar?',
    economics: '¿Tiene sentido económico actuar?',
    acceptability: '¿Lo aceptará la comunidad?',
    resources: '¿Se pueden conseguir los medios?',
    legality: '¿Lo permite la ley?'
  },
  gateNames: {
    propriety: 'no nos toca',
    economics: 'sin sentido económico',
    acceptability: 'no se acepta',
    resources: 'sin medios',
    legality: 'la ley no lo permite'
  },
  pearlAnswers: { yes: 'Sí', no: 'No', unknown: 'No se sabe' },
  reason: 'Razón',
  reasonHint: 'Se necesita cuando una condición está cerrada.',
  reasons: 'Razones dadas',
  reasonBy: (organization, reason) => `${organization}: ${reason}`,
  median: 'Mediana',
  middleHalf: 'Mitad central',
  disputed: 'Las calificaciones difieren mucho',
  gates: 'Condiciones',
  allOpen: 'Ninguna condición está cerrada',
  yourRating: 'Su calificación',
  notYet: 'Todavía no',
  rateOne: 'Calificar',
  rateThis: (need) => `Calificar: ${need}`,
  change: 'Cambiar',
  saveRating: 'Guardar calificación',
  problems: {
    'rating-out-of-range': (most) => `Escriba un número de 0 a ${most}.`,
    'gate-answer-unknown': 'Elija una de las respuestas.',
    'reason-missing': 'Diga por qué está cerrada una condición.',
    'rater-unknown': 'Inicie sesión para calificar.',
    'not-here': 'Esta necesidad ya no está en la encuesta. Abra la lista otra vez.'
  },
  empty: {
    title: 'Todavía no hay nada que ordenar',
    text: 'Importe una encuesta y ligue sus necesidades o servicios. Los métodos aparecen aquí lado a lado.'
  }
};
