import type { IdentifierType } from './kinds';

/**
 * A heading as plain words: camel case, underscores, paths and accents taken apart.
 * `RecipientFirstName`, `recipient_first_name` and `recipient/first name` are the same.
 */
export const headingWords = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .toLowerCase();

const PERSON =
  '(?:your|respondent|recipient|participant|client|patient|contact|enumerator|interviewer|submitter|surveyor|collector|head|owner|applicant|student|child|caregiver|parent|guardian|person|member|resident|customer|volunteer|spouse|partner|next of kin|emergency contact)s?';
const PERSONA =
  '(?:encuestad[oa]r?a?|entrevistad[oa]r?a?|participante|persona|client[ea]|pacient[ea]|jef[ea](?: de (?:hogar|familia))?|contacto|alumn[oa]|madre|padre|tutor|miembro)';

const either = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

/** What headings of each kind say, as plain words; in the order in which they are tried. */
const HEADINGS: readonly [IdentifierType, RegExp][] = [
  ['ip', /^ip$|\bip ?addr(ess)?\b|\bdireccion ip\b/],
  ['email', /\be ?mails?\b|\bcorreo\b/],
  [
    'device',
    /\bdevice ?(id|identifier|fingerprint)\b|^device ?info|\bnetwork ?id\b|\bsession ?id\b|\bkantar ?id\b|^token$|^access token$|\bm ?turk\b|\bworker ?id\b|\bassignment ?id\b|^hit ?id$|\bprolific\b|\bpanel(ist)? ?id\b|\bpsid\b|\buser ?agent\b|\breferr?er\b|\bref(errer)? ?url\b|\bsubscriber ?id\b|\bsim ?(serial|id)\b|\bimei\b|\bimsi\b|\bmac address\b|\bcontact ?id\b|\bexternal ?(data )?reference\b|\bad(vertising)? ?id\b|^cookie( ?id)?$|^fingerprint$|^browser fingerprint$|\bdispositivo id\b|\bid del? dispositivo\b/
  ],
  [
    'phone',
    /\b(tele)?phones?( ?(number|num|no))?\b|\bphonenumber\b|\bcell( ?(phone|number|no))?\b|\bmobile( ?(number|phone|no))?\b|\btel\b|\btelefonos?\b|\bcelular\b|\bmovil\b|\bwhats ?app\b|\bcall you back\b|\bfax\b|\bcontact number\b|\bnumero de contacto\b|\btext you\b/
  ],
  [
    'national-id',
    /\bssn\b|\bsocial ?security( ?(number|no|num))?\b|\bseguro social\b|\bdni\b|\bnie\b|\bcurp\b|\brfc\b|\bcedula\b|\bpassport\b|\bpasaporte\b|\bitin\b|\bdrivers? ?s? ?licen[cs]e\b|\blicencia de (conducir|manejo)\b|\balien (registration )?number\b|\bnational ?id\b|\bmedicaid ?(id|number)\b|\bmedicare ?(id|number)\b|\bmrn\b|\bmedical record\b|\btax ?id\b|\bnumero de (identidad|identificacion)\b|\bdocumento de identidad\b/
  ],
  [
    'birth-date',
    /\bdob\b|\bd o b\b|\bdate of birth\b|\bbirth ?(date|day)\b|\bwhen were you born\b|\bborn on\b|\bfecha (de )?nac(imiento)?\b|\bcumpleanos\b|\bnacimiento\b|^birth$/
  ],
  [
    'name',
    either(
      `^(the )?(${PERSON} (of )?(household )?)*(first|last|full|middle|maiden|given|family|legal|preferred|printed?|display|complete|nick)? ?(name|surname|forename|nickname)s?( (first|last|full|middle))?$`,
      '\\b(first|last|full|middle|maiden|given|family|legal|preferred) ?names?\\b|\\bsurname\\b|\\bfirstname\\b|\\blastname\\b|\\bfullname\\b',
      '\\b(what is|what s|enter|write|type|provide|print|tell us|share) (your|the) .*\\bname\\b|\\byour name\\b',
      `\\bname of (the |your )?(${PERSON}|head of (the )?household)\\b`,
      '^(nombres?|apellidos?)$|\\bnombres? y apellidos?\\b|\\bnombre completo\\b|\\b(su|tu) nombre\\b|\\b(primer|segundo) (nombre|apellido)\\b|\\bapellidos? (paterno|materno)\\b',
      `\\bnombres? del? (la |el )?${PERSONA}\\b`,
      '^(submitted by|enumerator|interviewer|surveyor|data collector|collected by|recorded by|completed by|encuestador|encuestadora|entrevistador|entrevistadora|username|user name|initials|iniciales|submitter)$'
    )
  ],
  [
    'address',
    /\b(street|home|mailing|postal|residential|physical|current|permanent|house|billing|shipping) ?address\b|^(your |full )?address( (line )?\d)?$|\baddress line\b|\bdireccion\b(?! (ip|de correo|electronica))|\bdomicilio\b|^calle( y numero)?$|^street( ?(name|number|no|address|line) ?\d?)?$|\bname street and town\b|\bwhat is your (full |exact )?address\b|^(apt|apartment|unit|suite)( (no|num|number|#))?$|\bapartment number\b|\bhouse number\b|\bnumero (exterior|de casa)\b/
  ],
  [
    'location',
    /\b(latitude|longitude|latitud|longitud|lat|lng|geo ?points?|geo ?location|gps|coordinates?|coordenadas?|northing|easting|utm [xyen]|what3words|plus code)\b|^point [xy]$|^[xy] coord(inate)?$|^(lon|long)$|\blon$|\bgps (long|altitude|altitud|accuracy|precision)$/
  ]
];

/** Parts of a geopoint: `stop_altitude`, `gps-Accuracy`, `home_long`. */
const POINT_PART = /[_-](lat|lng|long?|altitude|altitud|precision|precisi[oó]n|accuracy)$/i;

/** Cells decide strictly for these, so that even a long question may be one. */
const STRICT: readonly IdentifierType[] = ['email', 'phone', 'national-id', 'birth-date'];

/**
 * Kinds of personal data that headings speak of, likeliest first.
 *
 * @param texts heading and label; a whole question counts only where the cells can tell for sure
 */
export function kindsByHeading(texts: readonly string[]): IdentifierType[] {
  const forms = texts.flatMap((text) => {
    const last = text.split('/').at(-1) ?? '';
    return [text, ...(last === text ? [] : [last])].map((part) => ({
      words: headingWords(part),
      isShort: part.length <= 60
    }));
  });
  const kinds = HEADINGS.filter(([kind, pattern]) =>
    forms.some(({ words, isShort }) => (isShort || STRICT.includes(kind)) && pattern.test(words))
  ).map(([kind]) => kind);
  const isPoint = texts.some((text) => text.length <= 60 && POINT_PART.test(text));
  return isPoint && !kinds.includes('location') ? [...kinds, 'location'] : kinds;
}
