import type { importReasons as english } from '../en/import-reasons';

/** Por qué una columna o pregunta se lee como se lee, por el código de la razón. */
export const importReasons: Record<keyof typeof english, string> = {
  'tool-column': 'La herramienta de encuestas añade esta columna.',
  form: 'El formulario dice lo que es.',
  'as-is': 'Se guarda tal como está en el archivo.',
  'no-answers': 'Ninguna fila tiene respuesta aquí.',
  constant: 'Todas las filas tienen la misma respuesta.',

  id: 'Su nombre dice identificador, y casi ningún valor se repite.',
  'id-digits-lost':
    'Una hoja de cálculo redondeó estos números: se perdieron sus últimas cifras y no distinguen a las personas.',
  timestamp: 'Su nombre habla de un inicio o un fin, y sus valores son fechas.',
  paradata: 'Dice cómo se respondió, no lo que se respondió.',
  'attention-check':
    'Su nombre habla de atención, y casi todas las personas respondieron lo mismo.',
  weight: 'Su nombre dice peso, y sus valores rondan 1 en promedio o suman una población.',
  'replicate-weight':
    'Es una de al menos diez columnas numeradas que van con el peso, o se llama como se llaman los pesos replicados.',
  stratum: 'Su nombre dice estrato.',
  psu: 'Su nombre dice conglomerado o primera unidad de muestreo.',
  fpc: 'Su nombre dice tamaño de la población o del estrato.',
  area: 'Su nombre o su pregunta habla de un lugar.',

  'identifier-name': 'Parecen nombres de personas.',
  'identifier-email': 'Parecen correos electrónicos.',
  'identifier-phone': 'Parecen números de teléfono.',
  'identifier-national-id': 'Parecen números de documentos de identidad.',
  'identifier-address': 'Parecen direcciones postales.',
  'identifier-birth-date': 'Parecen fechas de nacimiento.',
  'identifier-location': 'Parecen lugares en un mapa.',
  'identifier-ip': 'Parecen direcciones de computadoras.',
  'identifier-device': 'Parecen números de aparatos o paneles.',

  dates: 'Sus valores son fechas.',
  numbers: 'Sus valores son números que miden o cuentan.',
  'zero-to-ten': 'Pregunta si la gente recomendaría, de 0 a 10.',
  'rating-points': 'Pide una valoración, y sus valores son puntos.',
  'number-codes':
    'Tiene pocos números enteros: pueden ser códigos de respuestas. Sin etiquetas nada dice qué extremo es bueno.',
  'few-values': 'Tiene pocas respuestas distintas.',
  'varied-text': 'Casi todas las respuestas son distintas, o largas.',
  'other-specify': 'Tiene las palabras de quienes eligieron «otra».',

  marks: 'Sus columnas tienen una marca o nada: se podían elegir varias.',
  'marks-base-everyone':
    'Sus columnas tienen una marca o un «no» para todas las personas: no se distingue a quien no se le preguntó de quien no eligió nada.',
  'option-column': 'Es una respuesta de una pregunta que admite varias.',
  'summary-of-options': 'Repite lo que dicen las columnas de las opciones.',
  'joined-choices': 'Sus celdas tienen varias respuestas con un separador entre ellas.',
  'written-in': 'Es lo que hay en las celdas además de las respuestas del formulario.',
  'one-of-the-columns':
    'Ninguna fila tiene dos de estas columnas llenas: es una sola elección, repartida.',
  matrix: 'Columnas vecinas comparten la pregunta y las respuestas.',
  'lines-of-battery': 'Cada celda tiene varios puntos con su respuesta, uno por línea.',
  'ranking-in-cell': 'Cada celda nombra todas las opciones, en el orden de la persona.',
  rank: 'En cada fila los valores son los lugares 1, 2, 3 y así, sin repetir ninguno.'
};
