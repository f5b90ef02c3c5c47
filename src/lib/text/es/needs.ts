import type { needs as english } from '../en/needs';

export const needs: typeof english = {
  title: 'Necesidades',
  headline: (first: string, second: string) => `${first} y ${second} encabezan la lista`,
  headlineOne: (first: string) => `${first} encabeza la lista`,
  subtitle:
    'Proporción de personas adultas que necesitaron ayuda y no recibieron suficiente. Cada persona podía tener varias necesidades.',
  listHeading: 'Todas las necesidades',
  columns: {
    rank: 'Lugar probable',
    need: 'Necesidad',
    share: 'Proporción',
    range: 'Rango de 95%',
    people: 'Personas',
    answers: 'Respuestas'
  },
  ranks:
    'Los lugares son rangos: donde los rangos de dos necesidades se cruzan, la encuesta no puede decir cuál es mayor.',
  services: 'Servicios importantes con los que la gente no está satisfecha',
  servicesNote:
    'Importancia por insatisfacción, de 0 a 1. Más alto: a más gente le importa y menos está conforme.',
  barriers: 'Qué impidió que la gente recibiera ayuda',
  empty: {
    title: 'Todavía no hay necesidades',
    text: 'Importe una encuesta y ligue sus preguntas. Cada necesidad aparece aquí con su lugar probable.'
  }
};
