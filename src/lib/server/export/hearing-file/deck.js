// Runs inside the hearing file, offline, without a framework. Everything it shows is already in the
// page; it only chooses what stands on the screen, keeps the time and listens to keys.
(() => {
  const root = document.documentElement;
  const words = JSON.parse(document.getElementById('words').textContent);
  const slides = [...document.querySelectorAll('.slide')];
  const lines = [...document.querySelectorAll('#script > p')];
  const limit = Number(document.body.dataset.limit) || 0;
  const status = document.getElementById('status');
  const help = document.getElementById('help');
  const isPresenter = location.hash === '#presenter' && window.opener !== null;

  /** What both windows show. The audience window owns it; the presenter's repeats it. */
  const state = {
    at: Math.max(
      0,
      slides.findIndex((slide) => `#${slide.id}` === location.hash)
    ),
    line: 0,
    screen: 'show',
    alt: false,
    contrast: false,
    started: 0,
    spent: 0
  };
  let size = 1;
  let digits = '';
  let peer = isPresenter ? window.opener : null;
  let lastCue = '';

  const say = (text) => {
    status.textContent = '';
    status.textContent = text;
  };
  const labelOf = (slide) => slide.dataset.label;
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

  // Time

  const spentMs = () => state.spent + (state.started ? Date.now() - state.started : 0);

  function cueOf(left) {
    if (!limit) return '';
    if (left <= 0) return 'over';
    if (left <= 10) return 'ten';
    if (left <= 30) return 'thirty';
    return left <= 60 ? 'minute' : '';
  }

  function showTime() {
    const spent = Math.floor(spentMs() / 1000);
    const left = limit - spent;
    const shown = !limit ? clock(spent) : left >= 0 ? clock(left) : `+${clock(-left)}`;
    for (const place of document.querySelectorAll('[data-show=time]')) place.textContent = shown;
    const part = limit ? Math.min(1, Math.max(0, left / limit)) : 0;
    for (const bar of document.querySelectorAll('[data-show=left]'))
      bar.setAttribute('width', String(100 * part));
    const cue = cueOf(left);
    root.dataset.cue = cue;
    if (cue === lastCue) return;
    lastCue = cue;
    const text = cue ? words.cues[cue] : '';
    for (const place of document.querySelectorAll('[data-show=cue]')) place.textContent = text;
    if (text && spentMs() > 0) say(text);
  }

  // What stands on the screen

  function show() {
    root.dataset.screen = state.screen;
    root.dataset.contrast = state.contrast ? 'more' : '';
    root.dataset.alt = state.alt ? 'on' : '';
    root.dataset.timer = state.started ? 'running' : 'stopped';
    slides.forEach((slide, i) => {
      slide.dataset.place = i === state.at ? 'now' : i === state.at + 1 ? 'next' : '';
      slide.inert = i !== state.at || state.screen !== 'show';
    });
    for (const part of document.querySelectorAll('[data-for]'))
      part.hidden = part.dataset.for !== slides[state.at].id;
    lines.forEach((line, i) => line.classList.toggle('current', i === state.line));
    for (const button of document.querySelectorAll('[data-do]')) {
      const pressed = {
        black: state.screen === 'black',
        white: state.screen === 'white',
        notes: root.dataset.notes === 'on',
        contrast: state.contrast,
        alt: state.alt,
        timer: state.started > 0
      }[button.dataset.do];
      if (pressed !== undefined) button.setAttribute('aria-pressed', String(pressed));
    }
    const next = slides[state.at + 1];
    for (const place of document.querySelectorAll('[data-show=now]'))
      place.textContent = words.now.replace('{label}', labelOf(slides[state.at]));
    for (const place of document.querySelectorAll('[data-show=next]'))
      place.textContent = next ? words.next.replace('{label}', labelOf(next)) : words.last;
    showTime();
    if (root.dataset.notes === 'on')
      lines[state.line]?.scrollIntoView({ block: isPresenter ? 'center' : 'nearest' });
  }

  function changed() {
    show();
    if (isPresenter || !peer) return;
    peer.postMessage({ deck: 'groundswell', state }, '*');
  }

  function goTo(at) {
    if (at < 0 || at >= slides.length) return;
    state.at = at;
    state.screen = 'show';
    const told = lines.findIndex((line) => line.dataset.exhibit === slides[at].id);
    if (told >= 0) state.line = told;
    try {
      history.replaceState(null, '', `#${slides[at].id}`);
    } catch {
      location.hash = slides[at].id;
    }
    say(`${labelOf(slides[at])}. ${slides[at].dataset.title}`);
  }

  const acts = {
    next: () => goTo(state.at + 1),
    back: () => goTo(state.at - 1),
    jump: (label) => {
      const at = slides.findIndex((slide) => slide.id === `e${label}`);
      if (at >= 0) goTo(at);
      else say(words.noExhibit.replace('{label}', label));
    },
    lineDown: () => (state.line = Math.min(lines.length - 1, state.line + 1)),
    lineUp: () => (state.line = Math.max(0, state.line - 1)),
    black: () => (state.screen = state.screen === 'black' ? 'show' : 'black'),
    white: () => (state.screen = state.screen === 'white' ? 'show' : 'white'),
    timer: () => {
      state.spent = spentMs();
      state.started = state.started ? 0 : Date.now();
      say(state.started ? words.timerRuns : words.timerStopped);
    },
    reset: () => {
      state.spent = 0;
      state.started = state.started ? Date.now() : 0;
      say(words.timerReset);
    },
    contrast: () => (state.contrast = !state.contrast),
    alt: () => (state.alt = !state.alt)
  };

  /** Acts that belong to one window alone. */
  const own = {
    notes: () => {
      root.dataset.notes = root.dataset.notes === 'on' ? '' : 'on';
      show();
    },
    larger: () => resize(size + 0.125),
    smaller: () => resize(size - 0.125),
    full: () => {
      if (document.fullscreenElement) void document.exitFullscreen();
      else root.requestFullscreen?.().catch(() => say(words.fullRefused));
    },
    help: () => (help.open ? help.close() : help.showModal()),
    presenter: () => {
      if (isPresenter) return;
      const address = `${location.href.split('#')[0]}#presenter`;
      const opened = window.open(address, 'groundswell-presenter', 'popup,width=1280,height=760');
      if (opened) peer = opened;
      else say(words.blocked);
    }
  };

  function resize(wanted) {
    size = Math.min(2, Math.max(0.75, wanted));
    root.style.setProperty('--scale', String(size));
  }

  function act(name, value) {
    if (own[name]) own[name]();
    else if (isPresenter) peer.postMessage({ deck: 'groundswell', act: name, value }, '*');
    else if (acts[name]) {
      acts[name](value);
      changed();
    }
  }

  // Keys and buttons

  const keys = {
    ArrowRight: 'next',
    ' ': 'next',
    PageDown: 'next',
    ArrowLeft: 'back',
    PageUp: 'back',
    ArrowDown: 'lineDown',
    ArrowUp: 'lineUp',
    b: 'black',
    '.': 'black',
    w: 'white',
    ',': 'white',
    t: 'timer',
    r: 'reset',
    n: 'notes',
    p: 'presenter',
    f: 'full',
    '+': 'larger',
    '=': 'larger',
    '-': 'smaller',
    c: 'contrast',
    a: 'alt',
    '?': 'help'
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    if (/^\d$/.test(event.key)) {
      digits += event.key;
      say(words.jumping.replace('{label}', digits));
      return;
    }
    if (
      digits &&
      /^[a-z]$/.test(event.key) &&
      slides.some((slide) => slide.id.startsWith(`e${digits}${event.key}`))
    ) {
      digits += event.key;
      return;
    }
    if (event.key === 'Enter' && digits) {
      event.preventDefault();
      act('jump', digits);
      digits = '';
      return;
    }
    digits = '';
    if (event.key === 'Escape') {
      if (state.screen !== 'show') act(state.screen);
      return;
    }
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    const name = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!name || (help.open && name !== 'help')) return;
    event.preventDefault();
    act(name);
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-do]');
    if (button) act(button.dataset.do, button.dataset.value);
    else if (!isPresenter && state.screen !== 'show') act(state.screen);
  });

  window.addEventListener('message', (event) => {
    if (!peer || event.source !== peer || event.data?.deck !== 'groundswell') return;
    if (isPresenter && event.data.state) {
      Object.assign(state, event.data.state);
      show();
    } else if (!isPresenter && event.data.hello) changed();
    else if (!isPresenter && Object.hasOwn(acts, event.data.act)) {
      acts[event.data.act](event.data.value);
      changed();
    }
  });

  window.addEventListener('hashchange', () => {
    const at = slides.findIndex((slide) => `#${slide.id}` === location.hash);
    if (isPresenter || at < 0 || at === state.at) return;
    goTo(at);
    changed();
  });

  root.dataset.view = isPresenter ? 'presenter' : 'audience';
  root.dataset.notes = isPresenter ? 'on' : '';
  show();
  setInterval(showTime, 250);
  if (isPresenter) peer.postMessage({ deck: 'groundswell', hello: true }, '*');
})();
