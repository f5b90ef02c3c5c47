import type { access as english } from '../en/access';

export const access: typeof english = {
  noSuchPage: 'Aquí no hay ninguna página, o no está a su alcance.',
  notAllowed: 'Su rol no incluye esto. Pregunte a quien administra su espacio.',
  failed: (code: string) =>
    `Algo falló de nuestro lado. No se perdió nada. Si lo reporta, dé este código: ${code}.`,
  refused: {
    'other-site':
      'Este envío no vino de una página de este sitio y no se aceptó. Abra la página aquí y envíelo otra vez.',
    'length-unknown': 'Este envío no dice qué tamaño tiene y no se aceptó.',
    'too-large': 'Es demasiado largo para enviarlo. Acórtelo, o traiga un archivo por "Importar".'
  },

  email: 'Correo electrónico',
  password: 'Contraseña',
  name: 'Su nombre',
  newPasswordHint: (least: number) =>
    `Al menos ${least} caracteres. Unas cuantas palabras se recuerdan bien. Puede pegarla.`,

  signInTitle: 'Iniciar sesión',
  signInText:
    'Para miembros de un espacio. ¿Es su primera vez? Pida un enlace de invitación a quien lo administra.',
  noWorkspaceTitle: (name: string) => `${name}, inició sesión, pero no está en ningún espacio`,
  noWorkspaceText:
    'Pida un enlace de invitación y ábralo aquí, o cierre la sesión y use otra cuenta.',

  setupTitle: 'Cree su espacio',
  setupText:
    'Usted será titular. Un espacio es el lugar de una coalición: sus encuestas, figuras y campañas.',
  setupAction: 'Crear el espacio',
  setupYou: 'Usted',
  setupPlace: 'Su coalición',
  workspaceName: 'Nombre del espacio',
  workspaceHint: 'Por ejemplo, la coalición o el condado.',
  organizationName: 'Su organización',
  linkGoneTitle: 'Este enlace ya no sirve',
  setupGone:
    'Ya se usó, o es demasiado viejo. Inicie otra vez el programa, o use la orden setup-link, para obtener otro.',

  inviteTitle: (workspace: string) => `Únase a ${workspace}`,
  inviteText: (organization: string, role: string) =>
    `Recibió una invitación para unirse por ${organization}, con el rol: ${role}.`,
  inviteGone:
    'Ya se usó, fue retirado, o tiene más de 14 días. Pida otro a la persona que lo envió.',
  joinAs: (name: string, email: string) => `Inició sesión como ${name} (${email}).`,
  join: 'Unirme',
  makeAccount: 'Crear una cuenta y unirme',
  haveAccount: '¿Tiene cuenta? Inicie sesión primero',

  preferencesTitle: 'Idioma y colores',
  preferencesText: 'Se guardan un año en este navegador.',
  languages: { en: 'English', es: 'Español' },

  issue: {
    'email-missing': () => 'Escriba su correo electrónico.',
    'email-wrong': () => 'Escriba un correo como nombre@ejemplo.org.',
    'email-taken': () =>
      'Este correo ya tiene una cuenta. Inicie sesión con ella y abra el enlace otra vez.',
    'password-missing': () => 'Escriba una contraseña.',
    'password-short': () => 'Use al menos 10 caracteres en la contraseña.',
    'password-long': () => 'Use 128 caracteres o menos en la contraseña.',
    'name-missing': () => 'Escriba un nombre.',
    'name-long': () => 'Use 120 caracteres o menos en el nombre.',
    'name-controls': () => 'Escriba el nombre en una línea, sin caracteres de control.',
    'workspace-missing': () => 'Escriba un nombre para el espacio.',
    'organization-missing': () => 'Elija una organización, o escriba el nombre de una nueva.',
    'role-missing': () => 'Elija un rol.',
    'note-long': () => 'Use 200 caracteres o menos en la nota.',
    'sign-in-wrong': () => 'El correo y la contraseña no coinciden con una cuenta. Revise ambos.',
    'too-many-attempts': ({ minutes }: Readonly<Record<string, string | number>>) =>
      `Demasiados intentos. Espere ${minutes} min y pruebe otra vez.`,
    'link-not-good': () => 'Este enlace ya no sirve. Pida uno nuevo.',
    'already-member': () => 'Usted ya es miembro de este espacio.',
    'owner-exists': () => 'Ya hay titular. Pídale una invitación.',
    'profile-not-offered': () => 'Elija una de las normas de la lista.',
    'threshold-not-offered': () => 'Elija uno de los números de la lista.',
    'release-reason-missing': () => 'Diga por qué, si no es lo habitual.',
    'not-allowed': () => 'Su función no puede hacer esto.',
    'owner-only': () => 'Solo titulares pueden hacer esto con titulares, o nombrar a otros.',
    'last-owner': () => 'Un espacio necesita titular. Nombre primero a otra persona.',
    'member-not-found': () => 'Esta persona ya no es miembro. Cargue la página otra vez.',
    'invitation-not-found': () => 'Esta invitación ya se usó o fue retirada.'
  }
};
