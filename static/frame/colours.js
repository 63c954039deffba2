// The colours of the host's page, from the address. What is read on them stays readable: text has a contrast of at
// least 4.5 to 1 with its ground, marks of 3 to 1; a colour that would fall short is made darker or lighter, and
// the host is told. Charts follow, although the program paints them, and knows its own colours only: what it sets
// as the colour of a brush is exchanged on the way to the canvas.
import { COLOURS, valueIn } from './address.js';

const root = document.documentElement;

/** The page's own colours, by the names of their variables; text first. */
const TEXT = ['ink', 'quiet', 'accent', 'warn', 'total'];
const MARKS = ['bar', 'rest', 'control', 'computer', 'telecom', 'information',
  ...[0, 1, 2, 3, 4, 5].map((it) => `computer-${it}`), 'telecom-0', 'telecom-5', 'information-0', 'information-5'];
const OTHERS = ['ground', 'soft', 'grid', 'line'];

/** The steps of the heat table, which no style sheet has: the same as in src/draw, where a test compares them. */
const HEAT = {
  light: ['e3f1ec', 'bfdfd3', '93c7b5', '66ad97', '2c7863', '0b5d4a', '06392d'],
  dark: ['16302b', '1c4239', '245548', '2d6857', '58a28d', '8fd0bd', 'cdf0e4'],
};
/** From this step on the figure in a cell has the colour of the ground. */
const INVERTED = 4;

/** `[red, green, blue]` of three or six hexadecimal digits; nothing of anything else. */
export function parse(text) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (!digits) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((it) => it + it) : digits.match(/../g);
  return pairs.map((it) => parseInt(it, 16));
}

export const hex = (colour) => `#${colour.map((it) => it.toString(16).padStart(2, '0')).join('')}`;

/** As WCAG 2.2 defines it. */
function luminance(colour) {
  const [red, green, blue] = colour.map((it) => it / 255).map((it) => (it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** So much of `over` on `under`. */
const mix = (over, under, part) => over.map((it, place) => Math.round(it * part + under[place] * (1 - part)));

/** The colour nearest to `colour`, towards black or white, that has this contrast with all grounds. */
export function readable(colour, grounds, least) {
  const enough = (it) => grounds.every((ground) => contrast(it, ground) >= least);
  if (enough(colour)) return colour;
  const ends = [[0, 0, 0], [255, 255, 255]].sort((a, b) => contrast(b, grounds[0]) - contrast(a, grounds[0]));
  for (let part = 0.02; part < 1; part += 0.02) {
    const nearer = mix(ends[0], colour, part);
    if (enough(nearer)) return nearer;
  }
  return ends[0];
}

/** The page's colours of a theme. */
function pageColours(theme) {
  root.dataset.theme = theme;
  const style = getComputedStyle(root);
  const names = [...TEXT, ...MARKS, ...OTHERS];
  const colours = Object.fromEntries(names.map((name) => [name, parse(style.getPropertyValue(`--${name}`).trim())]));
  HEAT[theme].forEach((code, step) => { colours[`heat-${step}`] = parse(code); });
  return colours;
}

/** The page's colours with those of the host in them, and readable. */
function themed(page, host) {
  const paper = host.paper ?? page.ground;
  const ink = readable(host.ink ?? page.ink, [paper], 4.5);
  const tinted = host.paper ? mix(ink, paper, 0.06) : page.soft;
  // On a ground in the middle nothing is readable on any other.
  const soft = contrast(ink, tinted) >= 4.5 ? tinted : paper;
  const colours = { ...page, ground: paper, soft };
  colours.ink = readable(ink, [paper, soft], 4.5);
  colours.quiet = host.quiet ?? (host.ink ? mix(ink, paper, 0.75) : page.quiet);
  if (host.accent) {
    colours.accent = host.accent;
    colours.total = mix(ink, host.accent, 0.25);
    colours.bar = mix(readable(host.accent, [paper], 4.5), paper, 0.6);
  }
  const rule = host.rule ?? (host.paper && mix(ink, paper, 0.16));
  if (rule) Object.assign(colours, { grid: rule, line: rule, control: rule });
  for (const name of TEXT) colours[name] = readable(colours[name], [paper, soft], 4.5);
  for (const name of MARKS) colours[name] = readable(colours[name], [paper], 3);
  HEAT.light.forEach((_, step) => {
    const [name, isInverted] = [`heat-${step}`, step >= INVERTED];
    const cell = host.accent ? heat(colours, step) : page[name];
    // The figure has its colour; so the cell gives way.
    colours[name] = readable(cell, [isInverted ? paper : colours.ink], 4.5);
  });
  return colours;
}

/** From near the ground to beyond the accent. */
function heat({ ground, accent, ink }, step) {
  return step < INVERTED ? mix(accent, ground, 0.12 + 0.14 * step) : mix(ink, accent, 0.3 * (step - INVERTED));
}

/** What the program sets, as `red,green,blue`, and what the brush gets. */
const exchanged = new Map();
/** The program's grounds, where nothing shall be painted in their place. */
const cleared = new Set();

/** Exchanges the colours of brushes on the canvases of the page. What is drawn for a file stays as it is. */
function exchange() {
  const brush = CanvasRenderingContext2D.prototype;
  for (const [style, ways] of [['fillStyle', ['fill', 'fillRect', 'fillText']], ['strokeStyle', ['stroke', 'strokeRect']]]) {
    const clearing = new WeakSet();
    const { get, set } = Object.getOwnPropertyDescriptor(brush, style);
    Object.defineProperty(brush, style, {
      configurable: true,
      enumerable: true,
      get,
      set(wanted) {
        const colour = !isPrinting && this.canvas.parentNode ? String(wanted).match(/\d+/g)?.slice(0, 3).join() : undefined;
        if (cleared.has(colour)) clearing.add(this);
        else clearing.delete(this);
        set.call(this, exchanged.get(colour) ?? wanted);
      },
    });
    // A ground that is not there takes away what it would have covered.
    for (const way of ways) {
      const paint = brush[way];
      brush[way] = function paintOrClear(...where) {
        if (!clearing.has(this)) return paint.apply(this, where);
        const { globalCompositeOperation } = this;
        this.globalCompositeOperation = 'destination-out';
        paint.apply(this, where);
        this.globalCompositeOperation = globalCompositeOperation;
        return undefined;
      };
    }
  }
  // Paper has the page's own colours.
  addEventListener('beforeprint', () => { isPrinting = true; });
  addEventListener('afterprint', () => { isPrinting = false; });
}

let isPrinting = false;

const sheet = new CSSStyleSheet();
let isReady = false;

/**
 * Puts the host's colours on the page.
 * @returns what was changed about them, by name: `{ ink: '#123456' }`
 */
export function paint(query) {
  const given = Object.fromEntries(COLOURS.map((name) => [name, valueIn(query, name)]).filter(([, code]) => code));
  const host = {};
  for (const [name, code] of Object.entries(given)) {
    const colour = parse(code);
    if (colour) host[name] = colour;
    else if (name !== 'paper' || code !== 'transparent') {
      console.warn(`it-exports: ${name}=${code} is no colour such as 0b6e4f`);
    }
  }
  // Where a reader has colours of their own, pictures keep the ground on which they were drawn.
  const isClear = given.paper === 'transparent' && !matchMedia('(forced-colors: active)').matches;
  exchanged.clear();
  cleared.clear();
  sheet.replaceSync('');
  if (Object.keys(host).length === 0 && !isClear) return {};
  if (!isReady) {
    isReady = true;
    document.adoptedStyleSheets.push(sheet);
    exchange();
  }
  const before = root.dataset.theme;
  const page = { light: pageColours('light'), dark: pageColours('dark') };
  if (before === undefined) delete root.dataset.theme;
  else root.dataset.theme = before;
  // On a ground of the host's there is one theme only: that which the ground has.
  const of = host.paper && (contrast(host.paper, [255, 255, 255]) < contrast(host.paper, [0, 0, 0]) ? 'light' : 'dark');
  const colours = { light: themed(page[of ?? 'light'], host), dark: themed(page[of ?? 'dark'], host) };
  for (const theme of ['light', 'dark']) brushes(page[theme], colours[theme]);
  const variables = (theme) => Object.entries(colours[theme]).map(([name, colour]) => `--${name}:${hex(colour)}`).join(';');
  sheet.replaceSync(`@media screen {
    :root { ${variables('light')} }
    ${of ? `:root:root { color-scheme: ${of}; ${variables(of)} }` : `
    @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${variables('dark')} } }
    :root[data-theme='dark'] { ${variables('dark')} }`}
    ${isClear ? CLEAR : ''}
  }`);
  const isDark = root.dataset.theme === 'dark' || (!root.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  if (isClear) for (const theme of ['light', 'dark']) cleared.add(String(page[theme].ground));
  return corrected(host, colours[isDark ? 'dark' : 'light']);
}

/** A ground that is not there is not painted either, neither by the page nor in its still pictures. */
const CLEAR = `body, button, .button, select, input { background: none }
  [fill='var(--ground)'] { fill: none } [stroke='var(--ground)'] { stroke: none } .scroll { background: none }`;

/** Full colours, then those thinned by quarters and halves for provisional and derived figures. */
function brushes(page, colours) {
  const names = Object.keys(page);
  for (const name of names) exchanged.set(String(page[name]), css(colours[name]));
  for (const eighths of [2, 4]) {
    for (const name of names) {
      const thin = (it) => String(it[name].map((over, place) => Math.trunc((over * eighths + it.ground[place] * (8 - eighths)) / 8)));
      if (!exchanged.has(thin(page))) exchanged.set(thin(page), `rgb(${thin(colours)})`);
    }
  }
}

const css = (colour) => `rgb(${colour})`;

/** The host's colours that are not used as they were given. */
function corrected(host, colours) {
  const used = { accent: colours.accent, ink: colours.ink, quiet: colours.quiet };
  const changed = Object.entries(used).filter(([name, colour]) => host[name] && hex(host[name]) !== hex(colour));
  for (const [name, colour] of changed) {
    const found = contrast(host[name], colours.ground).toFixed(1);
    console.warn(`it-exports: ${name} ${hex(host[name])} has a contrast of ${found} to 1 with ${hex(colours.ground)}, where text needs 4.5: `
      + `${hex(colour)} is used in its place`);
  }
  return Object.fromEntries(changed.map(([name, colour]) => [name, hex(colour)]));
}
