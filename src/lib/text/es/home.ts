import type { home as english } from '../en/home';

export const home: typeof english = {
  title: 'Inicio',
  topNeeds: 'Necesidades principales',
  allNeeds: (n: string) => `Las ${n} necesidades`,
  answered: (n: string, mode: string, when: string) =>
    `${[`${n} respuestas`, mode, when].filter(Boolean).join(', ')}.`,
  changed: (wave: string) => `Qué cambió desde ${wave}`,
  rose: (need: string) => `${need}: subió`,
  fell: (need: string) => `${need}: bajó`,
  fromTo: (from: string, to: string) => `${from} a ${to}. Con prueba.`,
  noClearChange: (n: string) =>
    n === '1' ? '1 necesidad: sin cambio claro' : `${n} necesidades: sin cambio claro`,
  cannotTell: 'La encuesta no puede decir si cambiaron.',
  nextHearing: (days: string) => `Próxima audiencia, ${days}`,
  openHearing: 'Abrir la audiencia',
  limit: (minutes: string) => `${minutes} para hablar`,
  exhibits: (n: string) => (n === '1' ? '1 prueba' : `${n} pruebas`),
  noHearing: 'No hay audiencia prevista.',
  planHearing: 'Planear una audiencia',
  quality: '¿Qué tan buena es esta encuesta?',
  qualityCheck: 'Revisar la encuesta',
  rungs: {
    invited: 'Invitadas',
    opened: 'Abiertas',
    eligible: 'Elegibles',
    complete: 'Completas',
    kept: 'Conservadas'
  },
  noLadder: 'No se sabe a cuántas personas se invitó.',
  gaps: 'Mayor para algunas personas',
  explore: 'Explorar esto',
  rankPlaces: 'Ordenar los vecindarios',
  empty: {
    title: 'Empiece con una encuesta',
    text: 'Importe el archivo de su herramienta de encuestas. Las necesidades, el mapa y los grupos se arman solos.'
  }
};
