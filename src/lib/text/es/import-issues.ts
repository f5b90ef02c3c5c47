import { upperFirst } from '../format';
import type { Place } from '$lib/base/issue';
import { columnLetter, type importIssues as english } from '../en/import-issues';
import { answerIssues } from './answer-issues';
import { companionIssues } from './companion-issues';
import { nextWaveIssues } from './next-wave-issues';
import { weightingIssues } from './weighting-issues';

const place = ({ line, column, columnIndex }: Place): string => {
  const letter = columnIndex === undefined ? '' : `columna ${columnLetter(columnIndex)}`;
  const name = column ? ` (${column})` : '';
  const at = letter || name ? `${letter || 'columna'}${name}` : '';
  return [line === undefined ? '' : `línea ${line}`, at].filter((part) => part !== '').join(', ');
};
const at = (where: Place): string => upperFirst(place(where)) || 'El archivo';
const rows = (count: string | number | undefined): string =>
  Number(count) === 1 ? '1 fila' : `${count} filas`;
const more = (count: string | number | undefined): string =>
  Number(count) > 1 ? ` Hay ${Number(count)} filas así.` : '';

/** Frases por código de incidencia de la importación. */
export const importIssues: typeof english = {
  ...nextWaveIssues,
  ...weightingIssues,
  ...companionIssues,
  ...answerIssues,
  NOT_CSV_XLSX: () => ({
    problem: 'Es un libro de Excel, no un archivo CSV, diga lo que diga su nombre.',
    fix: 'Ábralo en Excel, elija Guardar como, «CSV UTF-8 (delimitado por comas)», y suba ese archivo.'
  }),
  NOT_CSV_XLS: () => ({
    problem: 'Es un libro de Excel en el formato antiguo .xls, no un archivo CSV.',
    fix: 'Ábralo en Excel, elija Guardar como, «CSV UTF-8 (delimitado por comas)», y suba ese archivo.'
  }),
  NOT_CSV_GZIP: () => ({
    problem: 'El archivo está comprimido.',
    fix: 'Descomprímalo y suba el CSV que contiene.'
  }),
  NOT_CSV_SPSS: () => ({
    problem: 'Es un archivo de datos de SPSS (.sav), no un archivo CSV.',
    fix: 'En SPSS elija Archivo, Exportar, Datos CSV, y suba ese archivo con sus etiquetas de valores.'
  }),
  NOT_CSV_STATA: () => ({
    problem: 'Es un archivo de datos de Stata, no un archivo CSV.',
    fix: 'En Stata ejecute «export delimited» y suba el archivo CSV.'
  }),
  NOT_CSV_PDF: () => ({
    problem: 'Es un documento PDF, no un archivo CSV.',
    fix: 'Pida las respuestas originales en CSV; de un documento no se pueden leer los datos.'
  }),
  NOT_CSV_HTML: () => ({
    problem:
      'Es una página web, no un archivo CSV: probablemente la de inicio de sesión de la herramienta.',
    fix: 'Inicie sesión en la herramienta, exporte de nuevo y compruebe que el archivo se abre como tabla.'
  }),
  NOT_CSV_JSON: () => ({
    problem: 'El archivo contiene JSON, no CSV.',
    fix: 'Exporte las respuestas como CSV desde el mismo lugar.'
  }),
  FILE_EMPTY: () => ({
    problem: 'El archivo está vacío.',
    fix: 'Expórtelo de nuevo y compruebe que la encuesta tiene respuestas.'
  }),
  RECORD_TOO_LONG: ({ megabytes }, where) => ({
    problem: `La línea ${where.line} sigue por más de ${megabytes} MB sin terminar. Ninguna respuesta es tan larga: se perdieron los finales de línea o esto no es una tabla.`,
    fix: 'Exporte de nuevo el archivo como CSV.'
  }),
  TOO_MANY_COLUMNS: ({ columns, most }, where) => ({
    problem: `La línea ${where.line} tiene ${columns} columnas; se pueden leer hasta ${most}.`,
    fix: 'Revise el separador o exporte menos preguntas a la vez.'
  }),
  NO_RESPONSES: ({ columns }) => ({
    problem: `El archivo tiene ${columns} columnas y ninguna respuesta.`,
    fix: 'Revise el filtro de la exportación: solo llegó el encabezado.'
  }),
  AGGREGATE_TABLE: (_params, where) => ({
    problem: `Es una tabla de resultados, no una fila por persona encuestada: los porcentajes empiezan en la línea ${where.line}.`,
    fix: 'Pida la exportación original de las respuestas; a partir de porcentajes no se puede calcular nada.'
  }),
  ENCODING_GUESSED: ({ encoding }, where) => ({
    problem: `El archivo no dice cómo guarda sus letras; desde la ${place(where)} las leemos como ${encoding}.`,
    fix: 'Mire nombres y acentos en la vista previa. Si están mal, elija otra codificación.'
  }),
  INVALID_BYTES: ({ value }, where) => ({
    problem: `${at(where)}: una letra está guardada de otro modo que el resto del archivo. Leímos «${value}».`,
    fix: 'Revise la celda.'
  }),
  MOJIBAKE_SUSPECTED: ({ value }, where) => ({
    problem: `${at(where)}: «${value}» parece texto guardado con la codificación equivocada.`,
    fix: 'Decida si se repara, o exporte el archivo de nuevo en UTF-8.'
  }),
  LOST_CHARACTERS: (_params, where) => ({
    problem: `${at(where)}: se perdieron letras antes de llegar aquí y aparecen como \uFFFD.`,
    fix: 'Exporte de nuevo si el original las tiene. No adivinamos.'
  }),
  NUL_BYTES: (_params, where) => ({
    problem: `${at(where)}: había bytes nulos dentro de las celdas y se quitaron.`,
    fix: 'Nada que hacer, salvo que el texto parezca incompleto.'
  }),
  INVISIBLE_CHARACTERS: (_params, where) => ({
    problem: `${at(where)}: se quitaron caracteres invisibles para que respuestas iguales cuenten como una.`,
    fix: 'Nada que hacer.'
  }),
  DELIMITER_UNSURE: () => ({
    problem:
      'Ningún separador divide las líneas por igual; leímos el archivo como una sola columna.',
    fix: 'Elija el separador si el archivo tiene varias columnas.'
  }),
  MIXED_EOL: () => ({
    problem:
      'Las líneas del archivo terminan de distintas maneras; las leímos todas como fin de línea.',
    fix: 'Nada que hacer.'
  }),
  CR_ONLY: () => ({
    problem: 'Las líneas terminan como las escribían los programas antiguos de Macintosh.',
    fix: 'Nada que hacer.'
  }),
  ESCAPE_BACKSLASH: (_params, where) => ({
    problem: `${at(where)}: las comillas dentro de las celdas están escritas \\" como en las bases de datos; así las leímos.`,
    fix: 'Revise una celda con comillas en la vista previa.'
  }),
  QUOTE_UNTERMINATED: (_params, where) => ({
    problem: `${at(where)}: aquí se abren comillas que nunca se cierran. Las leímos como texto y conservamos las filas siguientes.`,
    fix: 'Revise la celda.'
  }),
  QUOTE_STRAY: (_params, where) => ({
    problem: `${at(where)}: hay texto después de unas comillas de cierre. Lo conservamos todo como texto.`,
    fix: 'Revise la celda.'
  }),
  ROW_SHORT: ({ cells, columns, count }, where) => ({
    problem: `${at(where)} tiene ${cells} celdas y el encabezado ${columns}; el resto se toma como vacío.${more(count)}`,
    fix: 'Compruebe que sus respuestas están en las columnas correctas.'
  }),
  ROW_LONG: ({ cells, columns, value, count }, where) => ({
    problem: `${at(where)} tiene ${cells} celdas y el encabezado ${columns}; «${value}» no tiene columna y queda fuera.${more(count)}`,
    fix: 'A menudo una coma dentro de una respuesta no va entre comillas. Corrija la línea o acéptela.'
  }),
  FILE_TRUNCATED: (_params, where) => ({
    problem: `${at(where)}: el archivo se corta en medio de esta fila, que no se importa.`,
    fix: 'Descargue el archivo de nuevo.'
  }),
  BLANK_ROWS_SKIPPED: ({ count }, where) => ({
    problem: `${rows(count)} sin ninguna celda, la primera en la línea ${where.line}, no se cuentan.`,
    fix: 'Nada que hacer.'
  }),
  BLANK_COLUMNS_DROPPED: ({ count }) => ({
    problem: `${count} columnas al final no tienen encabezado ni celdas y quedan fuera.`,
    fix: 'Nada que hacer.'
  }),
  HEADER_REPEATED: (_params, where) => ({
    problem: `${at(where)} repite el encabezado y no se cuenta: parece que se unieron dos exportaciones.`,
    fix: 'Compruebe que nadie aparece en las dos.'
  }),
  HEADER_MISSING: ({ columns }) => ({
    problem: 'La primera línea parece una respuesta y no un encabezado.',
    fix: `Acepte los nombres Column 1 a Column ${columns}, o añada un encabezado al archivo.`
  }),
  HEADER_DUPLICATE: ({ heading, count }) => ({
    problem: `${count} encabezados aparecen más de una vez, como «${heading}». Se conservan todas las columnas.`,
    fix: 'Distíngalas por su posición y póngales etiquetas.'
  }),
  HEADER_BLANK: ({ count }) => ({
    problem: `${count} columnas no tienen encabezado. Se conservan por su posición.`,
    fix: 'Póngales etiquetas.'
  }),
  PREAMBLE_SKIPPED: ({ count, text }) => ({
    problem: `${count} líneas antes del encabezado se guardan como nota: «${text}».`,
    fix: 'Compruebe que el encabezado es la línea correcta.'
  }),
  FOOTER_SUSPECTED: ({ count }, where) => ({
    problem: `${rows(count)} desde la línea ${where.line} parecen totales o notas y quedan fuera.`,
    fix: 'Devuélvalas si son respuestas.'
  }),
  DUPLICATE_ROW: ({ first }, where) => ({
    problem: `${at(where)} es igual a la línea ${first} en todas las celdas.`,
    fix: 'Déjela fuera, o consérvela si dos personas respondieron lo mismo.'
  }),
  DUPLICATE_ID: ({ value, first }, where) => ({
    problem: `${at(where)}: el identificador «${value}» está también en la línea ${first}, con otras respuestas.`,
    fix: 'Decida cuál de las filas cuenta.'
  }),
  DECIMAL_COMMA: ({ value }, where) => ({
    problem: `${at(where)}: «${value}» se lee como número con coma decimal.`,
    fix: 'Nada que hacer.'
  }),
  NUMBER_FORMATS_MIXED: ({ value }, where) => ({
    problem: `${at(where)}: los números están escritos de distintas maneras, como «${value}».`,
    fix: 'Compruebe que los decimales se leen bien.'
  }),
  DATE_AMBIGUOUS: ({ value, order }, where) => ({
    problem: `${at(where)}: «${value}» puede ser día y mes o mes y día, y poco o nada en la columna lo aclara. Leemos primero ${order === 'dmy' ? 'el día' : 'el mes'}.`,
    fix: 'Revise el orden y cámbielo si está mal.'
  }),
  DATE_FORMATS_MIXED: (_params, where) => ({
    problem: `${at(where)}: esta columna escribe las fechas de varias maneras; cada una se lee por separado.`,
    fix: 'Revise algunas en la vista previa.'
  }),
  DATE_SERIAL: ({ value }, where) => ({
    problem: `${at(where)}: «${value}» es un número de día de una hoja de cálculo y se lee como fecha.`,
    fix: 'Nada que hacer.'
  }),
  EXCEL_DATE_MANGLED: ({ value, proposal }, where) => ({
    problem: `${at(where)}: una hoja de cálculo convirtió una respuesta en la fecha «${value}»; probablemente era ${proposal}.`,
    fix: 'Confirme la propuesta, o exporte de nuevo sin abrir el archivo en una hoja de cálculo.'
  }),
  SCIENTIFIC_ID: ({ value }, where) => ({
    problem: `${at(where)}: el identificador «${value}» perdió sus últimas cifras en una hoja de cálculo.`,
    fix: 'No sirve para distinguir personas. Exporte de nuevo con esta columna como texto.'
  }),
  LEADING_ZERO_LOST: ({ value, proposal }, where) => ({
    problem: `${at(where)}: el código postal «${value}» perdió su cero inicial; probablemente era ${proposal}.`,
    fix: 'Confirme la propuesta.'
  }),
  FORMULA_LIKE: (_params, where) => ({
    problem: `${at(where)}: algunas respuestas parecen fórmulas. Se guardan como texto.`,
    fix: 'Nada que hacer: las exportaciones las escriben de modo que ningún programa las ejecute.'
  }),
  VALUES_MERGED: ({ values }, where) => ({
    problem: `${at(where)}: ${values} maneras de escribir sí y no se leen como Yes y No.`,
    fix: 'Revise los recuentos.'
  }),
  CELL_UNREADABLE: ({ kind }, where) => ({
    problem: `${at(where)}: la celda no se pudo leer como ${kind === 'date' ? 'fecha' : 'número'} y falta.`,
    fix: 'Lea la variable como texto, o corrija la celda.'
  }),
  CELLS_UNREADABLE: ({ count, value, kind }, where) => ({
    problem: `${at(where)}: ${count} celdas como «${value}» no se pudieron leer como ${kind === 'date' ? 'fechas' : 'números'} y faltan.`,
    fix: 'Lea la variable como texto, o corrija las celdas.'
  }),
  PREVIEW_ROWS: ({ count }) => ({
    problem: `${rows(count)} llegaron por el enlace de vista previa de la encuesta. Se conservan.`,
    fix: 'Déjelas fuera si son pruebas.'
  }),
  NO_ANSWERS: ({ status }, where) => ({
    problem: `La línea ${where.line} no tiene respuestas: el servidor dice "${status}". Se deja fuera.`,
    fix: 'Para tenerlas, desbloquee los envíos en el servidor y exporte otra vez.'
  }),
  ROWS_NOT_RESPONDENTS: ({ rows: count, records }) => ({
    problem: `Las ${count} filas son ${records} registros: un registro tiene varias filas, una por evento o repetición.`,
    fix: 'Siga para guardar todas las filas. Exporte un solo evento para tener una fila por persona.'
  }),
  COMPANION_AS_MAIN: ({ tool, kind }) => ({
    problem: `Este archivo no tiene datos de encuesta: es ${tool}${kind === 'form' ? ', con las preguntas de un formulario' : ''}. No tiene respuestas.`,
    fix: 'Elija primero el archivo con las respuestas y agregue este al lado.'
  }),
  REPEAT_ROWS: ({ tool }) => ({
    problem: `Esto es ${tool}: sus filas son miembros de un grupo repetido, no personas que respondieron.`,
    fix: 'Para contar personas, elija primero el archivo principal y agregue este al lado.'
  }),
  SMALL_COMBINATIONS: ({ rows: count, columns }) => ({
    problem: `${rows(count)}: menos de 5 personas comparten la misma mezcla de ${columns}. Quien las conozca podría saber quiénes son.`,
    fix: 'Haga menos precisos los códigos postales o las edades en el paso Privacidad. Las figuras ocultan de todos modos grupos tan pequeños.'
  })
};
