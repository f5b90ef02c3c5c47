import type { Issue, Place } from '$lib/base/issue';
import type { answerIssues as english } from '../en/answer-issues';

const counted = (count: Issue['params'][string] | undefined, one: string, many: string): string =>
  Number(count) === 1 ? `1 ${one}` : `${count} ${many}`;
const rows = (count: Issue['params'][string] | undefined): string =>
  counted(count, 'fila', 'filas');
const from = ({ line, column }: Place): string =>
  `${column ? `Columna «${column}»` : 'El archivo'}${line ? `, primero en la línea ${line}` : ''}`;
const first = (order: Issue['params'][string] | undefined): string =>
  order === 'dmy' ? 'el día' : 'el mes';
/** Un archivo demasiado grande se mira por sus primeras filas. */
const seen = (lookedAt: Issue['params'][string] | undefined): string =>
  lookedAt === undefined ? '' : ` Solo se miraron sus primeras ${rows(lookedAt)}.`;

/** Lo que dicen las respuestas mismas cuando se miran juntas. */
export const answerIssues: typeof english = {
  DATE_ORDER_SETTLED: ({ by, order }, where) => ({
    problem: `${from(where)}: nada en esta columna dice si va antes el día o el mes. Leemos primero ${first(order)}, ${by === 'sibling' ? 'como en las otras fechas del archivo' : 'porque si no algunas respuestas acabarían antes de empezar'}.`,
    fix: 'Compruebe algunas fechas en la vista previa.'
  }),
  DATE_ORDER_MIXED: ({ value, order, lines }, where) => ({
    problem: `${from(where)}: la mayoría de las fechas llevan primero ${first(order)}, pero «${value}» solo se puede leer al revés (líneas ${lines}).`,
    fix: 'Fechas como 03/04 pueden estar mal en esas líneas. Corríjalas en el archivo, o acéptelas.'
  }),
  TIME_ZONE_UNKNOWN: (_params, where) => ({
    problem: `Columna «${where.column}»: las horas no dicen su zona horaria. Se guardan como las mostraba el reloj.`,
    fix: 'Nada que hacer, salvo que se comparen horas de varios lugares.'
  }),
  EXCLUSIVE_CONFLICT: ({ count, option, lookedAt }, where) => ({
    problem: `${counted(count, 'persona eligió', 'personas eligieron')} «${option}» junto con otra respuesta, primero en la línea ${where.line}. Se guardan ambas.${seen(lookedAt)}`,
    fix: 'Mire las filas y decida qué respuesta vale.'
  }),
  BASE_MAY_BE_WIDER: ({ count, next, lookedAt }, where) => ({
    problem: `Columna «${where.column}»: ${rows(count)} sin ninguna marca, primero en la línea ${where.line}, responden sin embargo la pregunta siguiente («${next}»). Cuentan como no preguntadas.${seen(lookedAt)}`,
    fix: 'No se cambió nada. Si vieron la pregunta, la parte entre todas las preguntadas es menor que la mostrada.'
  }),
  OPTIONS_WRITTEN_IN: ({ value, count }, where) => ({
    problem: `Columna «${where.column}»: ${counted(count, 'texto', 'textos')} como «${value}» van siempre al final y nunca juntos. Los contamos como «otra», en palabras propias.`,
    fix: 'Si es una respuesta del formulario, hágala una opción.'
  }),
  CODES_MAY_BE_MISSING: ({ values, none }, where) => ({
    problem: `${from(where)}: ${values} están muy por encima de los demás números. En archivos de salud pública significan «no sabe» y «no contesta»${none ? `, y ${none} significa ninguno, 0` : ''}.`,
    fix: 'Acepte para leerlos así, o agregue el libro de códigos.'
  }),
  DUPLICATE_ROWS: ({ count, first: before }, where) => ({
    problem: `${rows(count)} son iguales a una anterior en todas las celdas, la primera en la línea ${where.line} (igual que la línea ${before}).`,
    fix: 'Déjelas fuera, o consérvelas si personas distintas dieron las mismas respuestas.'
  }),
  SPEEDERS: ({ count, seconds, lookedAt }, where) => ({
    problem: `${counted(count, 'persona tardó', 'personas tardaron')} menos de ${seconds} segundos, un tercio de lo habitual, primero en la línea ${where.line}.${seen(lookedAt)}`,
    fix: 'No se dejó nada fuera. Mire sus respuestas si importa.'
  }),
  STRAIGHT_LINERS: ({ count, items, lookedAt }, where) => ({
    problem: `${counted(count, 'persona dio', 'personas dieron')} la misma respuesta a los ${items} puntos desde «${where.column}», primero en la línea ${where.line}.${seen(lookedAt)}`,
    fix: 'No se dejó nada fuera. Puede ser su opinión, o prisa.'
  }),
  SAME_DEVICE: ({ count, minutes, lookedAt }, where) => ({
    problem: `${rows(count)} llegaron del mismo aparato o dirección que otra en menos de ${minutes} minutos, primero en la línea ${where.line}.${seen(lookedAt)}`,
    fix: 'No se dejó nada fuera: una tableta compartida o un hogar no son fraude.'
  }),
  ANSWERS_FURTHER_DOWN: ({ count }, where) => ({
    problem: `Columna «${where.column}»: ${counted(count, 'respuesta aparece', 'respuestas aparecen')} solo después de las primeras filas. Cada una se guarda como respuesta propia.`,
    fix: 'Mire la lista de respuestas: puede haber una palabra que significa sin respuesta.'
  }),
  TEXT_NEARLY_SAME: ({ count, first: before, lookedAt }, where) => ({
    problem: `Columna «${where.column}»: ${counted(count, 'respuesta larga es', 'respuestas largas son')} casi igual a una anterior, primero en la línea ${where.line} (como la línea ${before}).${seen(lookedAt)}`,
    fix: 'Mire las filas: alguien pudo responder dos veces.'
  })
};
