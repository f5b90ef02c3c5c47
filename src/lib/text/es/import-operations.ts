import { importPrivacy } from './import-privacy';
import { importReview } from './import-review';
import type { importOperations as english } from '../en/import-operations';

const useName = (use: string | number | undefined): string =>
  (importReview.questions.uses as Record<string, string>)[String(use)] ?? String(use);
const bases: Record<string, string> = importReview.detail.bases;
const directions: Record<string, string> = importReview.detail.directions;
const list = (parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join('; ');

/** Lo que se decidió, una frase para cada clase de operación. */
export const importOperations: typeof english = {
  use: ({ count, question, use }) =>
    Number(count) === 1
      ? `${question}: ${useName(use)}`
      : `Usos de ${count} preguntas, la primera ${question}`,
  edit: ({ question }) => `Texto, respuestas y códigos de ${question}`,
  bulk: ({ count, question, include, base, direction, missing }) =>
    `${Number(count) === 1 ? question : `${count} preguntas`}: ${list([
      include === 'off' && 'fuera',
      include === 'use' && 'según la propuesta',
      base !== '' && (bases[String(base)] ?? ''),
      direction !== '' && (directions[String(direction)] ?? ''),
      missing !== '' && `sin respuesta se escribe ${missing}`
    ])}`,
  flip: ({ question }) => `Orden de respuestas invertido: ${question}`,
  decide: ({ choice, line, column }) =>
    choice === 'keep-rows'
      ? `La fila de la línea ${line} se conserva`
      : choice === 'decline'
        ? `Propuesta rechazada${column === '' ? '' : `, columna ${column}`}`
        : `Propuesta aceptada${Number(line) > 0 ? `, línea ${line}` : ''}${column === '' ? '' : `, columna ${column}`}`,
  'accept-all': ({ count }) =>
    Number(count) === 1
      ? 'La propuesta pendiente, aceptada'
      : `Las ${count} propuestas pendientes, aceptadas`,
  'accept-open': ({ count }) =>
    Number(count) === 1
      ? 'La propuesta pendiente, aceptada'
      : `Las ${count} propuestas pendientes, aceptadas`,
  layout: ({ encoding, delimiter, preambleRecords, headerRows, decimal }) =>
    `Cómo se lee el archivo: ${list([
      encoding !== undefined && `caracteres ${String(encoding).toUpperCase()}`,
      delimiter !== undefined &&
        `entre celdas ${importReview.read.delimiters[String(delimiter)] ?? delimiter}`,
      preambleRecords !== undefined && `${preambleRecords} líneas antes del encabezado`,
      headerRows !== undefined && `${headerRows} filas de encabezado`,
      decimal !== undefined && `signo decimal ${decimal}`
    ])}`,
  design: ({ survey, wave }) => `Nombres y diseño: ${survey}, ${wave}`,
  protect: ({ count, variable, way }) =>
    Number(count) === 1
      ? `${variable}: ${(importPrivacy.ways as Record<string, string>)[String(way)] ?? way}`
      : `Privacidad de ${count} columnas, la primera ${variable}`,
  template: ({ survey, wave, isAfresh }) =>
    Number(isAfresh) === 1
      ? 'El archivo se juzga de nuevo, sin una ronda anterior'
      : `Decisiones tomadas de ${survey}, ${wave}`
};
