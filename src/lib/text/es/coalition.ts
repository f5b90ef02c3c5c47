import type { coalition as english } from '../en/coalition';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const coalition: typeof english = {
  coalition: 'Coalición',
  coalitionCounts: (organizations, commitments, late) =>
    `${plural(organizations, 'organización', 'organizaciones')}, ${plural(commitments, 'compromiso', 'compromisos')}, ${late} con atraso`,
  commitments: 'Compromisos',
  noCommitments: 'Aún no hay compromisos',
  noCommitmentsText:
    'Anote quién prometió qué y para cuándo. Así lo pendiente y lo atrasado está en una página.',
  addCommitment: 'Agregar un compromiso',
  editCommitment: 'Editar compromiso',
  commitment: 'Compromiso',
  promised: 'Prometió',
  promisedBy: 'Prometido por',
  orPerson: 'O una persona',
  forCampaign: 'Para la campaña',
  evidence: 'Pruebas',
  evidenceHint: 'Necesarias para decir que se cumplió, se cumplió en parte o no se cumplió.',
  moveTo: 'Pasar a',
  saveStep: 'Guardar el paso',
  settled: 'Esto está cerrado. Su estado ya no cambia.',
  commitmentStates: {
    proposed: 'Propuesto',
    requested: 'Solicitado',
    accepted: 'Aceptado',
    declined: 'Rechazado',
    'in-progress': 'En curso',
    fulfilled: 'Cumplido',
    partial: 'Cumplido en parte',
    broken: 'No cumplido',
    released: 'Liberado',
    expired: 'Vencido'
  },
  organizations: 'Organizaciones',
  addOrganization: 'Agregar una organización',
  editOrganization: 'Editar organización',
  organizationName: 'Nombre',
  kind: 'Tipo',
  organizationKinds: {
    nonprofit: 'Sin fines de lucro',
    community_group: 'Grupo comunitario',
    faith: 'Comunidad de fe',
    union: 'Sindicato',
    school: 'Escuela',
    health_system: 'Sistema de salud',
    funder: 'Financiador',
    media: 'Medio de comunicación',
    business: 'Empresa',
    coalition: 'Coalición',
    task_force: 'Grupo de trabajo',
    tribal_government: 'Gobierno tribal',
    government: 'Organismo de gobierno'
  },
  sector: 'Sector',
  sectors: {
    housing: 'Vivienda',
    food: 'Alimentos',
    health: 'Salud',
    education: 'Educación',
    legal: 'Ayuda legal',
    labor: 'Trabajo',
    faith: 'Fe',
    disability: 'Discapacidad',
    'immigrant-services': 'Servicios a inmigrantes',
    youth: 'Juventud',
    aging: 'Personas mayores',
    business: 'Empresas',
    government: 'Gobierno',
    other: 'Otro'
  },
  website: 'Sitio web',
  memberLevel: 'Membresía',
  notMember: 'No es miembro',
  memberLevels: {
    steering: 'Dirección',
    voting: 'Con voto',
    endorsing: 'Respalda',
    supporting: 'Apoya',
    advisory: 'Asesora',
    observer: 'Observa'
  },
  joinedOn: 'Entró el',
  leftOn: 'Salió el',
  left: (day) => `Salió el ${day}`,
  note: 'Nota',
  publicRecordNote:
    'Es un organismo de gobierno. Lo que comparta con la coalición puede ser un documento público.',
  people: 'Personas',
  peopleText: 'Personas con cuenta. Los gerentes lo cambian en Configuración.',
  noPeople: 'Nadie tiene cuenta todavía.'
};
