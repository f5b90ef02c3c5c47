import type { figures as english } from '../en/figures';

const answers = (n: string): string => (n === '1' ? '1 respuesta' : `${n} respuestas`);

export const figures: typeof english = {
  columns: {
    rank: 'Puesto probable',
    value: 'Porcentaje',
    number: 'Valor',
    people: 'Personas',
    range: 'Rango del 95%',
    modelRange: 'Rango según un modelo',
    answers: 'Respuestas',
    gap: 'Brecha',
    gapRange: 'Rango de la brecha',
    flag: 'Nota',
    need: 'Necesidad',
    net: 'En conjunto'
  },
  key: {
    bar: (value) => `${value} y rango del 95%`,
    barModel: (value) => `${value} y rango según un modelo`,
    barAlone: (value) => `${value} de quienes respondieron`,
    care: '[u] pocas respuestas o un rango amplio, usar con cuidado',
    reference: (label, range) => `${label}, ${range}`,
    private: '[c] privado',
    missing: '[x] no disponible',
    line: 'Línea: rango probable',
    lineOpen: 'Línea: rango según un modelo'
  },
  flags: {
    care: '[u] usar con cuidado',
    careShort: '[u] cuidado',
    private: '[c] No se muestra, para proteger la privacidad',
    missing: {
      'no-answers': '[x] No disponible: sin respuestas',
      'not-asked': '[x] No disponible: no se preguntó',
      'too-imprecise': '[x] El rango es demasiado amplio',
      'whole-only': '[x] No disponible: esta clase de muestra habla solo por toda la comunidad',
      'too-few-groups':
        '[x] No disponible: menos del 85 por ciento de los grupos tienen respuestas suficientes',
      undefined: '[x] No disponible: no se puede calcular'
    },
    missingPlain: '[x] No disponible',
    explain: {
      '': '',
      u: '[u] pocas respuestas, o un rango amplio: usar con cuidado',
      c: '[c] no se muestra, para proteger a las personas de un grupo pequeño',
      x: '[x] no disponible'
    },
    speech: {
      u: 'pocas respuestas, usar con cuidado',
      c: 'No se muestra, para proteger la privacidad',
      x: 'no disponible'
    }
  },
  phrase: {
    half: 'cerca de la mitad',
    'more-than-half': 'más de la mitad',
    'nearly-all': 'casi la totalidad',
    'under-one': 'menos de 1 de cada 100',
    'over-ninety-nine': 'más de 99 de cada 100',
    none: 'ninguna persona',
    all: 'la totalidad',
    about: (count, of) => `cerca de ${count} de cada ${of}`,
    'more-than': (count, of) => `más de ${count} de cada ${of}`,
    'fewer-than': (count, of) => `menos de ${count} de cada ${of}`,
    joined: (phrase, group) => `${phrase} ${group}`,
    of: (phrase, group) => `${phrase} de ${group}`
  },
  answers,
  ofRows: (place, rows) => `${place} de ${rows}`,
  speech: (label, value, range, count) => `${label}: ${value}, rango ${range}, ${count}`,
  speechAlone: (label, value, answers) => `${label}: ${value}, ${answers}`,
  title: {
    group: (label, parts) => `${label}: ${parts}`,
    rowNumber: (row, value) => `${row} ${value}`,
    predicate: (phraseAndGroup, predicate) => `${phraseAndGroup} ${predicate}`,
    hidden: (label) => `${label}: muy pocas respuestas para mostrar`
  },
  subtitle: {
    by: (dimension) => `por ${dimension}`,
    join: (parts) => parts.join(', ')
  },
  finding: {
    level: (phraseAndGroup, percent, predicate) => `${phraseAndGroup} (${percent}) ${predicate}.`,
    levelNamed: (label, group, phrase, percent) => `${label}, ${group}: ${phrase} (${percent}).`,
    levelAlone: (label, phrase, percent) => `${label}: ${phrase} (${percent}).`,
    levelNumber: (label, group, value) => `${label}, ${group}: ${value}.`,
    numberAlone: (label, value) => `${label}: ${value}.`,
    likely: (range) => `El porcentaje real está probablemente ${range}.`,
    likelyNumber: (range) => `El valor real está probablemente ${range}.`,
    census: 'Se preguntó a todas las personas; esto dijeron quienes respondieron.',
    records: 'Esto es lo que contienen los registros.',
    fewAnswered:
      'Respondieron pocas de las personas elegidas, y pueden ser distintas de las demás.',
    community: 'Esto habla por la comunidad en su conjunto.',
    answered: (count, base) => `${count} de ${base}.`,
    more: (a, b, predicate, pa, pb) => `Más ${a} que ${b} ${predicate} (${pa} y ${pb}).`,
    moreNamed: (label, a, b, pa, pb) =>
      `${label}: más alto para ${a} que para ${b} (${pa} y ${pb}).`,
    gap: (points, range) =>
      points === '1'
        ? `La brecha es de 1 punto (${range}).`
        : `La brecha es de ${points} puntos (${range}).`,
    aboveRest: (points, range) =>
      `Son ${points} puntos más que entre las demás personas (${range}).`,
    belowRest: (points, range) =>
      `Son ${points} puntos menos que entre las demás personas (${range}).`,
    gapNumber: (size, range) => `La brecha es de ${size} (${range}).`,
    chance: 'Es poco probable que una brecha así se deba al azar.',
    cannotTell: (a, b, pa, pb, predicate) =>
      `El ${pa} de ${a} y el ${pb} de ${b} ${predicate}. La encuesta no permite saber si difieren.`,
    cannotTellNamed: (label, a, b, pa, pb) =>
      `${label}: ${a} ${pa}, ${b} ${pb}. La encuesta no permite saber si difieren.`,
    rose: (from, to, fromWave, toWave) =>
      `El porcentaje subió del ${from} en ${fromWave} al ${to} en ${toWave}.`,
    fell: (from, to, fromWave, toWave) =>
      `El porcentaje bajó del ${from} en ${fromWave} al ${to} en ${toWave}.`,
    cannotTellChange: (from, to, fromWave, toWave) =>
      `El porcentaje fue ${from} en ${fromWave} y ${to} en ${toWave}. La encuesta no permite saber si cambió.`,
    roseNumber: (from, to, fromWave, toWave) =>
      `Subió de ${from} en ${fromWave} a ${to} en ${toWave}.`,
    fellNumber: (from, to, fromWave, toWave) =>
      `Bajó de ${from} en ${fromWave} a ${to} en ${toWave}.`,
    cannotTellChangeNumber: (from, to, fromWave, toWave) =>
      `Fue ${from} en ${fromWave} y ${to} en ${toWave}. La encuesta no permite saber si cambió.`,
    care: (count) =>
      `Pocas personas de este grupo respondieron (${count}); use este número con cuidado.`,
    careRange: 'El rango es amplio; use este número con cuidado.',
    private:
      'No mostramos este número, para proteger la privacidad de las personas de un grupo pequeño.',
    open: (n, group, percent, predicate) =>
      `De las ${n} personas (${group}) que respondieron esta encuesta abierta, el ${percent} ${predicate}.`,
    openNamed: (n, label, group, percent) =>
      `${label}: ${percent} de las ${n} personas de esta encuesta abierta (${group}).`,
    openNote: (place) => `Cada persona decidió participar; puede no reflejar a ${place}.`,
    wholeCounty: 'todo el condado',
    parts: (row, part, percent) => `${row}: el ${percent} dijo "${part}".`
  },
  alt: {
    rangeMark: {
      'ranked-bar': ' Cada barra tiene una línea con su rango del 95%.',
      'dot-whisker': ' Cada punto tiene una línea con su rango del 95%.'
    },
    'ranked-bar': (rows, label) =>
      `Gráfico de barras con ${rows} filas: ${label}. Cada barra tiene una línea con su rango del 95%.`,
    'dot-whisker': (rows, label) =>
      `Gráfico de puntos con ${rows} filas: ${label}. Cada punto tiene una línea con su rango del 95%.`,
    'stacked-ordinal': (rows, label) =>
      `Gráfico de barras apiladas con ${rows} filas: ${label}. Cada barra se divide por respuesta.`,
    choropleth: (rows, label) => `Mapa de ${rows} zonas con su lista ordenada al lado: ${label}.`,
    highest: (row, value, range) => `Número más grande: ${row}, ${value} (${range}).`,
    lowest: (row, value, range) => `Número más pequeño: ${row}, ${value} (${range}).`,
    reference: (label, value, range) => `${label}: ${value} (${range}).`,
    hidden: (count) =>
      count === '1'
        ? '1 fila no se muestra, para proteger la privacidad.'
        : `${count} filas no se muestran, para proteger la privacidad.`,
    care: (count) =>
      count === '1'
        ? '1 fila debe usarse con cuidado.'
        : `${count} filas deben usarse con cuidado.`,
    tested: (rows, reference) => `Con prueba de que difieren de ${reference}: ${rows}.`,
    noneTested: (reference) =>
      `La encuesta no permite saber si alguna fila difiere de ${reference}.`
  },
  notes: {
    several: 'Cada persona podía elegir más de una opción.',
    base: (base) => `Porcentaje de ${base}.`,
    gapsTested:
      'Las brechas están en puntos, contra las demás personas o el grupo nombrado; solo se muestran si pasaron una prueba.',
    mostlyHidden:
      'La mayor parte de esta tabla está oculta por privacidad. Con grupos más grandes se vería más.',
    open: 'Encuesta abierta: cada persona decidió participar; puede no reflejar a todas.',
    fewAnswered:
      'Los domicilios se eligieron al azar, pero respondieron pocos. Los rangos no cubren eso.',
    casper: 'Un CASPER habla por toda la comunidad, no por sus zonas ni grupos.',
    census:
      'Se preguntó a todas las personas. Quienes no respondieron pueden ser distintas, y ningún rango cubre eso.',
    areas:
      'Son zonas, no personas: dos cosas altas en la misma zona no tienen que darse en la misma persona.',
    dontKnow: (label) => `"${label}" va aparte de las otras respuestas.`,
    sample: 'Datos de ejemplo: el lugar y las personas son inventados.'
  },
  source: {
    line: (survey, wave) => (wave === '' ? survey : `${survey}, ${wave}`),
    responses: answers,
    weighting: { weighted: 'con pesos', unweighted: 'sin pesos' },
    sample: {
      probability: 'muestra al azar',
      'address-based': 'muestra de domicilios al azar, pocas respuestas',
      casper: 'muestra por conglomerados en dos etapas de toda la comunidad (CASPER)',
      census: 'se preguntó a todas las personas',
      membership: 'se preguntó a todos los miembros',
      'opt-in': 'encuesta abierta',
      administrative: 'de registros'
    },
    hidden: (count) =>
      count === '1' ? '1 número oculto por privacidad' : `${count} números ocultos por privacidad`,
    noneHidden: 'nada oculto',
    intervals: {
      'korn-graubard': 'Korn y Graubard',
      'log-t': 't en escala logarítmica',
      wilson: 'Wilson',
      woodruff: 'Woodruff',
      t: 't de Student'
    },
    method: (interval) => `Rangos del 95%: ${interval}`,
    modelBased: (interval) =>
      `rangos: intervalo basado en un modelo (supone que los pesos quitan el sesgo de selección), ${interval}`,
    noRanges: 'sin rangos: no hubo sorteo',
    coverage: (answered, asked, percent) =>
      `respondieron ${answered} de ${asked} personas (${percent})`,
    openStatement:
      'Las personas que respondieron se eligieron entre quienes se ofrecieron a participar. Como la muestra se basa en quienes se seleccionaron a sí mismos al inicio y no en una muestra probabilística, no se puede calcular ninguna estimación del error de muestreo.',
    source: 'Fuente',
    snapshot: (code) => `Versión ${code}`,
    dates: (months) => months
  },
  map: {
    under: (value) => `menos de ${value}`,
    between: (low, high) => `${low}–${high}`,
    over: (value) => `${value} +`
  },
  ui: {
    chart: 'gráfico',
    table: 'Tabla',
    download: 'Descargar',
    copyLink: 'Copiar enlace',
    copied: 'Enlace copiado',
    nowShowing: (rows, heading, subtitle) =>
      `Ahora se muestran ${rows} filas por ${heading}: ${subtitle}.`,
    method: 'Método',
    keysHint:
      'Use las flechas para pasar de una fila a otra, Intro para los detalles, T para la tabla, D para el resumen.',
    details: 'Detalles',
    summary: 'Resumen',
    close: 'Cerrar',
    sortBy: (column) => `Ordenar por ${column}`,
    moreRows: (n) => `Mostrar las ${n}`
  },
  refused: {
    'part-hidden':
      'Una parte de una barra está oculta o no está disponible. La barra no se puede apilar: su largo revelaría el número oculto. Otra vista puede mostrar el resto.',
    'too-many-parts':
      'Una barra apilada puede mostrar cinco respuestas como máximo. Los puntos muestran una respuesta a la vez.',
    'too-few-areas': 'Un mapa necesita al menos seis zonas. Los puntos pueden mostrarlas.',
    'no-areas': 'No se conoce el mapa de estas zonas. Impórtelo o use puntos.',
    'mixed-units': 'Estas medidas tienen unidades distintas; no pueden compartir una escala.',
    'nothing-to-show': 'No hay ningún número que mostrar con esta selección.'
  },
  slide: {
    exhibit: (number) => `Anexo ${number}`,
    moreRows: 'Un anexo muestra siete filas como máximo.'
  },
  gallery: {
    title: 'Galería de figuras',
    lead: 'Todos los ejemplos de cada gráfico, en pantalla clara, oscura e impresos. Todos los números son inventados.',
    themes: { light: 'Claro', dark: 'Oscuro', print: 'Impreso, en gris' },
    phone: 'Ancho de teléfono',
    slides: 'Anexos para una audiencia'
  },
  csv: {
    low: '95% inferior',
    high: '95% superior',
    flag: 'Marca',
    source: 'Fuente',
    wave: 'Ronda',
    hash: 'Código'
  }
};
