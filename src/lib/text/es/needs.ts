import type { needs as english } from '../en/needs';

export const needs: typeof english = {
  title: 'Necesidades',
  headline: (first: string, second: string) => `${first} y ${second} encabezan la lista`,
  headlineOne: (first: string) => `${first} encabeza la lista`,
  subtitle:
    'Porcentaje de personas que necesitaron ayuda y no recibieron suficiente. Cada persona podía tener varias necesidades.',
  listHeading: 'Todas las necesidades',
  columns: {
    rank: 'Puesto probable',
    need: 'Necesidad',
    share: 'Porcentaje',
    range: 'Rango del 95%',
    people: 'Personas',
    answers: 'Respuestas'
  },
  ranks:
    'Los puestos son rangos: donde los rangos de dos necesidades se cruzan, la encuesta no puede decir cuál es mayor.',
  further: {
    'importance-satisfaction': {
      headline: (leaders) => `${leaders} encabezan los servicios por mejorar`,
      finding:
        'Importancia por insatisfacción, de 0 a 1. Más alto: a más gente le importa y menos está conforme.'
    },
    'access-barriers': {
      headline: (leaders) => `${leaders} encabezan los obstáculos`,
      finding:
        'Porcentaje de personas con necesidad que nombraron cada obstáculo. Podían nombrar varios.'
    }
  },
  empty: {
    title: 'Todavía no hay necesidades',
    text: 'Importe una encuesta y ligue sus preguntas. Cada necesidad aparece aquí con su puesto probable.'
  }
};
