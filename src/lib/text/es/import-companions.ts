import type { importCompanions as english } from '../en/import-companions';

const count = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`;

export const importCompanions: typeof english = {
  title: 'Archivos que van juntos',
  kinds: {
    form: 'Formulario',
    dictionary: 'Diccionario de datos',
    events: 'Lista de eventos',
    codebook: 'Libro de códigos',
    weights: 'Pesos replicados',
    columns: 'Más columnas de las mismas personas',
    repeat: 'Grupo repetido',
    none: 'No se usa'
  },
  reason({ reason, mainColumn, companionColumn }) {
    const columns =
      mainColumn === companionColumn
        ? `«${mainColumn}»`
        : `«${companionColumn}», que en las respuestas es «${mainColumn}»`;
    switch (reason) {
      case 'headings':
        return 'Sus encabezados dicen qué es.';
      case 'parent-key':
        return `Sus filas nombran la respuesta a la que pertenecen en ${columns}.`;
      case 'same-id':
        return `Tiene una fila por respuesta, según ${columns}.`;
      case 'same-id-numbered':
        return `Tiene una fila por respuesta, según ${columns}, y un juego numerado de columnas.`;
      case 'many-rows-per-id':
        return `Tiene varias filas por respuesta, según ${columns}.`;
      case 'same-columns':
        return 'Tiene las mismas columnas que las respuestas: otra exportación u otra ronda de la encuesta.';
      case 'unknown':
        return 'Nada en él coincide con las respuestas.';
    }
  },
  found({ kind, matched, unmatched }) {
    if (kind === 'none') return '';
    const isForm = kind === 'form' || kind === 'dictionary' || kind === 'codebook';
    if (matched + unmatched === 0) return '';
    const all = matched + unmatched;
    return isForm
      ? `${matched} de ${count(all, 'campo', 'campos')} entre las columnas`
      : `${matched} de ${count(all, 'fila', 'filas')} encontraron su respuesta`;
  }
};
