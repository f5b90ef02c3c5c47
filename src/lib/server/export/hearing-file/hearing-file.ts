import { createHash } from 'node:crypto';
import { escapeXml } from '$lib/charts/svg';
import font from '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?inline';
import { textFor, type Language } from '$lib/text/text';
import script from './deck.js?raw';
import { styles } from './deck-styles';

/** A likely question with its answer, from the method of an exhibit. */
export interface Asked {
  question: string;
  answer: string;
}

export interface HearingExhibit {
  /** "3", "3a" */
  label: string;
  title: string;
  /** a whole SVG of 1920 x 1080, words inside it escaped */
  slide: string;
  /** the picture in words */
  alt: string;
  /** rests on data that were replaced, and is shown marked */
  isStale: boolean;
  asked: Asked[];
}

/** Everything a hearing file shows, in words. */
export interface HearingFile {
  language: Language;
  body: string;
  subject: string;
  /** "Tuesday, December 1, 2026, 6:00 PM CST" */
  when: string;
  place: string;
  position: string;
  /** null: the body named no limit */
  limitSeconds: number | null;
  exhibits: HearingExhibit[];
  /** what will be said; an empty line begins a paragraph */
  script: string;
  notes: string;
  isSample: boolean;
}

const e = escapeXml;

/** "3:00" */
const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/**
 * The hearing as one file: exhibits, script, notes, timer, typeface. It asks nothing of a network (its
 * own content policy forbids it), opens from a disk, and without script reads as one long page.
 */
export function hearingFileHtml(file: HearingFile): string {
  const text = textFor(file.language).evidence.hearingFile;
  const css = `@font-face{font-family:'Public Sans';src:url(${font}) format('woff2');font-weight:100 900}${styles}`;
  const words = JSON.stringify({
    ...text.say
    // Text inside a script element ends at the first end tag, whatever the language.
  }).replace(/</g, '\\u003c');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(css)}' 'unsafe-hashes'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ');
  const title = text.title(file.body, file.when);
  return `<!doctype html>
<html lang="${file.language}" data-screen="show" data-notes="" data-view="audience">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(title)}</title>
<style>${css}</style>
</head>
<body data-limit="${file.limitSeconds ?? 0}">
<header class="said"><h1>${e(file.body)}: ${e(file.subject)}</h1></header>
<main id="deck" aria-label="${e(text.toolbar)}">
${timePanel(file)}
${cover(file)}
${file.exhibits.map((exhibit) => slide(exhibit, file.language)).join('\n')}
</main>
${notes(file)}
${foot(file)}
${keys(file.language)}
<div id="status" class="said" role="status"></div>
<script type="application/json" id="words">${words}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

function slide(
  { label, title, slide: svg, alt, isStale }: HearingExhibit,
  language: Language
): string {
  const text = textFor(language).evidence.hearingFile;
  const name = text.exhibit(label);
  return `<section class="slide" id="e${e(label)}" aria-label="${e(name)}" data-label="${e(name)}" data-title="${e(title)}">
${svg}
${isStale ? `<p class="mark">${e(text.stale)}</p>` : ''}
<p class="alt">${e(alt)}</p>
</section>`;
}

function cover(file: HearingFile): string {
  const text = textFor(file.language).evidence.hearingFile;
  const list = file.exhibits
    .map(({ label, title }) => `<li><b>${e(text.exhibit(label))}</b>${e(title)}</li>`)
    .join('');
  return `<section class="slide" id="e0" aria-label="${e(text.opening)}" data-label="${e(text.opening)}" data-title="${e(file.subject)}" data-place="now">
<div class="cover">
<p class="quiet">${e(file.body)}</p>
<p class="name">${e(file.subject)}</p>
<p>${e(file.when)}. ${e(file.place)}</p>
<p class="quiet">${e(file.position)}${file.isSample ? `. ${e(text.sample)}` : ''}</p>
<ul class="list">${list}</ul>
</div>
</section>`;
}

/** Paragraphs; one that names an exhibit of this file belongs to its slide. */
function paragraphs({ script: said, exhibits, language }: HearingFile): string {
  const text = textFor(language).evidence.hearingFile;
  const parts = said
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts
    .map((part) => {
      const told = exhibits.find(({ label }) => namesExhibit(part, text.exhibit(label)));
      return `<p${told ? ` data-exhibit="e${e(told.label)}"` : ''}>${e(part)}</p>`;
    })
    .join('\n');
}

const namesExhibit = (text: string, name: string): boolean => {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
};

function notes(file: HearingFile): string {
  const text = textFor(file.language).evidence.hearingFile;
  const said = paragraphs(file);
  return `<aside id="notes" aria-label="${e(text.notes)}" tabindex="0">
<h2 class="only-presenter">${e(file.body)}: ${e(file.subject)}</h2>
<section aria-label="${e(text.script)}"><h2>${e(text.script)}</h2>
<div id="script">${said || `<p>${e(text.noScript)}</p>`}</div></section>
${file.notes.trim() ? `<section aria-label="${e(text.notes)}"><h2>${e(text.notes)}</h2><p class="mine">${e(file.notes.trim())}</p></section>` : ''}
${file.exhibits.map(({ label, asked }) => askedCard(label, asked, text)).join('\n')}
</aside>`;
}

const askedCard = (
  label: string,
  asked: Asked[],
  text: ReturnType<typeof textFor>['evidence']['hearingFile']
): string =>
  asked.length === 0
    ? ''
    : `<section class="asked" data-for="e${e(label)}" hidden><h3>${e(text.asked)}: ${e(text.exhibit(label))}</h3><dl>${asked
        .map(({ question, answer }) => `<dt>${e(question)}</dt><dd>${e(answer)}</dd>`)
        .join('')}</dl></section>`;

function timePanel(file: HearingFile): string {
  const text = textFor(file.language).evidence.hearingFile;
  const note =
    file.limitSeconds === null
      ? text.timeSpent
      : text.timeLeft(minutesAndSeconds(file.limitSeconds));
  const ticks = [60, 30, 10]
    .filter((second) => file.limitSeconds !== null && second < file.limitSeconds)
    .map((second) => {
      const x = (100 * second) / (file.limitSeconds ?? 1);
      return `<rect x="${x.toFixed(2)}" y="0" width="0.6" height="6" fill="#ffffff"/>`;
    })
    .join('');
  const bar =
    file.limitSeconds === null
      ? ''
      : `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6" fill="#33415c"/><rect data-show="left" width="100" height="6" fill="#8ab4ff"/>${ticks}</svg>`;
  return `<div class="only-presenter">
<p class="panel-time" data-show="time"></p>
<p>${e(note)} <b class="cue" data-show="cue"></b></p>
${bar}
<p class="blacked black">${e(text.blackNow)}</p>
<p class="blacked white">${e(text.whiteNow)}</p>
<p data-show="now"></p>
<p data-show="next"></p>
</div>`;
}

/** Shapes beside the words of the time that is left; drawn, since the typeface has no such signs. */
const shapes = `<svg class="shape minute" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="3"/></svg>
<svg class="shape thirty" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2 19 18H1Z" fill="none" stroke="currentColor" stroke-width="3"/></svg>
<svg class="shape ten" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 1 19 10 10 19 1 10Z" fill="currentColor"/></svg>
<svg class="shape over" viewBox="0 0 20 20" aria-hidden="true"><rect x="2" y="2" width="16" height="16" fill="currentColor"/></svg>`;

function foot({ language }: HearingFile): string {
  const text = textFor(language).evidence.hearingFile;
  const button = (act: string, label: string, key: string, more = ''): string =>
    `<button type="button" data-do="${act}"${more}>${e(label)}<kbd aria-hidden="true">${e(key)}</kbd></button>`;
  const b = text.buttons;
  const toggles = ' aria-pressed="false"';
  return `<footer class="foot"><div class="tools" role="toolbar" aria-label="${e(text.toolbar)}">
${button('back', b.back, 'Left')}
${button('next', b.next, 'Space', ' class="main"')}
<span class="time"><b data-show="time"></b>${shapes}<span class="cue" data-show="cue"></span></span>
${button('timer', b.timer, 'T', toggles)}
${button('reset', b.reset, 'R')}
${button('black', b.black, 'B', toggles)}
${button('white', b.white, 'W', toggles)}
${button('notes', b.notes, 'N', ` class="only-audience"${toggles}`)}
${button('presenter', b.presenter, 'P', ' class="only-audience"')}
${button('full', b.full, 'F')}
${button('smaller', b.smaller, '-')}
${button('larger', b.larger, '+')}
${button('contrast', b.contrast, 'C', toggles)}
${button('alt', b.alt, 'A', toggles)}
${button('help', b.help, '?')}
</div></footer>`;
}

function keys(language: Language): string {
  const text = textFor(language).evidence.hearingFile;
  const rows = text.keys.rows
    .map(([key, does]) => `<tr><th scope="row">${e(key)}</th><td>${e(does)}</td></tr>`)
    .join('');
  return `<dialog id="help" aria-label="${e(text.keys.title)}"><table><caption>${e(text.keys.title)}</caption><thead><tr><th scope="col">${e(text.keys.key)}</th><th scope="col">${e(text.keys.does)}</th></tr></thead><tbody>${rows}</tbody></table><button type="button" data-do="help">${e(text.buttons.close)}</button></dialog>`;
}
