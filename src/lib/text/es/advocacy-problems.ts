import type { advocacyProblemsText as english } from '../en/advocacy-problems';

export const advocacyProblemsText: typeof english = {
  'name-missing': () => 'Escriba un nombre.',
  'text-missing': () => 'Escriba algo aquí.',
  'text-too-long': () => 'Es demasiado largo. Acórtelo.',
  'choice-missing': () => 'Elija una opción.',
  'choice-unknown': () => 'Esta opción no está disponible. Elija una de la lista.',
  'day-missing': () => 'Escriba una fecha.',
  'day-unreadable': () => 'Escriba una fecha que exista, como 2027-06-30.',
  'number-unreadable': () => 'Escriba un número, como 38 o 1,200.',
  'number-out-of-range': () => 'Este número es demasiado pequeño o grande para este campo.',
  'web-address-unreadable': () => 'Escriba una dirección web que comience con https://.',
  'move-not-possible': () =>
    'Este paso ya no es posible: algo cambió mientras tanto. Vea el estado abajo.',
  'not-here': () => 'Esto ya no está aquí. Alguien pudo haberlo quitado.',
  'not-yours-to-share': () => 'Solo la organización dueña puede cambiar quién lo ve. Pregúntele.',
  'visibility-too-narrow': () =>
    'Lo verían más personas que las que ven la campaña. Elija un círculo menor o comparta primero la campaña.',
  'campaign-issue-missing': () => 'Diga cuál es el problema.',
  'campaign-lead-missing': () => 'Elija una organización líder.',
  'campaign-victory-missing': () => 'Agregue una meta que diga qué cuenta como victoria.',
  'campaign-target-missing': () => 'Agregue un objetivo principal que sea una persona.',
  'campaign-objective-missing': () => 'Agregue un objetivo que se pueda medir.',
  'campaign-result-missing': () => 'Elija cómo terminó la campaña.',
  'campaign-debrief-missing': () => 'Escriba un resumen breve: qué funcionó, qué no y qué sigue.',
  'smart-specific': () => 'Diga quién cambia y cómo, en al menos tres palabras.',
  'smart-measure': () => 'Elija una medida de la encuesta o diga qué cuenta.',
  'smart-measure-twice': () => 'Use una sola medida: de la encuesta o una cuenta, no las dos.',
  'smart-baseline': () => 'Escriba dónde está hoy.',
  'smart-target': () => 'Escriba el número que quiere alcanzar.',
  'smart-target-is-baseline': () => 'La meta es igual que hoy. Escriba otra meta.',
  'smart-share-range': () => 'Un porcentaje está entre 0 y 100.',
  'smart-due': () => 'Escriba la fecha en que se debe alcanzar.',
  'smart-due-past': () => 'Esta fecha no está en el futuro. Elija una posterior.',
  'stakeholder-who': () => 'Nombre a una persona o elija una organización.',
  'stakeholder-one': () => 'Nombre a una persona o elija una organización, no las dos.',
  'target-is-a-person': () =>
    'Un objetivo principal es una persona que puede decir sí. Nombre a la persona, no al organismo.',
  'rating-basis-missing': () =>
    'Diga en qué se basa la calificación: un voto, una declaración, una reunión.',
  'organization-exists': ({ name }) =>
    `Ya hay una organización llamada "${name}". Ábrala o elija otro nombre.`,
  'organization-dates': () => 'Salió antes de entrar. Corrija una de las fechas.',
  'commitment-giver': () => 'Elija a quien promete: una organización o una persona, no las dos.',
  'commitment-evidence': () =>
    'Diga cómo lo sabe: un enlace, una foto, un registro. Solo con pruebas se dice que se cumplió o no.',
  'classification-missing': () => 'Elija al menos una.',
  'classification-unknown': () => 'Elija de la lista.',
  'legislative-date-unreadable': () =>
    'Escriba una fecha como 2026, 2026-09, 2026-09-09 o 2026-09-09T14:30.',
  'stage-not-in-pipeline': () => 'Esta etapa es de otro tipo de proceso. Elija una de la lista.',
  'position-reason-missing': () => 'Diga por qué la coalición toma esta posición.',
  'action-proof-missing': () =>
    'Diga qué muestra que se hizo: un documento, un enlace, un registro.',
  'action-date-missing': () => 'Escriba la fecha en que se hizo.',
  'response-before-done': () => 'La respuesta se anota cuando la acción está hecha.',
  'moment-missing': () => 'Escriba una fecha y una hora.',
  'moment-unreadable': () => 'Escriba una fecha y hora que existan, como 2026-12-01 18:00.',
  'moment-skipped': ({ zone }) =>
    `Los relojes en ${zone} saltan esta hora cuando empieza el horario de verano. Revise el aviso.`,
  'zone-unknown': () => 'Elija una zona horaria de la lista.',
  'limit-range': () => 'Escriba minutos entre 0.5 y 120.',
  'deadline-after-start': () => 'Es después de que comienza la audiencia. Revise las dos fechas.',
  'hearing-not-passed': () => 'Esta audiencia aún no ha comenzado.',
  'hearing-same-time': () => 'Es la hora y el lugar que ya tiene.',
  'speaker-consent': () =>
    'Escriba primero la fecha del consentimiento. Quien comparte su experiencia da su acuerdo antes de inscribirse.',
  'exhibit-not-frozen': () => 'Elija una prueba congelada de la lista.',
  'exhibit-already-used': () => 'Esta prueba ya está aquí.'
};
