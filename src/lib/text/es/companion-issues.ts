import type { companionIssues as english } from '../en/companion-issues';

const times = (count: string | number | undefined, one: string, many: string): string =>
  Number(count) === 1 ? `1 ${one}` : `${count} ${many}`;
const rows = (count: string | number | undefined): string => times(count, 'fila', 'filas');

export const companionIssues: typeof english = {
  XLSX_DAMAGED: () => ({
    problem: 'Este libro de Excel está dañado o cortado y no se puede abrir.',
    fix: 'Expórtelo otra vez. Si se abre en Excel, elija Guardar como, «CSV UTF-8 (delimitado por comas)», y suba ese archivo.'
  }),
  XLSX_EMPTY: () => ({
    problem: 'Este archivo viene como libro de Excel, pero no tiene ninguna hoja con filas.',
    fix: 'Compruebe que es la exportación con las respuestas y no un documento o un archivo vacío.'
  }),
  XLSX_LOCKED: () => ({
    problem: 'Este libro de Excel está protegido con contraseña.',
    fix: 'Ábralo en Excel, quite la contraseña, guárdelo y súbalo otra vez.'
  }),
  CONTAINER_TOO_LARGE: () => ({
    problem: 'Este archivo crece demasiado al descomprimirlo.',
    fix: 'Guarde la hoja con las respuestas como «CSV UTF-8 (delimitado por comas)» y suba ese archivo: un CSV puede ser tan grande como haga falta.'
  }),
  ZIP_UNKNOWN: () => ({
    problem: 'Este archivo está comprimido y no contiene ninguna tabla que podamos leer.',
    fix: 'Descomprímalo primero y suba el archivo con las respuestas.'
  }),
  CELLS_MERGED: ({ sheet, count }, { line }) => ({
    problem: `La hoja «${sheet}» tiene ${times(count, 'celda combinada', 'celdas combinadas')} en varias filas, la primera en la fila ${line}. Solo su primera fila tiene el valor; las de abajo se leen vacías.`,
    fix: 'Si cada fila debe tener el valor, separe las celdas en Excel, rellénelas hacia abajo y suba el libro otra vez.'
  }),
  TWO_SURVEYS: ({ name, main }) => ({
    problem: `«${name}» y «${main}» tienen respuestas los dos, y ninguna columna dice qué filas van juntas.`,
    fix: 'Importe uno cada vez: otra encuesta por su cuenta, otra ronda como ronda de su encuesta.'
  }),
  COMPANION_UNKNOWN: ({ name }) => ({
    problem: `«${name}» no es un formulario, diccionario o libro de códigos que conozcamos, no comparte ningún identificador con las respuestas y no se usa.`,
    fix: 'Si pertenece a la encuesta, compruebe que tiene una columna con los mismos identificadores que las respuestas.'
  }),
  SHEET_NOT_READ: ({ name }) => ({
    problem: `La hoja «${name}» no pertenece a las respuestas, hasta donde podemos ver, y no se usa.`,
    fix: 'Si tiene respuestas propias, guárdela como archivo e impórtela por su cuenta.'
  }),
  FORM_WITHOUT_SURVEY: () => ({
    problem: 'Hay opciones de un formulario, pero falta su hoja survey, que dice a qué pertenecen.',
    fix: 'Agregue la hoja survey del XLSForm, o el formulario entero como libro de Excel.'
  }),
  LABELS_NEEDED: ({ count }) => ({
    problem: `${times(count, 'pregunta tiene', 'preguntas tienen')} códigos numéricos sin etiquetas. Se leen como códigos sin orden y no se promedia nada.`,
    fix: 'Agregue el libro de códigos de la encuesta, o dé nombre a los códigos en el paso Preguntas.'
  }),
  JOIN_TOO_LARGE: ({ name }) => ({
    problem: `«${name}» es demasiado grande para leerlo junto a las respuestas.`,
    fix: 'Quite las columnas que no hagan falta e importe otra vez.'
  }),
  JOIN_UNSURE: ({ name, column }) => ({
    problem: `«${name}» numera sus filas en «${column}» igual que las respuestas, y nada más dice que sean de las mismas personas. Se leerían como una sola.`,
    fix: 'Siga si el número 1 es la misma persona en los dos archivos. Si no, quite el archivo e impórtelo por su cuenta.'
  }),
  JOIN_KEY_REPEATED: ({ name, count }, { line }) => ({
    problem: `«${name}» tiene un identificador que ya salió antes, el primero en la línea ${line}. ${rows(count)} son así, y se usa la primera fila de cada identificador.`,
    fix: 'Compruebe si el archivo tiene varias filas por persona y deje la correcta.'
  }),
  JOIN_UNMATCHED: ({ name, count }, { line }) => ({
    problem: `${rows(count)} de las respuestas no tienen fila en «${name}», la primera en la línea ${line}. Allí faltan sus columnas.`,
    fix: 'Compruebe que los dos archivos vienen de la misma exportación.'
  }),
  JOIN_UNUSED: ({ name, count }) => ({
    problem: `${rows(count)} de «${name}» no pertenecen a nadie de las respuestas y no se usan.`,
    fix: 'No hay que hacer nada, salvo que falten respuestas en el archivo principal.'
  }),
  REPEAT_WITHOUT_PARENT: ({ count }, { line }) => ({
    problem: `La línea ${line} de un grupo repetido no pertenece a ninguna respuesta y se deja fuera. ${rows(count)} son así.`,
    fix: 'Compruebe que los dos archivos vienen de la misma exportación.'
  })
};
