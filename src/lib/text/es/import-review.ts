import type { importReview as english } from '../en/import-review';

type Params = Readonly<Record<string, string | number>>;
const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('es-US')} ${many}`;
const rows = (n: number) => counted(n, 'fila', 'filas');

/** La importación, paso a paso. */
export const importReview: typeof english = {
  title: 'Importar una encuesta',
  stepsLabel: 'Pasos de la importación',
  steps: {
    file: 'Archivo',
    read: 'Lectura',
    questions: 'Preguntas',
    privacy: 'Privacidad',
    design: 'Diseño',
    check: 'Revisión',
    done: 'Listo'
  },
  stepDone: 'hecho',
  pageTitle: (step) => `Importar: ${step}`,
  draftKept: 'En cada paso se guarda un borrador. Ninguna respuesta se guarda antes del paso 7.',
  discard: 'Desechar este borrador',

  file: {
    heading: 'Elija el archivo de la encuesta',
    reading: 'Leyendo el archivo. Los archivos grandes tardan un minuto.',
    privacyTitle: 'Qué pasa con el archivo',
    privacyText:
      'Se detectan las columnas con nombres, correos, teléfonos, direcciones o lugares en un mapa, y quedan apagadas. La copia enviada se borra después de importar, o a los 14 días si no se importa.'
  },

  read: {
    heading: (tool) => `Parece ser de ${tool}`,
    refusedHeading: 'Este archivo no se puede importar',
    refusedLead: 'No se guardó nada.',
    unreadHeading: 'El archivo todavía no se ha leído',
    unreadLead: 'Se envió, pero la lectura no terminó.',
    readNow: 'Leer el archivo',
    chooseOther: 'Elegir otro archivo',
    summary: (rowCount, columns, questions) =>
      `${rows(rowCount)}, ${counted(columns, 'columna', 'columnas')}, agrupadas en ${counted(questions, 'pregunta', 'preguntas')}.`,
    why: {
      kobo: 'Tiene las columnas _id, _uuid y _submission_time, o un formulario al lado.',
      qualtrics: 'La tercera fila contiene ImportId.',
      surveymonkey: 'La segunda fila nombra tipos de respuesta.',
      'google-forms': 'La primera columna es una marca temporal.',
      generic:
        'No hay señal de una herramienta conocida: cada columna se lee por su encabezado y sus celdas.',
      known: 'Sus encabezados son los de esta herramienta.'
    },
    already: (survey, wave, when) =>
      `Este archivo se importó el ${when} como ${survey}, ${wave}. Si lo importa de nuevo, se hace una versión que reemplaza a aquella.`,
    howRead: 'Cómo se leyó el archivo',
    fileName: 'Archivo',
    size: 'Tamaño',
    encoding: 'Caracteres',
    delimiter: 'Entre celdas',
    delimiters: {
      ',': 'coma',
      ';': 'punto y coma',
      '\t': 'tabulador',
      '|': 'barra',
      '': 'una sola columna'
    },
    headerRows: 'Encabezado',
    headerCount: (n) => counted(n, 'fila', 'filas'),
    found: 'Qué se encontró',
    nothingFound: 'Nada que señalar.',
    severities: {
      error: 'No se puede importar',
      question: 'Necesita su respuesta',
      repaired: 'Reparado',
      note: 'Bueno saberlo'
    },
    moreIssues: (n) => counted(n, 'más como este', 'más como estos'),
    preview: 'Primeras filas',
    previewNote:
      'Las columnas que parecen datos personales están ocultas aquí y apagadas en el paso siguiente.',
    line: 'Línea',
    hidden: 'oculto',
    nothingOpen: 'Nada necesita su respuesta. Puede mirar las preguntas, o pasar al diseño.',
    someOpen: (n) => `${counted(n, 'pregunta necesita', 'preguntas necesitan')} su respuesta.`
  },

  questions: {
    heading: (columns, open) =>
      `Hay ${counted(columns, 'columna', 'columnas')}. ${open === 0 ? 'Ninguna necesita su respuesta.' : open === 1 ? '1 necesita su respuesta.' : `${open} necesitan su respuesta.`}`,
    lead: (rowCount, questions) =>
      `Leímos ${rows(rowCount)} y agrupamos las columnas en ${counted(questions, 'pregunta', 'preguntas')}. Cambie lo que quiera. Nada se guarda antes del paso 7.`,
    filters: 'Mostrar',
    tabs: {
      all: 'Todas',
      open: 'Necesitan respuesta',
      question: 'Preguntas',
      people: 'Sobre las personas',
      design: 'Diseño y herramienta',
      personal: 'Datos personales'
    },
    showing: (shown, all) => `${shown} de ${all}`,
    none: 'Nada en esta pestaña.',
    column: 'Columna del archivo',
    filled: 'Llenas',
    examples: 'Ejemplos',
    looksLike: 'Parece',
    useAs: 'Usar como',
    useOf: (name) => `Usar ${name} como`,
    hidden: 'Oculto',
    columnsOf: (n) => counted(n, 'columna', 'columnas'),
    headingRange: (first, last) => `${first} … ${last}`,
    open: (name) => `Abrir ${name}`,
    unsure: 'No es seguro. Apagada hasta que elija.',
    personalOff: 'Datos personales. Apagada.',
    personalOn: 'Datos personales. Se guardarán.',
    needsAnswer: 'Necesita su respuesta',
    sure: (confidence) =>
      ({ sure: 'seguro', likely: 'probable', guess: 'una suposición' })[confidence],
    save: 'Guardar usos',
    saved: 'Guardado.',
    offCount: (n) =>
      n === 0
        ? 'Todas las preguntas están encendidas.'
        : `Puede seguir con ${counted(n, 'pregunta apagada', 'preguntas apagadas')}.`,
    uses: {
      single: 'Una opción',
      scale: 'Escala ordenada',
      nps: 'Calificación de 0 a 10',
      'multiple-response': 'Elegir todas',
      matrix: 'Misma escala, varios temas',
      rank: 'Orden de preferencia',
      numeric: 'Número',
      date: 'Fecha',
      'open-text': 'Palabras propias, privado',
      'other-specify': 'Otra, en palabras propias',
      area: 'Lugar',
      weight: 'Peso',
      'replicate-weight': 'Peso replicado',
      stratum: 'Estrato',
      psu: 'Unidad de muestreo (UPM)',
      fpc: 'Unidades del estrato',
      id: 'Clave de la respuesta',
      timestamp: 'Hora',
      paradata: 'Sobre la entrevista',
      'attention-check': 'Control de atención',
      identifier: 'Guardar, privado',
      off: 'No importar'
    },
    looks: {
      single: (n) => `Una opción, ${counted(n, 'respuesta', 'respuestas')}`,
      scale: (n) => `Escala ordenada, ${counted(n, 'paso', 'pasos')}`,
      nps: () => 'Calificación de 0 a 10',
      'multiple-response': (n) => `Elegir todas, ${counted(n, 'opción', 'opciones')}`,
      matrix: (n) => `Misma escala, ${counted(n, 'tema', 'temas')}`,
      rank: (n) => `Orden de preferencia, ${counted(n, 'tema', 'temas')}`,
      numeric: () => 'Número',
      date: () => 'Fecha',
      'open-text': (n) => `Palabras propias, ${counted(n, 'respuesta', 'respuestas')}`,
      'other-specify': (n) => `Otra, en palabras propias, ${counted(n, 'respuesta', 'respuestas')}`,
      area: (n) => `Lugar, ${counted(n, 'nombre', 'nombres')}`,
      weight: () => 'Peso',
      'replicate-weight': () => 'Peso replicado',
      stratum: () => 'Estrato de la muestra',
      psu: () => 'Unidad de muestreo',
      fpc: () => 'Unidades del estrato',
      id: () => 'Clave de la respuesta',
      timestamp: () => 'Hora',
      paradata: () => 'Sobre la entrevista',
      'attention-check': () => 'Control de atención',
      identifier: () => 'Datos personales',
      off: () => 'Vacía'
    },
    personal: {
      name: 'Nombres',
      email: 'Correos electrónicos',
      phone: 'Teléfonos',
      'national-id': 'Números oficiales',
      address: 'Direcciones',
      'birth-date': 'Fechas de nacimiento',
      location: 'Lugares en un mapa',
      ip: 'Direcciones de internet',
      device: 'Códigos de equipos o personas',
      marked: 'Marcado como personal'
    }
  },

  detail: {
    label: (language) => `Texto, ${language}`,
    languages: { en: 'inglés', es: 'español', und: 'como en el archivo' },
    answers: 'Respuestas en este orden',
    answer: 'Respuesta',
    code: 'Código',
    place: 'Lugar',
    placeOf: (label) => `Lugar de ${label}`,
    labelOf: (code, language) => `Texto de ${code}, ${language}`,
    count: 'Filas',
    missingOf: (label) => `Qué significa ${label}`,
    anAnswer: 'Una respuesta',
    rawRows: 'Filas sin pesos.',
    reasons: {
      blank: 'En blanco',
      'not-asked': 'No se preguntó',
      'dont-know': 'No sabe',
      refused: 'No quiso contestar',
      'not-applicable': 'No aplica',
      unreadable: 'Ilegible'
    },
    missing: 'Códigos que significan sin respuesta',
    blankCells: 'Celdas en blanco',
    base: 'Quiénes se cuentan',
    bases: {
      answered: 'Quienes contestaron',
      asked: 'A quienes se preguntó',
      everyone: 'Todas las personas del archivo'
    },
    direction: 'Qué extremo es bueno',
    directions: {
      none: 'Ninguno, o no se sabe',
      'low-is-good': 'La primera respuesta es buena',
      'low-is-bad': 'La primera respuesta es mala'
    },
    relevant: 'Se pregunta solo si',
    why: 'Por qué se lee así',
    flip: 'Invertir el orden',
    save: 'Guardar esta pregunta',
    close: 'Cerrar',
    decide: 'Aceptar la propuesta'
  },

  design: {
    heading: 'A quién se preguntó, y cómo',
    lead: 'Estos datos deciden qué números se pueden mostrar y qué se puede decir de ellos.',
    names: 'Nombres',
    surveyName: 'Encuesta',
    surveyHint: 'El mismo nombre en cada ronda.',
    waveName: 'Ola',
    waveHint: 'Por ejemplo el año.',
    sampleType: '¿Cómo se eligió a las personas?',
    sampleTypes: {
      probability: {
        label: 'Al azar',
        text: 'Cada persona del lugar tenía una probabilidad conocida de ser elegida. Se permiten rangos y «en el condado».'
      },
      'address-based': {
        label: 'Domicilios al azar, pocas respuestas',
        text: 'Los domicilios se eligieron al azar y respondió menos de la mitad. Se permiten rangos; no se permite decir que quienes respondieron valen por los demás.'
      },
      casper: {
        label: 'CASPER (30 conglomerados de 7 hogares)',
        text: 'Una muestra rápida, en dos etapas, de toda una comunidad. Las respuestas hablan por la comunidad, no por sus zonas ni grupos.'
      },
      census: {
        label: 'Se preguntó a todas',
        text: 'Todos los hogares, miembros o clientes recibieron la encuesta. Quienes no contestaron pueden ser distintos.'
      },
      membership: {
        label: 'De una lista de miembros o clientes',
        text: 'Las respuestas hablan por esa lista, no por el condado.'
      },
      'opt-in': {
        label: 'Enlace abierto o evento',
        text: 'Participó quien quiso. Las respuestas hablan solo por esas personas.'
      },
      administrative: {
        label: 'De registros',
        text: 'Se contó en expedientes o inscripciones, no en una encuesta.'
      }
    },
    facts: 'El trabajo de campo',
    population: 'Personas por las que habla la encuesta',
    populationHint: 'Por ejemplo los adultos del condado. Deje vacío si no se sabe.',
    fieldedFrom: 'Primer día',
    fieldedTo: 'Último día',
    universe: 'Quiénes podían participar',
    universeHint: 'Por ejemplo: personas de 18 años o más que viven en hogares del condado.',
    mode: 'Cómo contestaron',
    modeHint: 'Por ejemplo: correo, internet y teléfono, en inglés y español.',
    sponsor: 'Quién la pagó y quién la hizo',
    weighting: 'Cómo se hicieron los pesos',
    limits: 'Límites conocidos',
    inEnglish: 'en inglés',
    inSpanish: 'en español',
    sampling: 'Diseño de la muestra',
    samplingLead:
      'Columnas que dicen cómo se eligió la muestra. Deje vacío lo que el archivo no tiene.',
    strata: 'Columna del estrato',
    psu: 'Columna de la unidad de muestreo (UPM)',
    weight: 'Columna del peso',
    noWeight: 'Ninguna: cada respuesta cuenta igual',
    fpc: 'Unidades del estrato (CPF)',
    none: 'Ninguna',
    area: 'Columna del lugar',
    panel: 'Los mismos lugares que otras rondas',
    panelHint:
      'Solo cuando varias rondas visitaron los mismos estratos y unidades. Dé a todas el mismo nombre, por ejemplo «Panel 2023».',
    lonely: 'Un estrato con una sola unidad',
    lonelyRules: {
      adjust: 'compararlo con toda la muestra (prudente)',
      average: 'darle el promedio de los otros estratos',
      certainty: 'tratarlo como elegido con certeza',
      remove: 'dejarlo fuera de la varianza',
      fail: 'no calcular'
    },
    threshold: 'Grupo más pequeño que se muestra',
    thresholdUsual: 'El número usual para esta forma de elegir',
    thresholdReason: 'Por qué otro número',
    thresholdReasonHint: 'Se guarda con cada figura. Hace falta cuando no es el número usual.'
  },

  check: {
    heading: (n) => `${rows(n)} por importar`,
    lead: (survey, wave) => `Como ${survey}, ${wave}.`,
    sums: 'Cada fila del archivo',
    inFile: 'Filas en el archivo',
    imported: 'Se importarán',
    excluded: {
      duplicate: 'Fuera: la misma fila dos veces',
      'no-answers': 'Fuera: sin respuestas',
      footer: 'Fuera: totales y notas al final',
      truncated: 'Fuera: cortada',
      'header-repeated': 'Fuera: encabezado repetido'
    },
    questions: 'Preguntas',
    questionsOf: (on, all) => `${on} de ${all} encendidas`,
    weight: 'Peso',
    sample: 'Muestra',
    openTitle: (n) => (n === 1 ? 'Falta 1 decisión' : `Faltan ${n} decisiones`),
    openLead: 'Nada se importa hasta que todas estén tomadas.',
    acceptAll: 'Aceptar todas las propuestas',
    accept: 'Aceptar la propuesta',
    acceptOf: (what) => `Aceptar la propuesta: ${what}`,
    decline: 'Dejar las celdas como están',
    otherOrder: 'Leer en el otro orden',
    declineOf: (what) => `No como se propone: ${what}`,
    keepRow: 'Conservar la fila',
    keepRowOf: (line) => `Conservar la fila de la línea ${line}`,
    goTo: {
      surveyName: 'Poner nombre a la encuesta',
      waveName: 'Poner nombre a la ronda',
      sampleType: 'Decir cómo se eligió a las personas'
    },
    report: 'Informe',
    import: 'Importar',
    undoable: 'Una importación es un solo paso: se puede deshacer entera.'
  },

  done: {
    runningHeading: 'Importando',
    runningLead: 'Puede dejar esta página. La importación sigue.',
    progressLabel: 'Avance de la importación',
    refresh: 'Mirar otra vez',
    failedHeading: 'La importación no terminó',
    failedLead: 'No se guardó nada. El borrador está como estaba.',
    cancelledHeading: 'La importación se canceló',
    backToCheck: 'Volver a la revisión',
    heading: 'Importada',
    lead: (n, survey, wave) => `${rows(n)} guardadas como ${survey}, ${wave}.`,
    stored: 'Qué se guardó',
    version: 'Versión',
    by: 'Importada por',
    when: 'Cuándo',
    hash: 'Huella del archivo',
    build: 'Armar el resumen',
    buildText: (n) =>
      n === 0
        ? 'De las preguntas no se pudo proponer ninguna medida. Únalas a mano.'
        : `De las preguntas se ${n === 1 ? 'propuso 1 medida' : `propusieron ${n} medidas`}.`,
    mapping: 'Revisar las medidas',
    quality: 'Ver qué tan buena es la encuesta',
    undo: 'Deshacer esta importación'
  },

  issue: {
    'other-site': () =>
      'Esta solicitud no vino de una página de este sitio. Cargue la página otra vez.',
    'file-name-missing': () => 'El archivo no tiene nombre. Elíjalo otra vez.',
    'upload-empty': () => 'El archivo está vacío. Expórtelo de nuevo y elíjalo otra vez.',
    'upload-too-large': () =>
      'El archivo es más grande de lo que acepta este programa. Pida a quien lo opera que suba el límite.',
    'no-such-draft': () => 'Este borrador ya no está: se importó o se desechó.',
    'not-inspected': () => 'El archivo todavía no se ha leído. Vuelva al paso 2.',
    'import-failed': () =>
      'La importación se detuvo por algo de nuestro lado. No se guardó nada. Inténtelo otra vez.',
    'no-such-file': () => 'El archivo enviado ya no está. Elíjalo otra vez.',
    'survey-name-missing': () => 'Escriba un nombre para la encuesta.',
    'wave-name-missing': () => 'Escriba un nombre para la ronda.',
    'sample-type-missing': () =>
      'Elija cómo se eligió a las personas. Hasta entonces no se puede mostrar ningún número.',
    'population-below-responses': () =>
      'La encuesta no puede hablar por menos personas de las que contestaron. Revise el número.',
    'field-dates-reversed': () => 'El último día es anterior al primero. Corrija uno de los dos.',
    'date-unreadable': () => 'Escriba una fecha del calendario, como 2026-05-31.',
    'number-unreadable': () => 'Escriba un número entero mayor que 0, como 186,000.',
    'factor-unreadable': () => 'Escriba el factor de Fay, un número de 0 a menos de 1, como 0.5.',
    'text-long': () => 'Es demasiado largo. Acórtelo.',
    'threshold-not-offered': () => 'Elija uno de los números de la lista.',
    'panel-without-psu': () =>
      'Las rondas comparten lugares por sus unidades de muestreo. Elija la columna de la unidad.',
    'threshold-reason-missing': () => 'Diga por qué, cuando no es el número usual.',
    'design-variable-unknown': ({ variable }: Params) =>
      `La encuesta no tiene la columna «${variable}». Elija otra.`,
    'decisions-open': ({ count }: Params) =>
      Number(count) === 1
        ? 'Primero tome la decisión que falta.'
        : `Primero tome las ${count} decisiones que faltan.`,
    'no-variables': () => 'Todo está apagado. Encienda al menos una pregunta.',
    'no-rows': () => 'No queda ninguna fila por importar.',
    'already-imported': ({ survey, wave, at }: Params) =>
      `Este archivo se importó con las mismas decisiones el ${String(at).slice(0, 10)} como ${survey}, ${wave}. Cambie una decisión, o use esa importación.`,
    'no-such-version': () => 'Esta importación ya no está. Puede que se haya deshecho.',
    'version-in-use': () =>
      'Una figura congelada se apoya en esta importación, así que se queda. Importe un archivo corregido para la misma ronda: la reemplaza.',
    'no-such-wave': () => 'Esta ronda ya no está.',
    'wave-without-responses': () => 'Esta ronda no tiene respuestas. Importe primero su archivo.',
    'no-such-indicator': () => 'No se conoce esta medida. Cargue la página otra vez.',
    'input-missing': () => 'Elija la pregunta.',
    'variable-unknown': ({ variable }: Params) =>
      `La encuesta no tiene la pregunta «${variable}». Elija otra.`,
    'benchmark-missing': () =>
      'La medida necesita un número publicado que no está. Agréguelo en Indicadores, Números y lecturas.',
    'nothing-counts': () => 'Elija al menos una respuesta que cuente como sí.',
    'code-unknown': ({ code }: Params) => `«${code}» no es una respuesta de esta pregunta.`,
    'code-both-ways': ({ code }: Params) => `«${code}» no puede ser sí y no a la vez.`
  }
};
