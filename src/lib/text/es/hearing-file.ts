import type { hearingFile as english } from '../en/hearing-file';

export const hearingFile: typeof english = {
  title: (body: string, day: string) => `${body}, ${day}`,
  opening: 'Inicio',
  exhibit: (label: string) => `Prueba ${label}`,
  limit: (time: string) => `${time} para hablar`,
  noLimit: 'Sin límite de tiempo anotado',
  sample: 'Datos de ejemplo: todo lo que se ve aquí es ficticio.',
  stale: 'Datos anteriores',
  script: 'Guion',
  noScript: 'No se escribió un guion.',
  notes: 'Notas',
  asked: 'Si preguntan',
  questions: {
    who: '¿Quién respondió?',
    how: '¿Cómo se eligió a las personas?',
    sure: '¿Qué tan seguro es?',
    compared: '¿Comparado con qué?',
    paid: '¿Quién pagó?',
    cannot: '¿Qué no puede mostrar?'
  },
  answers: {
    who: (responses: string, universe: string, months: string) =>
      [`Respondieron ${responses} personas`, universe, months].filter(Boolean).join(', ') + '.',
    sample: {
      probability: 'Se eligieron al azar, con un diseño declarado.',
      'address-based':
        'Los domicilios se eligieron al azar. Respondieron pocos, y pueden ser distintos.',
      casper:
        'Los hogares se eligieron en dos pasos: 30 conglomerados y 7 hogares en cada uno. Hablan por el conjunto.',
      census: 'Se preguntó a todas las personas.',
      membership: 'Se preguntó a los miembros de la organización.',
      'opt-in':
        'Las personas decidieron participar, así que puede no coincidir con todo el condado.',
      administrative: 'Los números vienen de registros.'
    },
    sure: (value: string, range: string) =>
      `Decimos ${value}. El número real probablemente está ${range}.`,
    sureOpen: (value: string) => `Decimos ${value} de quienes participaron, y nada más.`,
    tested: (group: string, other: string) =>
      `${group} en comparación con ${other}. Lo llamamos brecha solo cuando una prueba lo apoya.`,
    notCompared: 'Cada grupo habla por sí mismo. No decimos que uno sea mayor.',
    paid: (sponsor: string) => `Patrocinador de la encuesta: ${sponsor}.`,
    unknown: 'Lo averiguaremos y enviaremos la respuesta.',
    cannot:
      'Muestra lo que la gente nos dijo, no el porqué. No habla por las personas a quienes no se preguntó.',
    hidden: 'Algunos números no se muestran, para proteger a personas en grupos pequeños.'
  },
  more: (shown: number, all: number) => `${shown} de ${all} filas`,
  toolbar: 'Presentación',
  buttons: {
    back: 'Atrás',
    next: 'Siguiente',
    black: 'Pantalla negra',
    white: 'Pantalla blanca',
    timer: 'Reloj',
    reset: 'Reiniciar reloj',
    notes: 'Notas',
    presenter: 'Ventana de presentador',
    full: 'Pantalla completa',
    smaller: 'Más pequeño',
    larger: 'Más grande',
    contrast: 'Contraste',
    alt: 'Describir',
    help: 'Teclas',
    close: 'Cerrar'
  },
  keys: {
    title: 'Teclas',
    key: 'Tecla',
    does: 'Qué hace',
    rows: [
      ['Derecha, espacio, Av Pág', 'Prueba siguiente'],
      ['Izquierda, Re Pág', 'Prueba anterior'],
      ['Números y Entrar', 'Ir a la prueba con ese número'],
      ['Arriba, abajo', 'Párrafo del guion'],
      ['B o .', 'Pantalla negra, y volver'],
      ['W o ,', 'Pantalla blanca, y volver'],
      ['T', 'Iniciar o detener el reloj'],
      ['R', 'Reiniciar el reloj'],
      ['N', 'Guion y notas'],
      ['P', 'Ventana de presentador'],
      ['F', 'Pantalla completa'],
      ['+ y -', 'Tamaño del guion'],
      ['C', 'Más contraste'],
      ['A', 'Describir la imagen con palabras'],
      ['?', 'Estas teclas'],
      ['Esc', 'Salir de la pantalla negra o de esta lista']
    ]
  },
  say: {
    cues: {
      minute: 'Queda 1 minuto',
      thirty: 'Quedan 30 segundos',
      ten: 'Quedan 10 segundos',
      over: 'Se acabó el tiempo'
    },
    now: 'En pantalla: {label}',
    next: 'Sigue: {label}',
    last: 'Esta es la última.',
    noExhibit: 'No hay Prueba {label} en este archivo.',
    jumping: 'Prueba {label}. Presione Entrar para ir.',
    timerRuns: 'El reloj corre',
    timerStopped: 'Reloj detenido',
    timerReset: 'Reloj reiniciado',
    fullRefused: 'Esta ventana no puede llenar la pantalla.',
    blocked: 'El navegador bloqueó la segunda ventana. Presione N para ver guion y notas aquí.'
  },
  blackNow: 'El público ve una pantalla negra.',
  whiteNow: 'El público ve una pantalla blanca.',
  timeLeft: (limit: string) => `de ${limit} por usar`,
  timeSpent: 'desde el inicio',
  fixTitle: 'Hay algo que corregir antes de hacer el archivo',
  fixText:
    'El archivo de la audiencia solo lleva pruebas que pueden presentarse. Corrija esto y hágalo de nuevo.',
  markStale: 'Hacerlo de todos modos, con los datos anteriores marcados',
  toHearing: 'Volver a la audiencia',
  problems: {
    'hearing-exhibit-draft': (label: string) =>
      `La Prueba ${label} todavía es un borrador. Congélela primero.`,
    'hearing-exhibit-withdrawn': (label: string) =>
      `La Prueba ${label} se retiró. Quítela de esta audiencia o use una versión nueva.`,
    'hearing-exhibit-stale': (label: string) =>
      `La Prueba ${label} usa datos que se reemplazaron. Haga una versión nueva o muéstrela marcada.`,
    'hearing-without-exhibits': (_label: string) =>
      'Esta audiencia no tiene pruebas. Agregue al menos una.'
  },
  fileAction: 'Descargar el archivo de la audiencia',
  print: {
    title: 'Paquete de la audiencia',
    for: (position: string) => `Posición: ${position}`,
    facts: 'Audiencia',
    body: 'Organismo',
    subject: 'Asunto',
    when: 'Cuándo',
    place: 'Lugar',
    limit: 'Límite de tiempo',
    copies: 'Copias',
    contact: 'Contacto',
    exhibitList: 'Pruebas',
    testimony: 'Testimonio',
    timeMark: (time: string) => `hacia ${time}`,
    method: 'Cómo lo sabemos',
    question: 'Pregunta',
    dataTables: 'Tablas de datos',
    frozen: (code: string, day: string) => `Copia ${code}, congelada el ${day}`,
    how: 'Use la función de imprimir de su navegador. Papel: Carta o A4.',
    printAction: 'Imprimir',
    wordsAndTime: (words: number, time: string) => `${words} palabras, unos ${time}`
  }
};
