import type { Place } from '$lib/base/issue';
import type { nextWaveIssues as english } from '../en/next-wave-issues';

const named = ({ column }: Place): string => (column ? `«${column}»` : 'El archivo');
const list = (parts: readonly [label: string, text: string | number | undefined][]): string =>
  parts
    .filter(([, text]) => text !== undefined && text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('. ');

/** Lo que difiere entre un archivo y la ronda anterior, y sobre un archivo corregido. */
export const nextWaveIssues: typeof english = {
  'not-a-template': () => ({
    problem: 'Este archivo no es una plantilla de importación.',
    fix: 'Obtenga una con «groundswell template ENCUESTA».'
  }),
  TEMPLATE_OTHER_COLUMNS: ({ survey, share }) => ({
    problem: `La plantilla de «${survey}» se hizo para un archivo con otras columnas: coincide el ${share}%.`,
    fix: 'Importe el archivo sin la plantilla.'
  }),
  TEMPLATE_COLUMN_RENAMED: ({ before, by }, where) => ({
    problem:
      by === 'similar'
        ? `${named(where)} era seguramente «${before}» en la ronda anterior.`
        : `${named(where)} se llamaba «${before}» en la ronda anterior.`,
    fix: 'Acéptela como la misma pregunta, o manténgala aparte en la pantalla de comparación.'
  }),
  TEMPLATE_WORDING_CHANGED: ({ before, now }, where) => ({
    problem: `${named(where)} se pregunta con otras palabras. Antes: «${before}». Ahora: «${now}».`,
    fix: 'Acéptela: un cambio en el tiempo se muestra entonces con una ruptura. O manténgala aparte.'
  }),
  TEMPLATE_OPTIONS_CHANGED: ({ added, gone, relabelled }, where) => ({
    problem: `${named(where)} tiene otras respuestas para elegir. ${list([
      ['Nuevas', added],
      ['Quitadas', gone],
      ['Ahora dice', relabelled]
    ])}.`,
    fix: 'Acéptela: un cambio en el tiempo se muestra entonces con una ruptura. O manténgala aparte.'
  }),
  TEMPLATE_OPTIONS_REORDERED: (_, where) => ({
    problem: `${named(where)} muestra sus respuestas en otro orden.`,
    fix: 'No hay nada que hacer: se usa el orden nuevo.'
  }),
  TEMPLATE_NEW_VALUES: ({ added, respelled }, where) => ({
    problem: `${named(where)} tiene respuestas que nadie dio antes. ${list([
      ['Nuevas', added],
      ['Escritas de otra manera', respelled]
    ])}.`,
    fix: 'Acéptelas como respuestas, o márquelas como códigos de falta de respuesta.'
  }),
  TEMPLATE_VALUES_NOT_SEEN: ({ gone }, where) => ({
    problem: `${named(where)}: esta vez nadie dio estas respuestas: ${gone}.`,
    fix: 'Siguen en la lista. Cambie la pregunta si ya no se ofrecían.'
  }),
  TEMPLATE_MISSING_COUNTS: ({ codes }) => ({
    problem: `Los códigos de falta de respuesta aparecen más o menos que en la ronda anterior: ${codes}.`,
    fix: 'Compruebe que siguen siendo falta de respuesta y luego acepte.'
  }),
  TEMPLATE_MISSING_MEANING: ({ codes }) => ({
    problem: `Los códigos de falta de respuesta pueden significar otra cosa en este archivo: ${codes}.`,
    fix: 'Mírelos en la pantalla de comparación antes de aceptar.'
  }),
  TEMPLATE_STYLE_CHANGED: ({ what, before, now }, where) => ({
    problem: `${named(where)}: ${
      what === 'date-order' ? 'el día y el mes van' : 'el signo decimal va'
    } de otra manera (antes ${before}, ahora ${now}).`,
    fix: 'Se usa la lectura anterior. Revise algunas celdas antes de aceptarla.'
  }),
  TEMPLATE_COLUMN_NEW: (_, where) => ({
    problem: `${named(where)} es nueva.`,
    fix: 'Se usa como se propone.'
  }),
  TEMPLATE_COLUMN_GONE: (_, where) => ({
    problem: `${named(where)} ya no está.`,
    fix: 'No hay nada que hacer si ya no se preguntó.'
  }),
  REIMPORT_ROWS_GONE: ({ count: rows, wave }) => ({
    problem: `${rows} respuestas de ${wave} no están en este archivo. La importación reemplaza toda la ronda, así que se perderían.`,
    fix: 'Exporte de nuevo la ronda completa, o dé a este archivo otro nombre de ronda.'
  }),
  REIMPORT_NO_KEY: () => ({
    problem:
      'Ninguna columna identifica cada respuesta, así que las filas se comparan por todas sus respuestas.',
    fix: 'Una respuesta corregida cuenta como una fila quitada y una nueva. Exporte con el identificador para ver más.'
  })
};
