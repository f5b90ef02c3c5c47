/**
 * The questionnaire: questions in order. The choices are in choices.mjs. English and Spanish are both
 * part of the form.
 *
 * @typedef {object} Item
 * @property {string} type as XLSForm spells it
 * @property {string} [name]
 * @property {string} [en]
 * @property {string} [es]
 * @property {string} [relevant] who is asked
 * @property {string} [constraint]
 * @property {string} [appearance]
 * @property {string} [calculation]
 * @property {string} [required]
 * @property {2026} [since] first wave that has it
 */
import { domains, services } from './needs.mjs';

const consented = "${consent} = 'yes'";

/** @type {(name: string, en: string, es: string, items: Item[]) => Item[]} */
const group = (name, en, es, items) => [
  { type: 'begin_group', name, en, es, relevant: consented },
  ...items,
  { type: 'end_group' }
];

const frame = (/** @type {string} */ name) => ({
  type: 'calculate',
  name,
  calculation: `pulldata('frame', '${name}', 'case_no', \${case_no})`
});

const unmet = domains
  .map(({ id }) => `\${helped_${id}} = 'partly' or \${helped_${id}} = 'no'`)
  .join(' or ');

const ageBandCalculation =
  "if(${age} = '', '', if(${age} < 35, '18_34', if(${age} < 50, '35_49', if(${age} < 65, '50_64', '65_plus'))))";

/** @type {Item[]} */
export const items = [
  { type: 'start', name: 'start' },
  { type: 'end', name: 'end' },
  {
    type: 'text',
    name: 'case_no',
    en: 'Number at the top of your letter',
    es: 'Número en la parte de arriba de su carta'
  },
  frame('mode'),
  frame('stratum'),
  frame('psu'),
  frame('base_weight'),
  {
    type: 'select_one yes_no',
    name: 'consent',
    en: 'Taking part is your choice, and you can skip any question. Do you agree to take part?',
    es: 'Participar es su decisión y puede saltar cualquier pregunta. ¿Acepta participar?',
    required: 'true'
  },
  ...group('place', 'Where you live', 'Dónde vive', [
    {
      type: 'select_one neighborhood',
      name: 'neighborhood',
      en: 'Which neighborhood do you live in?',
      es: '¿En qué vecindario vive?',
      required: 'true'
    },
    {
      type: 'select_one tenure',
      name: 'tenure',
      en: 'Do you own or rent the place where you live?',
      es: '¿El lugar donde vive es propio o rentado?'
    },
    {
      type: 'integer',
      name: 'years_here',
      en: 'How many years have you lived in Sorrel County?',
      es: '¿Cuántos años lleva viviendo en el condado de Sorrel?',
      constraint: '. >= 0 and . < 100'
    }
  ]),
  ...group('needs', 'What your household needed', 'Lo que necesitó su hogar', [
    ...domains.flatMap(({ id, en, es }) => [
      {
        type: 'select_one yes_no_dk',
        name: `need_${id}`,
        en: `In the past 12 months, did you or anyone in your household need help with ${en}?`,
        es: `En los últimos 12 meses, ¿usted o alguien de su hogar necesitó ayuda con ${es}?`
      },
      {
        type: 'select_one helped',
        name: `helped_${id}`,
        en: `Did you get the help you needed with ${en}?`,
        es: `¿Recibió la ayuda que necesitaba con ${es}?`,
        relevant: `\${need_${id}} = 'yes'`
      }
    ]),
    {
      type: 'select_multiple barriers',
      name: 'barriers',
      en: 'What kept you from getting all the help you needed? (Select all that apply)',
      es: '¿Qué le impidió recibir toda la ayuda que necesitaba? (Marque todas las que correspondan)',
      relevant: unmet,
      constraint: "not(selected(., 'none') and count-selected(.) > 1)"
    }
  ]),
  ...group('food', 'Food and money', 'Comida y dinero', [
    {
      type: 'select_one frequency',
      name: 'skipped_meals',
      en: 'In the past 12 months, how often did anyone in your household skip or cut meals so there would be money for the rent or mortgage?',
      es: 'En los últimos 12 meses, ¿con qué frecuencia alguien de su hogar dejó de comer o comió menos para que alcanzara para la renta o la hipoteca?'
    },
    {
      type: 'select_one true_often',
      name: 'fs1',
      en: 'In the past 12 months, our food ran out and there was no money to buy more.',
      es: 'En los últimos 12 meses, se nos acabó la comida y no había dinero para comprar más.'
    },
    {
      type: 'select_one true_often',
      name: 'fs2',
      en: 'In the past 12 months, we could not afford balanced meals.',
      es: 'En los últimos 12 meses, no nos alcanzó para comer comidas balanceadas.'
    },
    {
      type: 'select_one yes_no_dk',
      name: 'fs3',
      en: 'In the past 12 months, did adults in your household eat smaller meals or skip meals because there was too little money for food?',
      es: 'En los últimos 12 meses, ¿los adultos de su hogar comieron menos o dejaron de comer porque no alcanzaba el dinero para comida?'
    },
    {
      type: 'select_one months',
      name: 'fs3a',
      en: 'How often did this happen?',
      es: '¿Con qué frecuencia pasó esto?',
      relevant: "${fs3} = 'yes'"
    },
    {
      type: 'select_one yes_no_dk',
      name: 'fs4',
      en: 'In the past 12 months, did you eat less than you felt you should because there was too little money for food?',
      es: 'En los últimos 12 meses, ¿comió menos de lo que pensaba que debía porque no alcanzaba el dinero para comida?'
    },
    {
      type: 'select_one yes_no_dk',
      name: 'fs5',
      en: 'In the past 12 months, were you hungry but did not eat because you could not afford food?',
      es: 'En los últimos 12 meses, ¿tuvo hambre pero no comió porque no podía comprar comida?'
    }
  ]),
  ...group(
    'importance',
    'How important is each service to your household?',
    '¿Qué tan importante es cada servicio para su hogar?',
    services.map(({ id, en, es }) => ({
      type: 'select_one important',
      name: `imp_${id}`,
      en,
      es,
      appearance: 'list-nolabel'
    }))
  ),
  ...group(
    'satisfaction',
    'How satisfied are you with each service?',
    '¿Qué tan satisfecho está con cada servicio?',
    services.map(({ id, en, es }) => ({
      type: 'select_one satisfied',
      name: `sat_${id}`,
      en,
      es,
      appearance: 'list-nolabel'
    }))
  ),
  ...group('around', 'Getting around and staying in touch', 'Transporte y comunicación', [
    {
      type: 'integer',
      name: 'travel_minutes',
      en: 'How many minutes does it take to get to the store where you buy most of your groceries?',
      es: '¿Cuántos minutos tarda en llegar a la tienda donde compra la mayor parte de su comida?',
      constraint: '. >= 0 and . <= 240'
    },
    {
      type: 'select_one internet',
      name: 'home_internet',
      en: 'How do you mostly go online at home?',
      es: '¿Cómo se conecta principalmente a internet en casa?',
      since: 2026
    }
  ]),
  ...group('about', 'About you and your household', 'Sobre usted y su hogar', [
    {
      type: 'integer',
      name: 'age',
      en: 'How old are you?',
      es: '¿Cuántos años tiene?',
      constraint: '. >= 18 and . < 110'
    },
    {
      type: 'calculate',
      name: 'age_band',
      en: 'Age group',
      es: 'Grupo de edad',
      calculation: ageBandCalculation
    },
    {
      type: 'integer',
      name: 'household_size',
      en: 'How many people live in your household, counting you?',
      es: '¿Cuántas personas viven en su hogar, contándose usted?',
      constraint: '. > 0 and . < 30'
    },
    {
      type: 'integer',
      name: 'children',
      en: 'How many of them are under 18?',
      es: '¿Cuántas de ellas tienen menos de 18 años?',
      constraint: '. >= 0 and . < 20'
    },
    {
      type: 'select_one race',
      name: 'race_ethnicity',
      en: 'Which of these best describes you?',
      es: '¿Cuál de estas opciones lo describe mejor?'
    },
    {
      type: 'select_one language',
      name: 'language',
      en: 'Which language do you mostly speak at home?',
      es: '¿Qué idioma habla principalmente en casa?'
    },
    {
      type: 'select_one yes_no',
      name: 'disability',
      en: 'Does a health condition or disability limit what you can do in a usual week?',
      es: '¿Alguna condición de salud o discapacidad limita lo que puede hacer en una semana normal?'
    },
    {
      type: 'select_one income',
      name: 'income',
      en: 'What was the income of your whole household last year, before taxes?',
      es: '¿Cuál fue el ingreso de todo su hogar el año pasado, antes de impuestos?',
      appearance: 'minimal'
    }
  ]),
  ...group('closing', 'Last questions', 'Últimas preguntas', [
    {
      type: 'range',
      name: 'recommend',
      en: 'How likely are you to recommend living here to a friend? (0 to 10)',
      es: '¿Qué tan probable es que recomiende vivir aquí a un amigo? (0 a 10)'
    },
    {
      type: 'text',
      name: 'help_most',
      en: 'What would help your household most?',
      es: '¿Qué le ayudaría más a su hogar?',
      appearance: 'multiline'
    },
    {
      type: 'text',
      name: 'callback_phone',
      en: 'If we may call you back, at what number?',
      es: 'Si podemos volver a llamarle, ¿a qué número?',
      appearance: 'numbers'
    }
  ])
];
