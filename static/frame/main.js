// For blocks that stand in pages of others. Tells the host how high the block is and what it shows, does what the
// host asks, takes its colours, and folds away what a frame of fixed height has no room for. Runs before the program
// and without it; becomes one classic script, which a frame without an origin of its own loads, too.
import { addressOn, asked, coloursIn, confined, having, valueIn, viewIn, watchHistory, withColours } from './address.js';
import { paint } from './colours.js';
import { disclose, fit } from './fit.js';
import { watchLinks } from './links.js';

const root = document.documentElement;
const { block, first, latest, published } = document.currentScript.dataset;
const host = window.parent === window ? null : window.parent;
const compat = new Set(valueIn(asked.own, 'compat').split(','));
const childId = valueIn(asked.own, 'childId');
const fits = valueIn(asked.own, 'fit') === '1';

setTheme();
let corrected = paint(asked.own);
if (fits) root.dataset.fit = 'whole';

// ---- To the host

function say(type, more) {
  host?.postMessage({ type: `it-exports:${type}`, v: 1, ...more }, '*');
}

let isSubscribed = false;
/** The view that the host knows. */
let known = asked.view;

watchHistory(host !== null, () => {
  if (isSubscribed && asked.view !== known) say('change', { state: asked.view });
  known = asked.view;
});

/** Says what the frame shows, once it shows it. */
function sayReady() {
  const isStatic = root.hasAttribute('data-static');
  if (!isStatic && !root.hasAttribute('data-ready')) return;
  const vintage = valueIn(asked.view, 'vintage') || 'latest';
  const month = valueIn(asked.view, 'month');
  const isKnown = /^\d{4}-\d\d$/.test(month) && month >= first && month <= latest;
  say('ready', {
    block,
    lang: root.lang,
    vintage: isStatic ? 'latest' : vintage,
    month: isKnown && !isStatic ? month : latest,
    static: isStatic,
    corrected,
    subscribed: isSubscribed,
  });
  if (compat.has('amp')) host?.postMessage({ sentinel: 'amp', type: 'embed-ready' }, '*');
}

// ---- From the host

const answers = {
  theme({ theme }) {
    if (['auto', 'light', 'dark'].includes(theme)) {
      want({ view: having(wanted?.view ?? asked.view, 'theme', theme === 'auto' ? '' : theme) });
    }
  },
  lang({ lang }) {
    if (['en', 'ur'].includes(lang)) want({ lang });
  },
  state({ state }) {
    if (typeof state === 'string' && /^[\w.,%=&?#+*-]{0,1000}$/.test(state)) {
      want({ view: viewIn(state), own: withColours(coloursIn(state)) });
    }
  },
  subscribe() {
    isSubscribed = true;
    known = asked.view;
    sent = 0;
    remeasure();
    sayReady();
  },
};

addEventListener('message', ({ source, data }) => {
  if (!host || source !== host) return;
  if (typeof data === 'string') {
    if (compat.has('pym') && data.startsWith(pymMessage('width'))) sayPym();
  } else if (data?.v === 1 && typeof data.type === 'string') {
    const name = /^it-exports:(theme|lang|state|subscribe)$/.exec(data.type)?.[1];
    if (name) answers[name](data);
  }
});

// What is asked at once is done at once, the last of each kind.
let wanted;

function want(more) {
  if (!wanted) setTimeout(change);
  wanted = { ...wanted, ...more };
}

function change() {
  const { lang = root.lang, view = asked.view, own = asked.own } = wanted;
  wanted = undefined;
  const [newView, newColours] = [view !== asked.view, own !== asked.own];
  Object.assign(asked, { view, own });
  if (lang !== root.lang) {
    location.replace(addressOn(new URL(document.getElementById('language').href).pathname));
  } else if (confined && newView) {
    location.replace(addressOn(location.pathname));
  } else if (newView || newColours) {
    known = view;
    if (!confined) History.prototype.replaceState.call(history, null, '', addressOn(location.pathname));
    setTheme();
    corrected = paint(asked.own);
    if (newColours) repaint();
    // A program that has not yet begun to listen reads the address when it starts.
    if (newView) dispatchEvent(new PopStateEvent('popstate'));
    tellOfNewer();
    sayReady();
  }
}

function setTheme() {
  const theme = valueIn(asked.view, 'theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}

let repainted = 0;

function repaint() {
  // The program paints anew when the screen is another: by a little is enough.
  const name = 'devicePixelRatio';
  const own = Object.getOwnPropertyDescriptor(window, name);
  repainted += 1;
  const value = window[name] * (1 + repainted * Number.EPSILON);
  Object.defineProperty(window, name, { value, configurable: true });
  dispatchEvent(new Event('resize'));
  Object.defineProperty(window, name, own);
}

// ---- Height

let sent = 0;
/** When the block grew lately, for each width of the frame. */
let grown = {};
/** The widths at which its height is told no more; `all` of them. */
let stopped = {};
/** How often it grew without ten seconds' pause, when it last did, and who waits for the frame to rest. */
let run = 0;
let last = -Infinity;
let resting;
let stepped = -Infinity;

/**
 * The height of everything, whatever the frame has: a scroll bar, which goes once the frame is that high, would take
 * its part of the lines.
 */
function height() {
  root.style.overflow = 'hidden';
  const high = Math.ceil(root.getBoundingClientRect().height);
  root.style.overflow = '';
  return high;
}

function measure(isRested) {
  // In a hidden part of the host nothing is laid out.
  if (!innerWidth) return;
  if (fits) {
    // It takes what it is given.
    fit(height, performance.now() - stepped < 1000);
    return;
  }
  const now = height();
  if (!host || now === sent || stopped.all || stopped[innerWidth]) return;
  if (sent && now > sent && !mayGrow(isRested)) return;
  sent = now;
  say('size', { height: sent });
  sayPym();
  if (compat.has('amp')) host.postMessage({ sentinel: 'amp', type: 'embed-size', height: sent }, '*');
}

let observer;

/**
 * Measures at once, and again when the frame is next drawn: by then it may be as the observer saw it last, which would
 * say nothing. While the page is still arriving, it has no height yet.
 */
function remeasure() {
  if (!observer) return;
  measure();
  observer.unobserve(root);
  observer.observe(root);
}

/** Whether to tell that the block has grown: a host that answers by changing the frame would never come to an end. */
function mayGrow(isRested) {
  const [times, now] = [(grown[innerWidth] ??= []), performance.now()];
  const within = (count, milliseconds) => times.length >= count && now - times.at(-count) < milliseconds;
  // A slow machine takes longer for the same.
  if (within(5, 1000) || within(20, 10_000)) {
    return stop(innerWidth, `more than five times within a second in a frame ${innerWidth} pixels wide`);
  }
  // Whoever has another width each time, or leaves a while between, comes here. So does a reader who drags the edge
  // of a window: they see the height once they let go.
  if (now - last > 10_000) run = 0;
  if (run >= 60) {
    return stop('all', `${run} times without ten seconds' pause`);
  }
  if (run >= 50 && !isRested) {
    clearTimeout(resting);
    resting = setTimeout(measure, 500, true);
    return false;
  }
  times.push(now);
  last = now;
  run += 1;
  return true;
}

function stop(what, how) {
  stopped[what] = true;
  console.warn(`it-exports: the block ${block} grew ${how} and tells its height no more: see what changes the frame with each message.`);
  return false;
}

function sayPym() {
  if (compat.has('pym') && childId && sent) host?.postMessage(pymMessage('height') + sent, '*');
}

const pymMessage = (type) => ['pym', childId, type, ''].join('xPYMx');

for (const name of ['pointerdown', 'keydown']) {
  addEventListener(name, ({ isTrusted }) => {
    if (!isTrusted) return;
    stepped = performance.now();
    [grown, stopped, run] = [{}, {}, 0];
    fits || remeasure();
  }, { capture: true, passive: true });
}

// ---- The page

/** A view pinned to a day does not grow old without saying so. */
function tellOfNewer() {
  const day = valueIn(asked.view, 'vintage');
  document.getElementById('newer').hidden = !(/^\d{4}-\d\d-\d\d$/.test(day) && day < published);
}

watchLinks(addressOn, confined);

addEventListener('DOMContentLoaded', () => {
  tellOfNewer();
  const later = () => requestAnimationFrame(() => measure());
  // To fold changes what is observed; that is for the next frame.
  observer = new ResizeObserver(() => (fits ? later() : measure()));
  // What is out of sight may not be laid out by itself, and shall have its height all the same.
  remeasure();
  // Firefox keeps a scroll bar until it is taken away.
  addEventListener('resize', fits ? later : remeasure);
  if (fits) {
    disclose(measure);
    // The program may draw later than in the next frame, and what is folded away becomes another unseen.
    new MutationObserver(later).observe(root, { attributeFilter: ['height'], subtree: true });
  }
  addEventListener('load', remeasure);
  const states = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target !== root)) say('error', { reason: 'stopped' });
    else sayReady();
    remeasure();
  });
  states.observe(root, { attributeFilter: ['data-ready', 'data-static'] });
  states.observe(document.getElementById('stopped'), { attributeFilter: ['hidden'] });
  // A quick program may have been ready before.
  sayReady();
});
