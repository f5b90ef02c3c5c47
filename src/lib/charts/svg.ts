import { attributesOf, type Attributes, type Drawing, type Shape } from './drawing';
import type { ChartModel } from './model';
import type { Theme } from './theme';

/** Width and height of one stripe of the care pattern, in drawing units. */
export const stripeStep = 6;

/** Safe inside an element and inside a quoted attribute. */
export const escapeXml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // Control characters have no place in XML 1.0, not even escaped.
    .replace(/\p{Cc}/gu, (character) => ('\t\n\r'.includes(character) ? character : ''));

const tag = (name: string, attributes: Attributes, content?: string): string => {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return content === undefined ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`;
};

const shapeTag = (shape: Shape, theme: Theme, patternId: string): string =>
  tag(
    shape.kind,
    attributesOf(shape, theme, patternId),
    shape.kind === 'text' ? escapeXml(shape.text) : undefined
  );

/** The 45° stripe of rows to use with care. */
const stripePattern = (patternId: string, theme: Theme, scale = 1): string =>
  tag(
    'pattern',
    {
      id: patternId,
      width: stripeStep,
      height: stripeStep,
      patternUnits: 'userSpaceOnUse',
      patternTransform: scale === 1 ? 'rotate(45)' : `rotate(45) scale(${scale})`
    },
    tag('rect', { width: stripeStep, height: stripeStep, fill: theme['stripe-b'] }) +
      tag('rect', { width: stripeStep / 2, height: stripeStep, fill: theme['stripe-a'] })
  );

/**
 * A drawing as a file: one `img` with title and description, white or dark ground, nothing in it can be
 * focused. Sizes come from the viewBox and are repeated as width and height.
 */
export function drawingToSvg(
  drawing: Drawing,
  words: { id: string; title: string; description: string; language: string },
  theme: Theme
): string {
  const { width, height } = drawing;
  const id = words.id.replace(/[^\w-]/g, '-');
  const pattern = `${id}-care`;
  const shapes = [...drawing.back, ...drawing.rows.flatMap((row) => row.shapes), ...drawing.front];
  const needsPattern = shapes.some(
    (shape) => shape.kind !== 'text' && (shape.fill === 'stripe' || shape.stroke === 'stripe')
  );
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'xml:lang': words.language,
      'font-family': 'Public Sans, Helvetica, Arial, sans-serif'
    },
    tag('title', { id: `${id}-title` }, escapeXml(words.title)) +
      tag('desc', { id: `${id}-desc` }, escapeXml(words.description)) +
      (needsPattern ? tag('defs', {}, stripePattern(pattern, theme, drawing.stripeScale)) : '') +
      tag('rect', { width, height, fill: theme.bg }) +
      shapes.map((shape) => shapeTag(shape, theme, pattern)).join('')
  );
}

/** Alternative text of a figure as one paragraph: what it is, the facts, the pattern. */
export const altText = (model: ChartModel): string =>
  [model.alt.what, ...model.alt.facts, model.alt.pattern].filter((part) => part !== '').join(' ');
