import type { Issue, Place } from '$lib/base/issue';
import type { weightingIssues as english } from '../en/weighting-issues';

const at = ({ line }: Place): string => (line === undefined ? '' : `Línea ${line}: `);
const people = (value: Issue['params'][string] | undefined): string =>
  Number(value).toLocaleString('en-US', { maximumFractionDigits: 1 });
const answers = (value: Issue['params'][string] | undefined): string =>
  Number(value) === 1 ? '1 respuesta' : `${people(value)} respuestas`;

export const weightingIssues: typeof english = {
  'margins-none': () => ({
    problem: 'No hay metas con qué ponderar.',
    fix: 'Pegue una tabla de metas, elija un archivo CSV o llene las casillas de una pregunta.'
  }),
  'weighting-number-unreadable': ({ value }) => ({
    problem: `«${value}» no es un número.`,
    fix: 'Escriba cifras, como 12000.'
  }),
  'margins-file-long': () => ({
    problem: 'Este archivo es muy largo para ser una tabla de metas.',
    fix: 'Elija el archivo de las metas, no el de las respuestas.'
  }),
  'margin-line-short': (_, where) => ({
    problem: `${at(where)}una línea de metas lleva una categoría y un número.`,
    fix: 'Escriba una línea por categoría, como "tenure,rent,90000".'
  }),
  'margin-number-unreadable': ({ value, category }, where) => ({
    problem: `${at(where)}«${value}» para ${category} no es un número.`,
    fix: 'Escriba una cantidad como 66000 o una parte como 52%.'
  }),
  'margin-category-twice': ({ category, variable }, where) => ({
    problem: `${at(where)}«${category}» de ${variable} tiene dos metas.`,
    fix: 'Súmelas y deje una sola línea.'
  }),
  'margin-variable-twice': ({ variable }, where) => ({
    problem: `${at(where)}${variable} tiene dos tablas de metas.`,
    fix: 'Deje una de las dos.'
  }),
  'margin-variable-unknown': ({ variable }, where) => ({
    problem: `${at(where)}las respuestas no tienen una pregunta o columna «${variable}».`,
    fix: 'Use el nombre que está en el libro de códigos.'
  }),
  'margin-variable-no-categories': ({ variable }, where) => ({
    problem: `${at(where)}${variable} tiene demasiados valores distintos para ponderar con ella.`,
    fix: 'Use una columna de grupos, como grupos de edad.'
  }),
  'margin-category-unknown': ({ category, variable, choices }, where) => ({
    problem: `${at(where)}${variable} no tiene la respuesta «${category}». Tiene: ${choices}.`,
    fix: 'Escríbala como en el libro de códigos, o júntela con otra.'
  }),
  'margin-category-empty': ({ category, variable, target }) => ({
    problem: `Nadie de los que contestaron está en «${category}» de ${variable}, pero hay ${people(target)} personas.`,
    fix: 'Sume su número a un grupo parecido, en las metas y en los datos.'
  }),
  'margin-category-without-target': ({ category, variable, count }) => ({
    problem: `${answers(count)} dicen «${category}» en ${variable}, y no tiene meta.`,
    fix: 'Agregue una línea con su meta.'
  }),
  'margin-values-missing': ({ variable, count, row }) => ({
    problem: `${answers(count)} no tienen nada en ${variable}; la primera es la respuesta ${row}.`,
    fix: 'Déjelas como un grupo aparte, o quite esta pregunta.'
  }),
  'margin-totals-differ': ({ first, firstTotal, second, secondTotal }) => ({
    problem: `Las metas de ${first} suman ${people(firstTotal)}, las de ${second} suman ${people(secondTotal)}.`,
    fix: 'Corríjalas, o diga cuántas personas deben sumar todas.'
  }),
  'margin-target-unusable': ({ category, variable, value }) => ({
    problem: `La meta de «${category}» en ${variable} es ${value}.`,
    fix: 'Las metas son números mayores que 0.'
  }),
  'margin-target-zero': ({ category, variable, count }) => ({
    problem: `La meta de «${category}» en ${variable} es 0, pero tiene ${answers(count)}.`,
    fix: 'Póngale una meta, o deje fuera esas respuestas al importar.'
  }),
  'weights-missing': ({ count, row }) => ({
    problem: `${answers(count)} no tienen un peso de partida; la primera es la respuesta ${row}.`,
    fix: 'Parta de otra columna, o de pesos iguales.'
  }),
  'weights-negative': ({ count, row }) => ({
    problem: `${answers(count)} tienen un peso menor que 0; la primera es la respuesta ${row}.`,
    fix: 'Parta de otra columna, o de pesos iguales.'
  }),
  'weights-all-zero': () => ({
    problem: 'Ninguna respuesta tiene un peso de partida mayor que 0.',
    fix: 'Parta de otra columna, o de pesos iguales.'
  }),
  'weighting-variable-unknown': ({ variable }) => ({
    problem: `«${variable}» no es una columna que sirva para esto.`,
    fix: 'Elija una de la lista.'
  }),
  'weighting-not-converged': ({ variable, category, percent, rounds }) => ({
    problem: `No se pueden cumplir todas las metas: después de ${rounds} vueltas «${category}» de ${variable} está a ${percent}% de la suya.`,
    fix: 'Junte grupos pequeños, quite una pregunta o permita pesos mayores.'
  }),
  'bounds-unusable': () => ({
    problem: 'Con estos límites no cabe ningún peso.',
    fix: 'El límite de abajo es menor que 1 y el de arriba mayor que 1, en veces del peso medio.'
  }),
  'bounds-too-tight': ({ lower, upper, category }) => ({
    problem: `Ningún peso entre ${lower} y ${upper} veces los de antes cumple las metas; «${category}» es la que menos cuadra.`,
    fix: 'Amplíe los límites, o junte grupos pequeños.'
  }),
  'trim-not-possible': () => ({
    problem: 'Los pesos dentro de estos límites no pueden sumar el total.',
    fix: 'Amplíe los límites.'
  }),
  'casper-numbers-unusable': () => ({
    problem: 'Los pesos CASPER necesitan dos números enteros mayores que 0.',
    fix: 'Ponga las viviendas de toda el área y los conglomerados elegidos, casi siempre 30.'
  }),
  'casper-cluster-missing': ({ count, row }) => ({
    problem: `${answers(count)} no tienen conglomerado; la primera es la respuesta ${row}.`,
    fix: 'Elija otra columna, o complete los conglomerados e importe de nuevo.'
  }),
  'casper-clusters-too-few': ({ found, selected }) => ({
    problem: `Las respuestas vienen de ${found} conglomerados, pero solo se eligieron ${selected}.`,
    fix: 'Corrija el número de conglomerados, o elija otra columna.'
  }),
  'poststratify-one-margin': () => ({
    problem: 'La posestratificación usa una sola tabla.',
    fix: 'Use el rastrillado con varias tablas, o una tabla de varias preguntas.'
  }),
  'no-such-weighting': () => ({
    problem: 'Estos pesos ya no están.',
    fix: 'Hágalos de nuevo.'
  }),
  'design-weighting-unknown': () => ({
    problem: 'Los pesos que usa esta ronda ya no están.',
    fix: 'Haga pesos de nuevo, o use los del archivo.'
  }),
  'design-weighting-other-version': () => ({
    problem: 'Los pesos que usa esta ronda se hicieron para una importación anterior.',
    fix: 'Hágalos de nuevo para las respuestas nuevas, o use los del archivo.'
  }),
  'design-weighting-changed': () => ({
    problem: 'Los pesos que usa esta ronda no son los que se hicieron: sus bytes cambiaron.',
    fix: 'Restaure una copia de seguridad.'
  }),
  'margin-category-small': ({ category, variable, count }) => ({
    problem: `Solo ${answers(count)} están en «${category}» de ${variable}, menos de 30.`,
    fix: 'Pocas personas cargan con todo un grupo. Júntelo con uno parecido si los pesos crecen mucho.'
  }),
  'margin-rescaled': ({ variable, from, to }) => ({
    problem: `Las metas de ${variable} sumaban ${people(from)} y se ajustaron a ${people(to)}.`,
    fix: 'Vea si es el número de personas que quiere.'
  }),
  'margin-shares': ({ variable, sum, people: all }) => ({
    problem: `Las metas de ${variable} suman ${sum} y se leyeron como partes de ${people(all)} personas.`,
    fix: 'Si son cantidades, diga cuántas personas hay en total.'
  }),
  'margin-unknown-kept': ({ variable, count }) => ({
    problem: `${answers(count)} no tienen nada en ${variable}. Guardan su parte como un grupo aparte.`,
    fix: 'No hay que hacer nada.'
  }),
  'made-weights-negative': ({ count }) => ({
    problem: `${answers(count)} quedaron con un peso menor que 0.`,
    fix: 'Use el rastrillado.'
  }),
  'trim-not-settled': ({ count }) => ({
    problem: `${answers(count)} siguen por encima del límite: las metas las suben otra vez.`,
    fix: 'Amplíe el límite, o junte grupos pequeños.'
  })
};
