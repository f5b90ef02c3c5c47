/** How a figure is drawn; the charts of the catalogue that exist. */
export const figureViews = ['dots', 'bars', 'map', 'answers'] as const;
export type FigureView = (typeof figureViews)[number];

/**
 * What a person asked to see, in references only. It lives in the address bar, so that a link, a
 * reload, a download and a frozen exhibit all mean the same figure.
 */
export interface FigureQuery {
  /** key of an indicator instance: "unmet-need:rent" */
  show: string;
  /** variable whose categories are the rows; null: places, or everyone */
  by: string | null;
  /** code of one place; null: all places */
  place: string | null;
  /** a wave's id; null: the newest that has the indicator */
  wave: string | null;
  /** what rows are compared with: everyone, or one member of `by` */
  versus: string;
  view: FigureView;
}

export const everyone = 'everyone';

/** `by` value for rows that are places. */
export const byPlace = 'place';

const text = (value: string | null): string | null => (value ? value : null);

const isView = (value: string | null): value is FigureView =>
  figureViews.includes(value as FigureView);

/**
 * Reads `show`, `by`, `in`, `wave`, `vs`, `as`. What is absent or unknown takes its default: everyone,
 * all places, newest wave, dots. `show` may be '' when nothing was chosen yet.
 */
export const parseFigureQuery = (search: URLSearchParams): FigureQuery => {
  const view = search.get('as');
  return {
    show: search.get('show') ?? '',
    by: text(search.get('by')),
    place: text(search.get('in')),
    wave: text(search.get('wave')),
    versus: text(search.get('vs')) ?? everyone,
    view: isView(view) ? view : 'dots'
  };
};

/** The same query as an address, defaults left out, parameters in one order. */
export function figureQueryString(query: FigureQuery): string {
  const search = new URLSearchParams();
  search.set('show', query.show);
  if (query.by) search.set('by', query.by);
  if (query.place) search.set('in', query.place);
  if (query.wave) search.set('wave', query.wave);
  if (query.versus !== everyone) search.set('vs', query.versus);
  if (query.view !== 'dots') search.set('as', query.view);
  return search.toString();
}
