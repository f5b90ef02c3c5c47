import type { textsReview as english } from '../en/texts-review';

const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('es-US')} ${many}`;

/** Respuestas en palabras propias: leídas, aprobadas como citas o reservadas. */
export const textsReview: typeof english = {
  title: 'Textos',
  heading: (wave) => `En sus propias palabras: ${wave}`,
  lead: 'Las respuestas en palabras propias se ven solo aquí, y solo quienes pueden importar. Nada más muestra un texto que nadie aprobó.',
  leadQuotes: 'Citas que alguien leyó y aprobó.',
  none: 'Esta ronda no tiene respuestas en palabras propias.',
  filter: 'Pregunta',
  allQuestions: 'Todas las preguntas',
  show: 'Mostrar',
  states: { waiting: 'En espera', approved: 'Aprobados', withheld: 'Reservados' },
  tab: (state, n) => `${state} (${n.toLocaleString('es-US')})`,
  noneHere: {
    waiting: 'Ningún texto espera una decisión.',
    approved: 'Todavía no se aprobó ningún texto.',
    withheld: 'No se reservó ningún texto.'
  },
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
  previous: 'Página anterior',
  next: 'Página siguiente',
  answer: (question) => `Respuesta a: ${question}`,
  found: (n) =>
    n === 0
      ? 'No se hallaron datos personales. Léalo de todos modos.'
      : `${counted(n, 'dato personal hallado', 'datos personales hallados')}, con marca en el texto.`,
  details: {
    email: 'correo',
    url: 'dirección web',
    handle: '@nombre',
    phone: 'teléfono',
    'national-id': 'número oficial',
    address: 'dirección',
    number: 'número largo',
    name: 'nombre'
  },
  redactions: {
    email: '[correo]',
    url: '[dirección web]',
    handle: '[nombre]',
    phone: '[teléfono]',
    'national-id': '[número]',
    address: '[dirección]',
    number: '[número]',
    name: '[nombre]'
  },
  quote: 'Cita, como se puede mostrar',
  quoteHint: 'Quite todo lo que diga quién es: nombres, lugar de trabajo, hechos poco comunes.',
  approve: 'Aprobar como cita',
  withhold: 'Reservar',
  undo: 'Deshacer la decisión',
  done: {
    approved: 'La cita quedó aprobada.',
    withheld: 'El texto quedó reservado.',
    undone: 'La decisión se deshizo.'
  },
  quotesTitle: 'Citas aprobadas',
  quotesLead:
    'Para afirmaciones, audiencias y campañas. Una cita nunca dice la edad, el lugar ni el grupo de la persona.',
  quotesNone: 'Todavía no se aprobó ninguna cita.',
  issue: {
    'no-such-text': () => 'Este texto no está, o su papel no permite leerlo.',
    'quote-missing': () => 'La cita está vacía. Escriba las palabras que se pueden mostrar.',
    'quote-too-long': ({ limit }: Readonly<Record<string, string | number>>) =>
      `La cita es demasiado larga. Acórtela a ${limit} caracteres.`,
    'quote-holds-details': () =>
      'La cita todavía tiene un correo, un teléfono o un número oficial. Quítelo.'
  }
};
