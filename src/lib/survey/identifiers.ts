import type { SheetColumn } from './sheet';

/** Kinds of personal data. */
export type IdentifierType =
  | 'name'
  | 'email'
  | 'phone'
  | 'national-id'
  | 'address'
  | 'birth-date'
  | 'location'
  | 'ip'
  | 'device';

const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]{2,}/;
const IP4 = /^(\d{1,3}\.){3}\d{1,3}$/;
const IP6 = /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}$/i;
const SSN = /\b\d{3}-\d{2}-\d{4}\b/;
const PHONE = /^\+?[\d\s().-]{7,20}$/;
/** Ten digits written as a telephone number, with or without a country code. */
const WRITTEN_PHONE = /^(\+?\d{1,3}[ .-]?)?(\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]?\d{4}$/;
const COORDINATE = /^-?\d{1,3}\.\d{3,}$/;
const GEOPOINT = /^-?\d{1,3}\.\d+ -?\d{1,3}\.\d+( -?[\d.]+){0,2}$/;

const HEADINGS: [RegExp, IdentifierType][] = [
  [/\bip ?addr|ipaddress|^ip$|^ipaddr$/i, 'ip'],
  [/e-?mail|correo/i, 'email'],
  [
    /(^|[\s_/-])(tele)?phone([\s_/?-]|$)|\bcell(phone)?\b|(^|_)tel(_|$)|call you back|whatsapp|tel[eé]fono|celular|m[oó]vil|\bmobile (number|phone)/i,
    'phone'
  ],
  [/\bssn\b|social ?security (number|no)|\bdni\b|\bcurp\b|passport|pasaporte/i, 'national-id'],
  [
    /^(first|last|full|middle|recipient|respondent|enumerator|interviewer|submitter|your)[\s_]?(last|first)?[\s_]?name$|^name([_ ](first|last))?$|^(first|last) ?name|recipient(first|last)name|^nombres?$|^apellidos?$|nombre completo|submitted_by|^enumerator$|submittername|what is your (full |first |last )?name|cu[aá]l es su nombre|\bmaiden name/i,
    'name'
  ],
  [
    /\b(street|home|mailing|postal)[\s_]?address|^address|direcci[oó]n|\bstreet\b(?!.*(light|safe))|\bapartment number\b/i,
    'address'
  ],
  [/\bdob\b|date of birth|birth ?date|fecha de nacimiento/i, 'birth-date'],
  [
    /latitude|longitude|geopoint|\bgps\b|^point_[xy]$|_lat$|_long?$|^lat$|^lon(g)?$|latitud|longitud/i,
    'location'
  ],
  [
    /device ?id|deviceid|network id|session ?id|sessionid|kantarid|^token$|mturk|prolific|user agent|referer|refurl|phonenumber|subscriberid|simserial|imei|contact id/i,
    'device'
  ]
];

export interface IdentifierFinding {
  type: IdentifierType;
  /** cells that look so */
  hits: number;
}

/**
 * Personal data in a column, by its heading and its cells; null when there is none to see. A heading
 * alone is enough except where it is a common word in questions; e-mail, IP, coordinates and national
 * id numbers also show in the cells.
 *
 * @param isQuestion the heading is a whole question, so only the cells can tell
 */
export function findIdentifier(column: SheetColumn, label: string): IdentifierFinding | null {
  const filled = column.rows - column.blank;
  const texts = [label, column.heading].filter((text) => text.length <= 60);
  const byHeading = HEADINGS.find(([pattern]) =>
    texts.some((text) => pattern.test(text) || pattern.test(text.split(/[/-]/).at(-1) ?? ''))
  )?.[1];
  const hitsOf = (holds: (text: string) => boolean): number => {
    let hits = 0;
    for (const [text, count] of column.values) if (holds(text)) hits += count;
    return hits;
  };
  if (byHeading) {
    if (filled === 0) return { type: byHeading, hits: 0 };
    const hits = confirm(byHeading, hitsOf);
    if (hits > 0) return { type: byHeading, hits };
  }
  const emails = hitsOf((text) => EMAIL.test(text) && text.length < 80);
  if (emails > 0 && emails >= filled * 0.5) return { type: 'email', hits: emails };
  const ips = hitsOf(isIp);
  if (ips > 0 && ips >= filled * 0.5) return { type: 'ip', hits: ips };
  const numbers = hitsOf((text) => SSN.test(text) && text.length < 20);
  if (numbers > 0 && numbers >= filled * 0.5) return { type: 'national-id', hits: numbers };
  const phones = hitsOf((text) => WRITTEN_PHONE.test(text));
  if (phones > 2 && phones >= filled * 0.5) return { type: 'phone', hits: phones };
  const points = hitsOf((text) => GEOPOINT.test(text));
  if (points > 0 && points >= filled * 0.5) return { type: 'location', hits: points };
  return null;
}

const isIp = (text: string): boolean => IP4.test(text) || IP6.test(text);

function confirm(
  type: IdentifierType,
  hitsOf: (holds: (text: string) => boolean) => number
): number {
  const any = hitsOf(() => true);
  switch (type) {
    case 'phone':
      return hitsOf((text) => PHONE.test(text) && text.replace(/\D/g, '').length >= 7);
    case 'location':
      return hitsOf(
        (text) => COORDINATE.test(text) || GEOPOINT.test(text) || /^-?\d{1,3}(\.\d+)?$/.test(text)
      );
    case 'birth-date':
      return hitsOf((text) => /\d{4}|\d{1,2}[/-]\d{1,2}/.test(text));
    case 'address':
      return hitsOf((text) => /\d/.test(text) && /[a-z]/i.test(text));
    case 'name':
      return hitsOf((text) => !/^\d+$/.test(text) && text.split(' ').length <= 5);
    case 'email':
      // "anonymous" is what tools write when they do not know the address.
      return hitsOf((text) => EMAIL.test(text));
    default:
      return any;
  }
}

/** Personal data inside free text: cells with an e-mail address, telephone or national id number. */
export function countPersonalDetails(column: SheetColumn): number {
  let hits = 0;
  for (const [text, count] of column.values)
    if (EMAIL.test(text) || SSN.test(text) || /(\(\d{3}\)|\b\d{3})[ .-]\d{3}[.-]\d{4}\b/.test(text))
      hits += count;
  return hits;
}
