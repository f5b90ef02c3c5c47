import type { advocacy as english } from '../en/advocacy';
import { advocacyProblemsText } from './advocacy-problems';
import { coalition } from './coalition';
import { legislative } from './legislative';
import { policy } from './policy';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const advocacy: typeof english = {
  problems: advocacyProblemsText,
  ...coalition,
  ...policy,
  ...legislative,
  nav: 'Campañas y coalición',
  campaignsTab: 'Campañas',
  coalitionTab: 'Coalición',
  measuresTab: 'Medidas',
  actionsTab: 'Acciones',
  edit: 'Editar',
  remove: 'Quitar',
  add: 'Agregar',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  of: (action, what) => `${action}: ${what}`,
  none: 'Ninguno',
  notSet: 'Sin definir',
  choose: 'Elegir',
  changeState: 'Siguiente paso',
  state: 'Estado',
  due: 'Fecha límite',
  noDate: 'Sin fecha',
  doneMark: 'hecho',
  visibilityLabel: 'Quién lo ve',
  visibility: {
    organization: 'Solo su organización',
    coalition: 'La coalición',
    public: 'Todas las personas'
  },

  campaigns: 'Campañas',
  campaignsText: 'Una campaña lleva una petición a las personas que pueden decir sí.',
  newCampaign: 'Nueva campaña',
  noCampaigns: 'Aún no hay campañas',
  noCampaignsText:
    'Una campaña nombra el problema, la petición y quién decide, y los une con lo que muestra su encuesta.',
  editCampaign: 'Editar campaña',
  campaignName: 'Nombre',
  issue: 'Problema',
  issueHint: 'Qué está mal y para quién, en palabras sencillas.',
  ask: 'Petición',
  askHint: 'Una frase: quién debe hacer qué y para cuándo.',
  lead: 'Organización líder',
  ledBy: (name) => `Dirigida por ${name}`,
  noLead: 'Aún sin organización líder',
  status: 'Estado',
  campaignStatus: {
    draft: 'Borrador',
    planning: 'En planificación',
    active: 'Activa',
    paused: 'En pausa',
    closed: 'Cerrada'
  },
  campaignMove: {
    draft: 'Volver a borrador',
    planning: 'Empezar a planificar',
    active: 'Iniciar la campaña',
    paused: 'Pausar',
    closed: 'Cerrar la campaña'
  },
  resume: 'Continuar',
  beforeIt: (step) => `Antes de "${step}":`,
  campaignSteps: 'Pasos de la campaña',
  pausedNote: 'en pausa',
  result: 'Cómo terminó',
  results: {
    won: 'Ganada',
    partial: 'Ganada en parte',
    'blocked-harm': 'Evitó un daño',
    lost: 'Perdida',
    withdrawn: 'Retirada',
    superseded: 'Reemplazada por otra campaña'
  },
  debrief: 'Resumen final',
  debriefHint: 'Qué funcionó, qué no y qué hacer la próxima vez.',
  closeTitle: 'Cerrar la campaña',
  newCycle: 'Empezar un nuevo ciclo',
  earlierCycle: 'Ciclo anterior',
  tasksOpen: (open, late) =>
    late > 0
      ? `${plural(open, 'tarea pendiente', 'tareas pendientes')}, ${late} con atraso`
      : plural(open, 'tarea pendiente', 'tareas pendientes'),
  objectivesCount: (n) => plural(n, 'objetivo', 'objetivos'),
  smartPassed: 'Revisión SMART aprobada',

  goals: 'Metas',
  addGoal: 'Agregar una meta',
  editGoal: 'Editar meta',
  noGoals: 'Aún no hay metas. Una meta dice qué cuenta como victoria.',
  horizon: 'Plazo',
  horizons: { long: 'Largo plazo', intermediate: 'Esta campaña', short: 'Siguiente paso' },
  victory: 'Qué cuenta como victoria',

  objectives: 'Objetivos',
  addObjective: 'Agregar un objetivo',
  editObjective: 'Editar objetivo',
  noObjectives: 'Aún no hay objetivos. Un objetivo es un número que cambia antes de una fecha.',
  objectiveText: 'Objetivo',
  objectiveHint:
    'Quién cambia y cómo. Por ejemplo: bajar la parte de inquilinos que se salta comidas.',
  measuredBy: 'Medida de la encuesta',
  measuredByHint: 'Se mide otra vez en la próxima ronda.',
  noMeasure: 'No es una medida de la encuesta',
  countOf: 'O una cuenta, en palabras',
  countHint: 'Por ejemplo: concejales a favor del fondo.',
  group: 'Para qué grupo',
  everyone: 'Todas las personas',
  unit: 'Unidad',
  units: {
    share: 'Porcentaje',
    count: 'Cuenta',
    mean: 'Promedio',
    minutes: 'Minutos',
    dollars: 'Dólares'
  },
  baseline: 'Hoy',
  target: 'Meta',
  byDate: 'Para',
  fromTo: (from, to, day) => `De ${from} a ${to} para el ${day}`,
  measuredIn: (wave, value) => `${wave}: ${value}`,
  progress: {
    reached: 'meta alcanzada',
    'on-track': 'en camino',
    away: 'se aleja de la meta',
    'cannot-tell': 'aún no se puede saber'
  },

  tasks: 'Tareas',
  addTask: 'Agregar una tarea',
  editTask: 'Editar tarea',
  noTasks: 'Aún no hay tareas.',
  taskText: 'Tarea',
  owner: 'Quién la hace',
  organization: 'Organización',
  markDone: 'Marcar como hecha',
  markOpen: 'Abrir de nuevo',
  doneOn: (day) => `Hecha el ${day}`,

  stakeholders: 'Personas y poder',
  stakeholdersText:
    'Quién gana, ayuda, decide, influye o se resiste. Solo lo ve su organización, salvo que lo comparta.',
  addStakeholder: 'Agregar una persona u organización',
  editStakeholder: 'Editar persona u organización',
  noStakeholders: 'Aún no hay nadie. Empiece con la persona que puede decir sí.',
  who: 'Quién',
  role: 'Papel',
  roles: {
    constituent: 'Persona afectada',
    ally: 'Aliado',
    opponent: 'Opositor',
    'primary-target': 'Objetivo principal',
    'secondary-target': 'Objetivo secundario',
    messenger: 'Portavoz',
    influencer: 'Persona influyente'
  },
  personName: 'Persona',
  personHint: 'Una persona de la vida pública o de la coalición. Sin datos de contacto privados.',
  personTitle: 'Cargo o título',
  orOrganization: 'O una organización',
  support: 'Apoyo',
  supports: {
    '-2': 'Se opone activamente (-2)',
    '-1': 'Se opone sin actuar (-1)',
    '0': 'Neutral (0)',
    '1': 'Apoya sin actuar (+1)',
    '2': 'Apoya activamente (+2)'
  },
  influence: 'Influencia',
  influences: {
    '0': 'Ninguna (0)',
    '1': 'Poca (1)',
    '2': 'Alguna (2)',
    '3': 'Mucha (3)',
    '4': 'Decide (4)'
  },
  notRated: 'Sin calificar',
  basis: 'En qué se basa',
  basisHint: 'Un voto, una declaración, una reunión, con su fuente.',
  ratedOn: 'Calificado el',

  evidenceUsed: 'Evidencia usada',
  addEvidence: 'Agregar evidencia',
  noEvidence: 'Aún no hay pruebas. Una prueba congelada lleva un número que nadie puede cambiar.',
  noFreeExhibits: 'No hay otra prueba congelada para agregar. Congele una figura en Evidencia.',
  exhibit: (number, version) =>
    version > 1 ? `Prueba ${number}, versión ${version}` : `Prueba ${number}`,
  exhibitStates: {
    draft: 'borrador',
    frozen: 'congelada',
    submitted: 'entregada',
    withdrawn: 'retirada'
  },
  chooseExhibit: 'Prueba congelada',

  nextHearing: (days) => `Próxima audiencia, ${days}`,
  open: 'Abrir',
  log: 'Registro',
  logText: {
    create: 'Campaña iniciada',
    change: 'Datos cambiados',
    'change-status': 'Estado cambiado',
    'add-goal': 'Meta agregada',
    'change-goal': 'Meta cambiada',
    'remove-goal': 'Meta quitada',
    'add-objective': 'Objetivo agregado',
    'change-objective': 'Objetivo cambiado',
    'remove-objective': 'Objetivo quitado',
    'add-task': 'Tarea agregada',
    'change-task': 'Tarea cambiada',
    'remove-task': 'Tarea quitada',
    'finish-task': 'Tarea hecha',
    'reopen-task': 'Tarea abierta de nuevo',
    'use-exhibit': 'Prueba agregada',
    'order-exhibits': 'Pruebas ordenadas',
    'stop-using-exhibit': 'Prueba quitada'
  },
  program: 'Groundswell'
};
