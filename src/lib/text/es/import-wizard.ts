import type { importWizard as english } from '../en/import-wizard';

const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('es-US')} ${many}`;
const rows = (n: number) => counted(n, 'fila', 'filas');

const left = (seconds: number): string =>
  seconds < 5
    ? 'faltan unos segundos'
    : seconds < 90
      ? `faltan unos ${counted(Math.ceil(seconds / 5) * 5, 'segundo', 'segundos')}`
      : `faltan unos ${counted(Math.round(seconds / 60), 'minuto', 'minutos')}`;

/** Las palabras del asistente de importación que comparten los pasos, y de sus partes nuevas. */
export const importWizard: typeof english = {
  continue: 'Continuar',
  back: 'Atrás',
  cancel: 'Cancelar',
  left,

  log: {
    title: (n) => `Lo que se decidió (${n})`,
    none: 'Todavía no se ha decidido nada.',
    undo: 'Deshacer',
    redo: 'Rehacer',
    keys: 'Deshacer: Ctrl+Z. Rehacer: Mayús+Ctrl+Z.',
    undone: 'deshecho',
    bar: 'Decisiones',
    by: (who, when) => `${who}, ${when}`
  },

  upload: {
    drop: 'Suelte los archivos aquí, o elíjalos',
    dropNow: 'Suelte para enviar los archivos',
    lead: 'Una exportación CSV o Excel de KoboToolbox, SurveyMonkey, Qualtrics, Google Forms u otra herramienta, o un archivo de SPSS. Elija a la vez lo que le pertenece: hojas del formulario, libros de códigos, ponderaciones, grupos repetidos.',
    label: 'Archivo de la encuesta, y los archivos que le pertenecen',
    arranged:
      'Puede elegir varios. Averiguamos cuál tiene las respuestas y mostramos cómo encajan.',
    limits: (size) =>
      `Hasta ${size} por archivo. Los archivos se quedan en la máquina de su coalición.`,
    sendingAll: (n) => `Enviando ${counted(n, 'archivo', 'archivos')}`,
    progress: (sent, all, seconds) =>
      `${sent} de ${all}${seconds === null ? '' : `, ${left(seconds)}`}`,
    waiting: 'Se perdió la conexión. Se intenta otra vez. Lo que llegó se conserva.',
    lost: 'Se cortó la conexión. Lo que llegó se conserva: abra el borrador abajo y elija el mismo archivo para enviar el resto.',
    cancelled: 'Cancelado. No se guardó nada.',
    noScript: 'Sin scripts en este navegador, envíe los archivos con este formulario.',
    noScriptSize: (size) =>
      `Los envía de una vez, hasta ${size} en total. Para más, quien administra el programa puede usar la línea de comandos.`,
    noScriptFiles: 'Archivos',
    send: 'Enviar los archivos',
    half: (name, have, all) =>
      `${name}: han llegado ${have} de ${all}. Elija el mismo archivo otra vez para enviar el resto.`,
    halfHeading: 'El envío no ha terminado',
    halfLead: 'Lo que llegó se conserva 14 días.',
    otherFile: (name, size) =>
      `Este es otro archivo. Elija ${name}, con ${size}, o empiece una importación nueva.`,
    resumeLabel: 'El mismo archivo'
  },

  drafts: {
    title: 'Importaciones en curso',
    continueOf: (name) => `Continuar: ${name}`,
    discard: 'Desechar',
    discardOf: (name) => `Desechar: ${name}`,
    states: {
      uploading: 'envío sin terminar',
      uploaded: 'sin leer',
      inspected: 'en revisión',
      committing: 'importándose',
      failed: 'detenida',
      done: 'lista'
    },
    meta: (size, when, state) => `${size}, empezado el ${when}, ${state}`,
    as: (survey, wave) => `${survey}, ${wave}`
  },

  reading: {
    heading: 'Leyendo el archivo',
    lead: 'Puede salir de esta página. La lectura sigue.',
    label: 'Avance de la lectura',
    progress: (percent, seconds) =>
      `${percent}% leído${seconds === null ? '' : `, ${left(seconds)}`}`,
    rows: (n) => `${n} filas`,
    again: 'Mirar otra vez',
    stopped: 'La lectura se detuvo.',
    keptOld: 'El archivo no se pudo leer así. Se lee como antes.'
  },

  read: {
    change: 'Cambiar cómo se lee el archivo',
    changeLead: 'El archivo se lee otra vez enseguida. Las decisiones sobre sus preguntas quedan.',
    readAgain: 'Leer otra vez',
    encoding: 'Caracteres',
    delimiter: 'Entre celdas',
    headerRows: 'Filas de encabezado',
    preamble: 'Líneas antes del encabezado',
    decimal: 'Signo decimal',
    decimals: { '.': 'punto, como en 1.5', ',': 'coma, como en 1,5' },
    automatic: 'como se encontró',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16, little endian',
      'utf-16be': 'UTF-16, big endian',
      'windows-1252': 'Windows (occidental)',
      macintosh: 'Mac OS Roman'
    },
    container: 'Dentro de',
    sheet: (name) => `Excel, hoja "${name}"`,
    sav: 'SPSS',
    rowsShown: {
      first: 'Primeras filas',
      last: 'Últimas filas',
      widest: 'Filas más anchas'
    },
    previewNav: 'Filas que ver',
    rowsOnLines: (n) => `${rows(n)}, con su línea en el archivo`,
    rowAt: (line) => `Fila de la línea ${line}`,
    files: 'Archivos que van juntos',
    filesLead: 'Cómo encajan los archivos. Añada lo que falta, o quite lo que no corresponde.',
    main: 'tiene las respuestas',
    remove: 'Quitar',
    removeOf: (name) => `Quitar: ${name}`,
    addFile: 'Añadir un archivo',
    addHint: 'Una hoja del formulario, un libro de códigos, ponderaciones o un grupo repetido.',
    pairKinds: {
      form: 'hoja del formulario',
      dictionary: 'diccionario de datos',
      events: 'lista de eventos',
      codebook: 'libro de códigos',
      weights: 'ponderaciones replicadas',
      columns: 'más columnas de las mismas personas',
      repeat: 'filas de un grupo repetido',
      none: 'sin usar: nada en él encaja con el archivo de la encuesta'
    },
    pairWhy: {
      headings: 'reconocido por sus encabezados',
      'parent-key': 'sus filas nombran la fila a la que pertenecen',
      'same-id': 'los dos archivos tienen la misma clave',
      'same-id-numbered': 'misma clave, columnas numeradas',
      'many-rows-per-id': 'varias filas por clave',
      unknown: '',
      'same-columns': 'tiene las columnas del archivo de la encuesta'
    },
    pairKey: (main, other) => `unidos por ${main} y ${other}`,
    pairMatched: (n, unmatched) => `${n} hallaron su lugar, ${unmatched} no`,
    compareTitle: 'Parece una ronda anterior',
    compareText:
      'Sus encabezados son los de una importación anterior. Vea qué cambió desde entonces.',
    compare: 'Comparar con la ronda anterior',
    straightOn: 'Ir directo al diseño',
    again: (survey, wave) => `Ya se importó como ${survey}, ${wave}`,
    againText:
      'El mismo archivo con las mismas decisiones no se acepta. Siga solo para importarlo como otra encuesta o ronda, o con otras decisiones.',
    againLink: 'Abrir esa importación',
    seeIssues: 'Ver todo lo que se encontró'
  },

  questions: {
    find: 'Buscar en encabezados y textos',
    findAction: 'Buscar',
    pick: (name) => `Seleccionar ${name}`,
    pickAll: 'Seleccionar todas las que se ven',
    bulkTitle: 'Cambiar varias a la vez',
    bulkTarget: 'Cuáles',
    bulkPicked: 'las seleccionadas',
    bulkShown: (n) => `las ${n} que se ven`,
    bulkUse: 'Uso',
    bulkBase: 'Quién cuenta',
    bulkDirection: 'Qué extremo es bueno',
    bulkMissing: 'Códigos sin respuesta',
    bulkMissingHint: 'Por ejemplo: 8, 9, 99',
    bulkReason: 'Significan',
    asIs: 'Dejar como está',
    includes: { use: 'Usar según la propuesta', off: 'Dejar fuera' },
    apply: 'Aplicar',
    picked: (n) => counted(n, 'seleccionada', 'seleccionadas')
  },

  detail: {
    preview: 'Lo que resulta',
    answered: (n, all) => `${n} de ${all} respondieron`,
    base: (n) => `Las barras son partes de ${n}.`,
    notCounted: 'Se cuenta al importar el archivo.',
    off: 'Queda fuera: no resulta nada.',
    samples: 'Valores en el archivo',
    warnings: 'Lo que se encontró aquí'
  },

  issues: {
    heading: 'Lo que se encontró en el archivo',
    lead: (shown, all) =>
      shown === all
        ? counted(all, 'entrada', 'entradas')
        : `${shown} de ${counted(all, 'entrada', 'entradas')}`,
    severity: 'Clase',
    code: 'Qué',
    column: 'Columna',
    text: 'Palabras',
    all: 'Todo',
    filter: 'Mostrar',
    clear: 'Mostrar todo',
    none: 'Nada coincide.',
    line: 'Línea',
    columnHead: 'Columna',
    value: 'Valor',
    done: 'Qué se encontró y qué se hizo',
    rows: 'Filas',
    seeRows: 'Ver las filas',
    seeRowsOf: (line) => `Ver las filas cerca de la línea ${line}`,
    csv: 'Descargar como CSV',
    badRows: 'Descargar las filas que no se pudieron leer',
    badRowsNote:
      'Filas con algo que no se pudo leer o que hubo que corregir, sin los datos personales.',
    group: (n) => counted(n, 'lugar', 'lugares'),
    more: (n) => `${counted(n, 'lugar más', 'lugares más')} en la descarga`,
    around: (line) => `Filas cerca de la línea ${line}`,
    groupBy: 'Por clase',
    columnName: (letter, name) => (name === '' ? letter : `${letter} (${name})`)
  },

  check: {
    sum: (file, imported, excluded) =>
      `${file} en el archivo = ${imported} importadas + ${excluded} fuera`,
    respondents: 'Personas',
    respondentsOf: (respondents, all) =>
      respondents === all
        ? `${respondents}: cada fila es una persona`
        : `${respondents}, en ${all} filas`,
    repeat: (name) => `Las filas son entradas de "${name}", no personas.`,
    noKey: 'No se sabe: ninguna columna distingue a las personas. Cada fila cuenta como una.',
    weightTotal: 'Suma de las ponderaciones'
  },

  done: {
    links: 'Adónde ir ahora',
    indicators: 'Ver los indicadores',
    explore: 'Explorar',
    supersede:
      'Algo se apoya en esta importación, así que ya no se puede deshacer. Importe un archivo corregido para la misma ronda: reemplaza a este, y lo que se apoya en él queda señalado.',
    undoUntil: 'Se puede deshacer hasta que una figura congelada se apoye en ella.',
    replaced: (n) => `Reemplaza la versión ${n} de esta ronda.`,
    excluded: 'Fuera',
    secondsLeft: (percent, rowsDone, seconds) =>
      `${percent}% leído, unas ${rowsDone} filas${seconds === null ? '' : `, ${left(seconds)}`}`
  },

  csv: {
    headings: {
      severity: 'clase',
      code: 'código',
      line: 'línea',
      column: 'columna',
      name: 'nombre',
      value: 'valor',
      text: 'qué se encontró y qué se hizo',
      reason: 'por qué'
    }
  },

  issue: {
    'no-files': () => 'Elija al menos un archivo.',
    'too-many-files': () => 'Son más de 40 archivos. Elija menos.',
    'upload-offset': () =>
      'El envío perdió su lugar. Cargue la página otra vez; lo que llegó se conserva.',
    'upload-incomplete': ({ file }) =>
      `${file} no ha llegado entero. Elíjalo otra vez para enviar el resto.`,
    'reading-cancelled': () => 'La lectura se canceló. El borrador queda como estaba.',
    'reading-failed': () =>
      'La lectura se detuvo por una razón nuestra. El borrador queda como estaba. Inténtelo otra vez.',
    'operation-unknown': () => 'Este cambio no se entendió. Cargue la página otra vez.',
    'nothing-to-undo': () => 'No hay nada que deshacer.',
    'nothing-to-redo': () => 'No hay nada que rehacer.',
    'nothing-picked': () => 'Seleccione primero al menos una pregunta.',
    'nothing-set': () => 'Elija primero qué cambiar.'
  }
};
