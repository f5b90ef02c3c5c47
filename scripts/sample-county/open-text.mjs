/**
 * Answers in people's own words, put together from invented pieces in English and Spanish: a subject
 * that fits the needs of the home, a detail, sometimes a closing remark.
 */
import { stream } from './random.mjs';
import { domains } from './needs.mjs';

/** @type {Record<string, { en: string[], es: string[] }>} */
const subjects = {
  rent: {
    en: [
      'Rent. It went up twice since last year',
      'Lower rent, or at least notice before it goes up',
      'Help with one month of rent when hours get cut',
      'The rent takes more than half of what we bring home',
      'A cap on late fees, because one bad week costs us $150',
      'Somebody to call before the eviction papers come'
    ],
    es: [
      'La renta, ya no nos alcanza',
      'Ayuda con un mes de renta cuando nos bajan las horas',
      'Que avisen antes de subir la renta',
      'Más de la mitad del sueldo se va en la renta',
      'Un lugar que podamos pagar, aunque sea pequeño'
    ]
  },
  dental: {
    en: [
      'A dentist who takes our insurance',
      'Dental care for adults; I have had a broken tooth since winter',
      'My coverage stops at cleanings, so I wait until it hurts',
      'A dental clinic that is open after 5'
    ],
    es: [
      'Un dentista que acepte nuestro seguro',
      'Una clínica dental barata, llevo meses con dolor de muelas',
      'Que el dentista atienda los sábados'
    ]
  },
  mental: {
    en: [
      'Counseling for my teenager; the wait was 4 months',
      'Someone to talk to who does not cost $120 an hour',
      'A grief group on this side of the river',
      'Mental health care at the clinic, not 40 miles away'
    ],
    es: [
      'Terapia para mi hija, nos dijeron que hay lista de espera',
      'Alguien con quién hablar en español',
      'Apoyo para la depresión después del parto'
    ]
  },
  streets: {
    en: [
      'A crosswalk by the school',
      'Street lights on our block, half are out',
      'Slow the trucks down; kids walk along this road',
      'Sidewalks wide enough for a wheelchair'
    ],
    es: [
      'Luz en la calle, de noche da miedo caminar',
      'Un cruce seguro cerca de la escuela',
      'Que arreglen las banquetas'
    ]
  },
  food: {
    en: [
      'Groceries to get through the last week of the month',
      'A pantry open in the evening',
      'We pay the rent first, then see what is left for food',
      'Food boxes with things my kids can eat'
    ],
    es: [
      'Comida para la última semana del mes',
      'Primero pagamos la renta y luego vemos qué comemos',
      'Una despensa que abra en la tarde'
    ]
  },
  medicine: {
    en: [
      'Insulin I can afford',
      'Help paying for my inhaler',
      'I cut my pills in half to make them last'
    ],
    es: ['Medicinas más baratas para la presión', 'Ayuda para pagar la insulina de mi mamá']
  },
  rides: {
    en: [
      'A bus that runs before 6 am',
      'A ride to my job at the warehouse',
      'Rides to the doctor, the bus stops two miles from here'
    ],
    es: ['Un autobús que llegue hasta aquí', 'Transporte para ir al trabajo los domingos']
  },
  childcare: {
    en: [
      'Child care that fits a night shift',
      'After-school care we can pay for',
      'A sitter list the county checks'
    ],
    es: ['Quién cuide a los niños en la tarde', 'Una guardería que no cueste más que la renta']
  },
  internet: {
    en: [
      'Internet that works when it rains',
      'A cheaper internet plan, my kids do homework in the car'
    ],
    es: ['Internet en casa para las tareas', 'Señal de internet, aquí no llega']
  },
  legal: {
    en: ['A lawyer for a landlord problem', 'Help reading my lease'],
    es: ['Ayuda con los papeles de migración', 'Un abogado que nos explique el contrato']
  },
  well: {
    en: [
      'We are fine, help the people who are not',
      'Nothing right now, thank you',
      'Keep the library open on Sundays',
      'More shade trees in the park',
      'Fix the potholes on the county road'
    ],
    es: [
      'Estamos bien, gracias a Dios',
      'Más actividades para los jóvenes',
      'Que la biblioteca abra los domingos'
    ]
  }
};

/** Closing remarks that fit anybody, and those that fit people short of money or help. */
const endings = {
  any: {
    en: [
      '.',
      '.',
      '.',
      '',
      '!',
      '. Thank you for asking.',
      '.\nMy neighbors say the same.',
      '.\n\nP.S. The bus driver on our route is great.'
    ],
    es: ['.', '.', '', '. ¡Gracias por preguntar!', '.\nMis vecinos dicen lo mismo.']
  },
  need: {
    en: [
      '. I asked and was told "call back next month".',
      '. The office closes at 4:30, before I get off work.',
      '. We both work, and it still is not enough.',
      '. The form was 11 pages long; I gave up.',
      '. It is worse in winter.'
    ],
    es: [
      '. Fui a pedir ayuda y me dijeron "vuelva después".',
      '. La oficina cierra muy temprano.',
      '. Trabajamos los dos y aún así no alcanza.',
      '. Llené la solicitud; nadie ahí hablaba español.',
      '. En el invierno es peor.'
    ]
  }
};

/** Where a few people leave a number, so that the check for personal data has something to find. */
const withPhone = [
  'Call me about the rent program, 309-555-0117, evenings are best.',
  'Please text my daughter at (309) 555-0164, she has the papers.',
  'Llámeme al 309-555-0138 por favor, es urgente lo de la renta.',
  'I can drive people to the hearing. 309.555.0182'
];

/** @param {import('./answers.mjs').Fieldwork} fieldwork */
export function openText({ year, rows, cells }) {
  const chance = stream(`${year}/open-text`);
  for (const [i, cell] of cells.entries()) {
    const unmet = domains.filter(({ id }) => /partly|no/.test(cell.get(`helped_${id}`) ?? ''));
    const isAnswered = chance.next() < (unmet.length > 0 ? 0.4 : 0.24);
    const subject = unmet.length > 0 ? chance.pick(unmet).id : 'well';
    const tongue = rows[i].household.language === 'spanish' && chance.next() < 0.85 ? 'es' : 'en';
    const kind =
      subject === 'well' || subject === 'streets' || chance.next() < 0.55 ? 'any' : 'need';
    const words = chance.pick(subjects[subject][tongue]) + chance.pick(endings[kind][tongue]);
    if (isAnswered) cell.set('help_most', chance.next() < 0.12 ? words.toLowerCase() : words);
  }
  const complete = cells.flatMap((cell, i) =>
    rows[i].disposition === 'complete' && cell.has('help_most') ? [cell] : []
  );
  for (const [at, text] of withPhone.entries())
    complete[Math.floor(((at + 0.5) * complete.length) / withPhone.length)]?.set('help_most', text);
}
