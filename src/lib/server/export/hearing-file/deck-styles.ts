/** Looks of the hearing file: slides for the room, script and time for the presenter, pages for print. */
export const styles = `
:root {
  --scale: 1;
  --ground: #0b1220;
  --panel: #111b30;
  --ink: #f1f5f9;
  --muted: #b6c2d3;
  --line: #4b5b78;
  --accent: #8ab4ff;
  color-scheme: dark;
  background: var(--ground);
  color: var(--ink);
  font-family: 'Public Sans', Helvetica, Arial, sans-serif;
  font-size: 16px;
  line-height: 1.5;
}
:root[data-contrast='more'] {
  --ground: #000;
  --panel: #000;
  --muted: #fff;
  --line: #fff;
  --accent: #ffd54a;
}
*,
*::before,
*::after {
  box-sizing: border-box;
}
body,
h1,
h2,
h3,
p,
ol,
ul,
dl,
dd {
  margin: 0;
  padding: 0;
}
body {
  min-height: 100vh;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  grid-template-rows: 1fr auto;
}
[hidden] {
  display: none !important;
}
.only-presenter,
:root[data-notes=''] #notes {
  display: none;
}
h2,
h3 {
  line-height: 1.25;
}
#deck {
  display: grid;
  gap: 16px;
  align-content: center;
  padding: 16px;
  min-height: 0;
}
.slide {
  display: none;
  position: relative;
  width: 100%;
  max-width: calc((100vh - 130px) * 16 / 9);
  margin: 0 auto;
  background: #fff;
  color: #111827;
  scroll-margin: 16px;
}
.slide[data-place='now'] {
  display: block;
}
.slide > svg,
.slide > .cover {
  display: flex;
  width: 100%;
  height: auto;
  aspect-ratio: 16 / 9;
}
.cover {
  padding: 5% 5% 4%;
  flex-direction: column;
  gap: 0.6em;
  font-size: clamp(10px, 2.1vw, 30px);
  overflow: hidden;
}
.cover .name {
  font-weight: 700;
  font-size: 2.1em;
  line-height: 1.15;
  letter-spacing: -0.01em;
}
.cover .list {
  margin-top: auto;
  list-style: none;
  display: grid;
  gap: 0.3em;
}
.cover .list b {
  color: #0a3f87;
  margin-inline-end: 0.5em;
}
.quiet {
  color: #374151;
}
.mark {
  position: absolute;
  top: 0;
  inset-inline-end: 0;
  background: #fff4e0;
  color: #6b3a00;
  border: 1px solid #8a4b00;
  padding: 4px 12px;
  font-weight: 600;
}
.alt {
  display: none;
  padding: 12px 16px;
  border-top: 1px solid #d7dce3;
  font-size: calc(1.125rem * var(--scale));
}
:root[data-alt='on'] .alt {
  display: block;
}
#notes {
  padding: 16px;
  border-top: 1px solid var(--line);
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 24px;
  max-height: 45vh;
  overflow: auto;
}
#script {
  display: grid;
  gap: 0.75em;
  font-size: calc(1.25rem * var(--scale));
  color: var(--muted);
  max-width: 60ch;
}
#script > .current {
  color: var(--ink);
  font-weight: 600;
  border-inline-start: 4px solid var(--accent);
  padding-inline-start: 16px;
}
.mine {
  white-space: pre-line;
  font-size: calc(1rem * var(--scale));
  max-width: 70ch;
}
.asked {
  border: 1px solid var(--line);
  border-radius: 12px;
  padding: 16px;
  display: grid;
  gap: 8px;
  font-size: calc(1rem * var(--scale));
}
.asked h3,
#notes h2 {
  font-size: 1rem;
  color: var(--accent);
}
.asked dt {
  font-weight: 600;
  margin-top: 6px;
}
.asked dd {
  color: var(--muted);
}
.foot {
  border-top: 1px solid var(--line);
  padding: 8px 16px;
  background: var(--panel);
  position: sticky;
  bottom: 0;
}
.tools {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  align-items: center;
}
.time {
  display: flex;
  align-items: center;
  gap: 8px;
  margin-inline-end: auto;
  min-width: 8em;
}
.time b {
  font-size: 1.5rem;
  font-variant-numeric: tabular-nums;
}
.cue {
  font-weight: 600;
}
.shape {
  display: none;
  width: 22px;
  height: 22px;
}
:root[data-cue='minute'] .shape.minute,
:root[data-cue='thirty'] .shape.thirty,
:root[data-cue='ten'] .shape.ten,
:root[data-cue='over'] .shape.over {
  display: block;
}
button {
  font: inherit;
  font-size: 0.875rem;
  font-weight: 600;
  min-height: 36px;
  padding: 4px 12px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: transparent;
  color: var(--ink);
  cursor: pointer;
}
button[aria-pressed='true'],
button.main {
  background: var(--accent);
  color: #0b1220;
  border-color: var(--accent);
}
:focus-visible {
  outline: 3px solid #ffd54a;
  outline-offset: 2px;
}
kbd {
  font: inherit;
  font-size: 0.75rem;
  border: 1px solid currentcolor;
  border-radius: 4px;
  padding: 0 5px;
  margin-inline-start: 6px;
}
dialog {
  background: var(--panel);
  color: var(--ink);
  border: 1px solid var(--line);
  border-radius: 12px;
  padding: 24px;
  width: min(560px, 92vw);
  max-height: 88vh;
  overflow: auto;
}
dialog::backdrop {
  background: rgb(0 0 0 / 0.6);
}
table {
  border-collapse: collapse;
  width: 100%;
  margin: 12px 0;
}
caption {
  text-align: start;
  font-weight: 700;
  font-size: 1.25rem;
  padding-bottom: 8px;
}
th,
td {
  text-align: start;
  font-weight: 400;
  padding: 4px 8px 4px 0;
  border-bottom: 1px solid var(--line);
}
.said {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (max-width: 700px) {
  kbd {
    display: none;
  }
  .foot {
    padding: 6px;
  }
  .tools {
    gap: 4px;
  }
  button {
    font-size: 0.75rem;
    padding: 4px 8px;
    min-height: 40px;
  }
  .time b {
    font-size: 1.125rem;
  }
}
/* Nothing but the screen: black, white, or the exhibit alone in full screen. */
:root[data-view='audience'][data-screen='black'] body > *,
:root[data-view='audience'][data-screen='white'] body > * {
  visibility: hidden;
}
:root[data-view='audience'][data-screen='black'] {
  background: #000;
}
:root[data-view='audience'][data-screen='white'] {
  background: #fff;
}
:root[data-view='audience']:fullscreen {
  background: #fff;
}
:root[data-view='audience']:fullscreen[data-screen='black'] {
  background: #000;
}
:root[data-view='audience']:fullscreen .foot {
  display: none;
}
:root[data-view='audience']:fullscreen #deck {
  padding: 0;
}
:root[data-view='audience']:fullscreen .slide {
  max-width: calc(100vh * 16 / 9);
}
@media (min-width: 1000px) {
  :root[data-view='audience'][data-notes='on'] body {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
  :root[data-view='audience'][data-notes='on'] #notes {
    max-height: calc(100vh - 60px);
    border-top: 0;
    border-inline-start: 1px solid var(--line);
  }
  :root[data-view='audience'][data-notes='on'] .foot {
    grid-column: 1 / -1;
  }
}
/* Presenter's window: script beside time, what is on the screen, what comes. */
:root[data-view='presenter'] body {
  grid-template-columns: minmax(0, 1fr);
}
:root[data-view='presenter'] .only-presenter {
  display: block;
}
:root[data-view='presenter'] .only-audience {
  display: none;
}
:root[data-view='presenter'] #deck {
  align-content: start;
}
:root[data-view='presenter'] .slide {
  max-width: none;
  margin: 0;
  border: 2px solid var(--accent);
}
:root[data-view='presenter'] .slide[data-place='next'] {
  display: block;
  border-color: var(--line);
  width: 55%;
}
:root[data-view='presenter'] .cover {
  font-size: clamp(6px, 0.8vw, 14px);
}
:root[data-view='presenter'][data-screen='black'] .slide[data-place='now'],
:root[data-view='presenter'][data-screen='white'] .slide[data-place='now'] {
  opacity: 0.25;
}
.panel-time {
  font-size: 4.5rem;
  line-height: 1;
  font-weight: 700;
  font-variant-numeric: tabular-nums;
}
.bar {
  width: 100%;
  height: 14px;
  display: block;
}
.blacked {
  display: none;
}
:root[data-view='presenter'][data-screen='black'] .blacked.black,
:root[data-view='presenter'][data-screen='white'] .blacked.white {
  display: block;
  font-weight: 600;
  color: var(--accent);
}
@media (min-width: 900px) {
  :root[data-view='presenter'] body {
    grid-template-columns: minmax(0, 13fr) minmax(0, 7fr);
    height: 100vh;
  }
  :root[data-view='presenter'] #notes {
    grid-column: 1;
    grid-row: 1;
    border-top: 0;
    border-inline-end: 1px solid var(--line);
    max-height: none;
    padding: 32px;
    align-content: start;
  }
  :root[data-view='presenter'] #script {
    font-size: calc(1.375rem * var(--scale));
  }
  :root[data-view='presenter'] #script > .current {
    font-size: 1.5em;
    line-height: 1.35;
  }
  :root[data-view='presenter'] #deck {
    grid-column: 2;
    grid-row: 1;
    overflow: auto;
    padding: 24px;
  }
  :root[data-view='presenter'] .foot {
    grid-column: 1 / -1;
  }
}
@media (forced-colors: active) {
  button[aria-pressed='true'] {
    outline: 3px solid Highlight;
  }
}
@media print {
  :root {
    background: #fff;
    color: #000;
    color-scheme: light;
    --ink: #000;
    --muted: #000;
    --accent: #000;
    --line: #777;
  }
  body {
    display: block;
  }
  .foot,
  dialog,
  .only-presenter {
    display: none !important;
  }
  .slide,
  .alt {
    display: block !important;
    max-width: none;
    break-inside: avoid;
    break-after: page;
  }
  #notes,
  .asked[hidden] {
    display: block !important;
    max-height: none;
    border: 0;
  }
}
`;
