import type { Drift } from '$lib/evidence/drift';
import type { evidence as english } from '../en/evidence';
import { hearingFile } from './hearing-file';

export const evidence: typeof english = {
  hearingFile,
  points: (n: string) => (n === '1' ? '1 punto' : `${n} puntos`),
  title: 'Evidencia',
  text: 'Figuras congeladas como pruebas, y las frases que se apoyan en ellas.',
  exhibits: 'Pruebas',
  exhibit: (label: string) => `Prueba ${label}`,
  none: 'Todavía no hay pruebas',
  noneText:
    'Una prueba es una figura que no cambia: guarda sus números, el método y la versión de los datos. Busque una figura en Explorar y agréguela.',
  toExplore: 'Ir a Explorar',
  claims: 'Afirmaciones',
  noClaims:
    'Todavía no hay afirmaciones. Abra una prueba para escribir una frase que se apoye en sus números.',
  states: {
    draft: 'Borrador',
    frozen: 'Congelada',
    submitted: 'Entregada',
    withdrawn: 'Retirada'
  },
  stale: 'Datos anteriores',
  usedIn: 'Se usa en',
  notUsed: 'Todavía no se usa',
  uses: {
    campaign: 'Campaña',
    hearing: 'Audiencia',
    'policy-action': 'Acción de política pública'
  },
  newExhibit: 'Prueba nueva',
  newExhibitText:
    'Va a congelar esta figura. Se guardan sus números, su método y la versión de los datos tal como están ahora.',
  makeDraft: 'Hacer un borrador de prueba',
  chooseFigure: 'Elija primero una figura',
  chooseFigureText: 'Abra una figura en Explorar y elija “Agregar como prueba”.',
  headline: 'Titular',
  headlineHint: '12 palabras como máximo. Sus números deben ser números de la figura.',
  authorAlt: 'Qué significa la imagen',
  authorAltHint: 'Se dice después de la descripción hecha con los números.',
  visibility: 'Quién la puede ver',
  visibilities: {
    organization: 'Nuestra organización',
    coalition: 'La coalición',
    public: 'Todo el mundo'
  },
  carriedClaim: 'Afirmación en la prueba',
  noCarriedClaim: 'Ninguna',
  carriedClaimHint: 'Afirmaciones aprobadas que se apoyan en esta figura.',
  saveDraft: 'Guardar borrador',
  freeze: 'Congelar esta prueba',
  freezeText: 'Después no se puede cambiar nada. Un cambio crea una versión nueva.',
  frozenOn: (day: string) => `Congelada el ${day}`,
  withdraw: 'Retirar',
  withdrawText: 'Una prueba retirada sigue en la lista. Su número no se vuelve a usar.',
  withdrawnNote: 'Esta prueba se retiró. Queda aquí como registro.',
  newVersion: 'Hacer una versión nueva',
  versions: 'Versiones',
  staleTitle: 'Cambiaron los datos en que se apoya',
  staleText: (drift: Drift) =>
    ({
      none: 'Una versión más nueva de los datos da los mismos números.',
      minor: 'Una versión más nueva de los datos mueve un poco los números, dentro de sus rangos.',
      material:
        'Una versión más nueva de los datos mueve los números fuera de sus rangos, o los oculta.'
    })[drift],
  addToHearing: 'Agregar a una audiencia',
  addToCampaign: 'Agregar a una campaña',
  hearing: 'Audiencia',
  campaign: 'Campaña',
  noHearings: 'No hay audiencias próximas que no la usen ya.',
  noCampaigns: 'No hay campañas que no la usen ya.',
  add: 'Agregar',
  source: 'Fuente y método',
  facts: {
    measure: 'Medida',
    survey: 'Encuesta',
    dataVersion: 'Versión de los datos',
    shown: 'Se muestra',
    engine: 'Calculado por',
    threshold: 'Grupo más pequeño que se muestra',
    answers: (n: string) => `${n} respuestas o más`,
    snapshot: 'Copia congelada',
    frozenBy: 'Congelada por',
    unknown: 'No se sabe'
  },
  filter: {
    everyone: 'Todas las personas',
    by: (group: string) => `por ${group}`,
    place: (place: string) => `en ${place}`,
    allPlaces: 'todos los lugares',
    versus: (group: string) => `en comparación con ${group}`
  },
  chain: 'De dónde viene y adónde va',
  chainParts: {
    question: 'Pregunta',
    variable: 'Variable',
    estimate: 'Estimación',
    exhibit: 'Prueba',
    claim: 'Afirmación',
    use: 'Se usa en',
    wave: 'Encuesta'
  },
  answered: (n: string) => `${n} respuestas`,
  hiddenNumbers: (n: number) =>
    n === 1 ? '1 número que no se muestra' : `${n} números que no se muestran`,
  newClaim: 'Escribir una afirmación',
  claimTitle: 'Afirmación',
  claimText: 'Una frase cuyos números están atados a esta figura congelada.',
  sentence: 'Frase',
  sentenceHint: 'Los números vienen de espacios como {{a.value}}. Escriba solo palabras.',
  reads: 'Se lee',
  kind: 'Tipo',
  kinds: {
    level: 'Un número',
    comparison: 'Una comparación',
    trend: 'Un cambio en el tiempo'
  },
  slots: 'Números que puede usar',
  slotsText:
    'Un espacio escribe el valor (value), el rango (range), las respuestas (answers) o la frase (phrase): {{a.value}}, {{a.range}}.',
  slot: 'Espacio',
  stands: 'Representa',
  prints: 'Escribe',
  gapBetween: (a: string, b: string) => `Brecha, ${a} y ${b}`,
  ratioBetween: (a: string, b: string) => `Razón, ${a} a ${b}`,
  allOthers: 'todos los demás',
  saveClaim: 'Guardar afirmación',
  statuses: {
    draft: 'Borrador',
    checked: 'Revisada',
    approved: 'Aprobada',
    stale: 'Datos anteriores',
    retracted: 'Retractada'
  },
  moves: {
    checked: 'Marcar como revisada',
    approved: 'Aprobar',
    again: 'Aprobar de nuevo',
    retracted: 'Retractar'
  },
  checkedBy: (name: string) => `Revisada por ${name}`,
  selfCheck:
    'Usted es la única persona que revisa aquí, así que puede revisar su propia afirmación. El registro lo dice.',
  secondPerson: 'Una afirmación la revisa alguien distinto de quien la escribió.',
  retractText: 'Retractarla retira todas las pruebas que la llevan.',
  editClaim: 'Cambiar la frase',
  editText: 'Una frase cambiada vuelve a ser borrador.',
  writtenBy: (name: string) => `Escrita por ${name}`,
  failed: (code: string) => `No fue posible (${code}).`,
  claimSentence: {
    everyone: 'todas las personas',
    pair: (a: string, groupA: string, b: string, groupB: string, say: string, gap: string) =>
      `{{${a}.value}} de ${groupA} y {{${b}.value}} de ${groupB} ${say}. La brecha es de {{${gap}.value}} ({{${gap}.range}}).`,
    pairNamed: (a: string, groupA: string, b: string, groupB: string, label: string, gap: string) =>
      `${label}: {{${a}.value}} entre ${groupA} y {{${b}.value}} entre ${groupB}. La brecha es de {{${gap}.value}} ({{${gap}.range}}).`,
    pairAlone: (a, groupA, b, groupB, say) =>
      `{{${a}.value}} de ${groupA} y {{${b}.value}} de ${groupB} ${say}.`,
    pairNamedAlone: (a, groupA, b, groupB, label) =>
      `${label}: {{${a}.value}} entre ${groupA} y {{${b}.value}} entre ${groupB}.`,
    levelAlone: (slot, group, say) =>
      `{{${slot}.value}} de ${group} que respondieron ${say} ({{${slot}.answers}}).`,
    levelNamedAlone: (slot, group, label) =>
      `${label}: {{${slot}.value}} entre ${group} que respondieron ({{${slot}.answers}}).`,
    level: (slot: string, group: string, say: string) =>
      `{{${slot}.value}} de ${group} ${say} (probablemente {{${slot}.range}}, {{${slot}.answers}}).`,
    levelNamed: (slot: string, group: string, label: string) =>
      `${label}: {{${slot}.value}} entre ${group} (probablemente {{${slot}.range}}, {{${slot}.answers}}).`
  },
  issues: {
    'title-missing': () => 'Escriba un titular.',
    'title-long': ({ words, most }) =>
      `El titular tiene ${words} palabras. Use ${most} como máximo.`,
    'title-number': ({ number }) => `La figura no muestra ${number}. Use sus números.`,
    'word-banned': ({ word }) =>
      `Quite “${word}”: una encuesta no lo muestra, o se entiende como más de lo que dice.`,
    'claim-missing': () => 'Escriba una frase.',
    'claim-long': () => 'Una frase tiene 1,000 caracteres como máximo.',
    'claim-without-slot': () => 'Use al menos un número, como {{a.value}}.',
    'slot-unbound': ({ slot }) => `Aquí no hay un número “${slot}”. Elija uno de la lista.`,
    'slot-suppressed': ({ slot }) =>
      `El número “${slot}” no se muestra, para proteger la privacidad. No se puede afirmar.`,
    'slot-unknown': () => 'Un espacio no está completo. Escríbalo como {{a.value}}.',
    'number-unbound': ({ text }) => `Cambie “${text}” por un espacio, para que siga siendo cierto.`,
    'majority-not-shown': ({ word }) =>
      `“${word}” necesita una proporción con todo su rango por encima de la mitad.`,
    'cause-claimed': ({ word }) => `Quite “${word}”: una encuesta no muestra causas.`,
    'areas-not-people': ({ word }) =>
      `Quite “${word}”: estos números son de zonas, no de personas. Lo que vale entre zonas no tiene que valer entre personas.`,
    'range-not-shown': () =>
      'Quite el rango: para esta encuesta no hubo sorteo, así que ningún rango dice cuán seguro es el número.',
    'rank-not-shown': ({ word }) => `Quite “${word}”: los lugares solo se conocen como rangos.`,
    'comparison-not-tested': ({ word }) =>
      `“${word}” compara, y no hay una brecha probada detrás. Use una brecha de la lista, o diga cada número por separado.`,
    'comparison-without-test': () => 'Una comparación necesita una brecha probada de la lista.',
    'figure-not-shown': () => 'Esta figura no se puede dibujar así. Elija otra vista.',
    'nothing-shown': () =>
      'Todos los números de esta figura están ocultos. Elija grupos más amplios.',
    'nothing-to-show': () => 'No hay tal figura. Elija una medida en Explorar.',
    'sample-type-missing': () =>
      'Diga primero cómo se eligió a las personas, en la página de la encuesta.',
    'no-such-snapshot': () => 'Esta figura no está aquí.',
    'exhibit-not-here': () => 'Esta prueba no está aquí.',
    'exhibit-frozen': () => 'Una prueba congelada queda como está. Haga una versión nueva.',
    'exhibit-is-draft': () => 'Esta prueba todavía es un borrador. Cámbiela o congélela.',
    'exhibit-not-yours': () => 'Solo la organización que hizo una prueba la cambia.',
    'exhibit-withdrawn': () => 'Esta prueba ya se retiró.',
    'exhibit-already-used': () => 'Ya se usa ahí.',
    'exhibit-not-frozen': () => 'Congele primero la prueba.',
    'version-is-drafted': () => 'Hay una versión nueva en borrador. Ábrala más abajo.',
    'claim-elsewhere': () => 'Esta afirmación no se apoya en esta figura.',
    'claim-not-approved': () => 'Solo se puede llevar una afirmación aprobada.',
    'claim-not-here': () => 'Esta afirmación no está aquí.',
    'claim-not-yours': () => 'Solo la organización que escribió una afirmación la cambia.',
    'claim-retracted': () => 'Una afirmación retractada queda como está. Escriba una nueva.',
    'claim-frozen': () => 'Una prueba congelada lleva esta afirmación. Escriba una nueva.',
    'claim-move-not-possible': () => 'La afirmación ya cambió. Véala de nuevo.',
    'claim-needs-second-person': () => 'Pida a otra persona que la revise: usted la escribió.',
    'claim-drifted': () =>
      'Los datos nuevos movieron estos números fuera de sus rangos. Haga una versión nueva de la prueba y una afirmación nueva.',
    'review-not-allowed': () => 'Revisar y aprobar no es parte de su función.',
    'choice-missing': () => 'Elija una opción.',
    'not-here': () => 'Ya no está aquí.'
  }
};
