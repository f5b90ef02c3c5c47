import type { nextWave as english } from '../en/next-wave';

/** La ronda siguiente de una encuesta y los archivos corregidos. */
export const nextWave: typeof english = {
  breakMark: 'No se compara con la línea de arriba',
  breakNote: (reasons) => `No compare las dos rondas. ${reasons}`,
  breakTitle: 'Las rondas no se pueden comparar',
  cannotCompare: (need) => `${need}: no se puede comparar`,
  breaks: {
    'input-added': () => 'Se basa en una pregunta que la ronda anterior no tenía.',
    'input-removed': () => 'Se basaba en una pregunta que la ronda posterior no tiene.',
    'wording-changed': ({ before, now }) =>
      `La pregunta cambió de palabras: «${before}» pasó a «${now}».`,
    'answers-changed': ({ added, gone }) =>
      [
        'Cambiaron las respuestas para elegir.',
        added === '' ? '' : `Nuevas: ${added}.`,
        gone === '' ? '' : `Quitadas: ${gone}.`
      ]
        .filter(Boolean)
        .join(' '),
    'counting-changed': () => 'Cuentan otras respuestas como sí.',
    'base-changed': () => 'La pregunta se hizo a otras personas.',
    'universe-changed': () => 'Se preguntó a otra población.',
    'universe-unknown': () => 'De quién habla la encuesta solo está escrito en una ronda.',
    'mode-changed': () => 'Se preguntó de otra manera.',
    'mode-unknown': () => 'La manera de preguntar solo está escrita en una ronda.',
    'stack-without-units': () =>
      'Se dice que las rondas comparten lugares, pero una no tiene columna de unidades de muestreo.',
    'stack-strata-differ': () =>
      'Se dice que las rondas comparten lugares, pero solo una tiene estratos.',
    'stack-no-shared-unit': () =>
      'Se dice que las rondas comparten lugares, pero ninguna unidad tiene el mismo código en ambas.',
    'stack-two-stage': () => 'Las rondas comparten lugares y se eligieron en dos etapas.',
    'stack-replicates-differ': () =>
      'Se dice que las rondas comparten lugares, pero sus pesos replicados no se hicieron igual.',
    'stack-answers-differ': () =>
      'Una ronda guarda estas respuestas como números y la otra como palabras, o cuenta a otras personas.',
    'design-population-varies': () =>
      'Se dice que las rondas comparten lugares, pero un estrato tiene otro tamaño en cada una.'
  },
  olderData: (n) =>
    n === 1
      ? 'Una prueba se basa en datos que se corrigieron después.'
      : `${n} pruebas se basan en datos que se corrigieron después.`,
  olderClaims: (n) =>
    n === 1
      ? 'Una afirmación espera ser revisada de nuevo.'
      : `${n} afirmaciones esperan ser revisadas de nuevo.`,
  seeEvidence: 'Ver las pruebas',
  compare: {
    title: 'Comparar con la ronda anterior',
    heading: (survey, wave) => `Comparado con ${survey}, ${wave}`,
    exact: () => 'Los encabezados son los mismos, en el mismo orden.',
    partial: (percent) => `Coincide el ${percent} de las columnas.`,
    none: (percent) => `Solo coincide el ${percent} de las columnas. Puede que sea otra encuesta.`,
    noTemplate:
      'No hay ninguna ronda anterior con la que comparar. Las decisiones se guardan con cada importación, para la siguiente.',
    nothing: 'No hay ninguna diferencia.',
    taken: 'Las decisiones de esta ronda están en uso. Puede deshacerlo.',
    notTaken: 'Las decisiones de esta ronda todavía no están en uso.',
    choose: 'Comparar con',
    show: 'Comparar',
    use: 'Usar estas decisiones',
    afresh: 'Empezar de nuevo',
    goOn: 'Ir a la revisión',
    back: 'Volver al archivo',
    same: 'La misma pregunta',
    apart: 'Mantener aparte',
    above: 'como se eligió arriba',
    choice: (column) => `Qué hacer con ${column}`,
    column: 'Columna',
    then: 'Ronda anterior',
    now: 'Este archivo',
    what: 'Qué es diferente',
    code: 'Código',
    means: 'Significa',
    cells: 'Celdas',
    columns: 'Columnas',
    decide: 'Su decisión',
    notCounted: 'sin contar',
    ofRows: (n) => `de ${n} filas`,
    renamed: 'Con otro nombre',
    renamedNote:
      'Se llaman de otra manera y son la misma pregunta por su identificador o su texto.',
    likely: 'probablemente la misma pregunta',
    reworded: 'Con otras palabras',
    rewordedNote:
      'Como la misma pregunta, su cambio en el tiempo se muestra con una ruptura. Aparte, es una pregunta nueva.',
    options: 'Otras respuestas',
    optionsNote:
      'Las listas que cambiaron hacen una ruptura en el tiempo. Las respuestas que nadie dio esta vez siguen en la lista.',
    added: (list) => `Nuevas: ${list}`,
    gone: (list) => `Quitadas: ${list}`,
    notSeen: (list) => `Nadie dio: ${list}`,
    relabelled: (list) => `Ahora dice: ${list}`,
    respelled: (list) => `Escritas de otra manera: ${list}`,
    reordered: 'En otro orden',
    missing: 'Códigos de falta de respuesta',
    missingNote: 'Un código se usa de nuevo solo después de ver cuántas veces aparece.',
    meansNow: (what) => `este archivo: ${what}`,
    newCode: 'nuevo en este archivo',
    styles: 'Fechas y números',
    stylesNote: 'Se usa la lectura anterior.',
    dateOrder: 'Orden de día y mes',
    decimal: 'Signo decimal',
    columnsAdded: (n) => (n === 1 ? 'Una columna nueva' : `${n} columnas nuevas`),
    columnsAddedNote: 'Se usan como se proponen.',
    columnsGone: (n) => (n === 1 ? 'Falta una columna' : `Faltan ${n} columnas`),
    columnsGoneNote: 'Lo que se basa en ellas no se puede seguir en el tiempo.',
    reasons: {
      blank: 'en blanco',
      'not-asked': 'no se preguntó',
      'dont-know': 'no sabe',
      refused: 'no quiso contestar',
      'not-applicable': 'no corresponde',
      unreadable: 'ilegible',
      answer: 'una respuesta'
    }
  },
  correct: {
    title: '¿Es un archivo corregido?',
    text: 'Compare sus respuestas con una ronda que ya está aquí.',
    wave: 'Ronda',
    action: 'Comparar respuestas',
    heading: (survey, wave) => `Respuestas comparadas con ${survey}, ${wave}`,
    key: (column) => `Las respuestas se distinguen por «${column}».`,
    rows: 'Respuestas',
    unchanged: 'Como estaban',
    changed: 'Cambiadas',
    added: 'Nuevas',
    removed: 'Quitadas',
    cells: 'Celdas cambiadas por variable',
    variable: 'Variable',
    changedCells: 'Celdas cambiadas',
    line: 'Línea',
    first: (n) => `Las primeras ${n} celdas cambiadas`,
    hidden: 'no se muestra',
    notCompared: (list) => `Sin comparar, porque son privadas o están en un solo archivo: ${list}.`,
    blank: 'sin respuesta',
    replacesTitle: (wave) => `${wave} ya está aquí`,
    sums: (changed, gone) => `Comparado: ${changed} respuestas cambiaron, ${gone} ya no están.`,
    replaces: (wave) =>
      `Si importa este archivo como ${wave}, será una versión nueva de la ronda y reemplazará a la anterior. Las figuras hechas con la anterior quedan como están, marcadas como datos anteriores.`,
    nameWave: 'Dé nombre a la ronda: el mismo nombre la reemplaza, otro nombre es una ronda nueva',
    noAppend:
      'No se pueden añadir filas a una ronda: una versión se hace siempre de un solo archivo, para poder hacerla de nuevo. Exporte la ronda completa, o importe las filas como una ronda propia.',
    same: 'Todas las respuestas están como estaban.',
    large: 'Un archivo grande tarda un poco.'
  }
};
