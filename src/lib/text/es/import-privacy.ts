import type { importPrivacy as english } from '../en/import-privacy';

const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('es-US')} ${many}`;

/** El paso Privacidad de la importación, y lo que después queda reservado. */
export const importPrivacy: typeof english = {
  heading: (n) =>
    n === 0
      ? 'No se hallaron datos personales en las columnas'
      : `${counted(n, 'columna tiene', 'columnas tienen')} datos personales`,
  lead: 'Los datos personales quedan fuera, salvo que usted elija otra cosa. Aquí no se muestra ninguna celda de estas columnas.',
  saved: 'Lo que eligió quedó guardado.',
  column: 'Columna del archivo',
  found: 'Qué se halló',
  cells: 'Celdas',
  cellCount: (n) => (n === 0 ? 'ninguna llena' : counted(n, 'celda', 'celdas')),
  examples: 'Ejemplos',
  hidden: 'ocultos',
  choice: 'Qué hacer',
  choiceFor: (column) => `Qué hacer con ${column}`,
  types: {
    name: 'Nombres de personas',
    email: 'Correos electrónicos',
    phone: 'Números de teléfono',
    'national-id': 'Números oficiales de personas',
    address: 'Direcciones',
    'birth-date': 'Fechas de nacimiento',
    location: 'Puntos en un mapa',
    ip: 'Direcciones de internet',
    device: 'Códigos de aparatos, paneles o personas',
    marked: 'Marcado como personal en el formulario'
  },
  ways: {
    drop: 'Dejar fuera',
    keep: 'Guardar como está',
    private: 'Guardar en privado, cifrado',
    pseudonym: 'Cambiar por un código',
    zip3: 'Solo las 3 primeras cifras',
    'birth-year': 'Solo el año de nacimiento',
    'age-band': 'Tramos de 10 años',
    rounded: 'Redondear a cerca de 1 km',
    area: 'Zona en la que está'
  },
  areaOf: (set) => `Zona de ${set}`,
  explainTitle: 'Qué hace cada opción',
  explain: {
    drop: 'Dejar fuera: la columna no se lee.',
    private:
      'Guardar en privado: se guarda cifrada. Solo la gerencia puede descargarla, y cada vez queda anotada.',
    pseudonym:
      'Cambiar por un código: la misma persona tiene el mismo código en todas las encuestas de aquí.',
    zip3: '3 primeras cifras: dicen la región, no el lugar.',
    'birth-year': 'Año de nacimiento: el día y el mes desaparecen.',
    'age-band': 'Tramos de 10 años: 30-39; desde los 90 es un solo tramo.',
    rounded: 'Redondear: el punto pasa a una cuadrícula de cerca de 1 km.',
    area: 'Zona: solo queda el nombre de la zona, y sirve para las figuras.'
  },
  coarseTitle: 'Lugar y edad',
  coarseLead: 'Solos no son personales, pero juntos pueden señalar a una persona.',
  small: (rows, alone, columns) =>
    `${counted(rows, 'fila comparte', 'filas comparten')} su mezcla de ${columns} con menos de 4 más; ${alone === 0 ? 'ninguna está sola' : counted(alone, 'está sola', 'están solas')}. Las figuras nunca muestran grupos tan pequeños.`,
  keysTitle: 'Clave de la respuesta',
  keysLead: 'Guarde la clave para hallar repetidas. Nunca se muestra.',
  textsTitle: 'Respuestas en palabras propias',
  textsLead:
    'Se guardan, pero nadie las ve en figuras ni exportaciones. Después de importar usted las lee en Textos y aprueba lo que se puede citar.',
  textsNone: 'El archivo no tiene.',
  textsCells: (n) => `${counted(n, 'respuesta revisada', 'respuestas revisadas')}`,
  textsClean: 'no se hallaron datos personales',
  details: {
    email: (n) => counted(n, 'con un correo', 'con correos'),
    phone: (n) => counted(n, 'con un teléfono', 'con teléfonos'),
    'national-id': (n) => counted(n, 'con un número oficial', 'con números oficiales'),
    url: (n) => counted(n, 'con una dirección web', 'con direcciones web'),
    handle: (n) => counted(n, 'con un @nombre', 'con @nombres'),
    number: (n) => counted(n, 'con un número largo', 'con números largos'),
    address: (n) => counted(n, 'con una dirección', 'con direcciones'),
    name: (n) => counted(n, 'con un posible nombre', 'con posibles nombres')
  },
  fileTitle: 'El archivo mismo',
  fileText:
    'La copia enviada se borra en cuanto termina la importación, o a los 14 días si no se importa. Solo queda lo que usted eligió aquí.',
  toDesign: 'Continuar',
  save: 'Guardar lo elegido',

  reveal: {
    title: 'Guardada en privado',
    text: 'Esta columna se guarda cifrada. La gerencia puede descargarla como archivo CSV. Cada descarga queda anotada.',
    action: 'Descargar la columna privada'
  },
  issue: {
    'no-such-area-set': () =>
      'El conjunto de zonas elegido en el paso Privacidad ya no existe. Elija otra opción.',
    'not-private': () => 'Esta columna no está guardada en privado.',
    'key-missing': () =>
      'La llave de este espacio no está en esta máquina. Devuelva la carpeta "keys" a la carpeta de datos.',
    'key-wrong': () =>
      'La llave de esta máquina no es la que se usó para guardar esta columna. Devuelva la carpeta "keys" correcta.',
    'not-allowed': () => 'Su papel no permite esto. Pídalo a la gerencia del espacio.'
  }
};
