// The page for webmasters: makes the snippet of what is chosen, shows its frame, and finds out in a second frame, which
// nobody sees, what the block says and how high it is. Everything else is on the page without this script.
import { COLOURS, asked, having, valueIn, viewIn } from '../frame/address.js';
import { build, described, write } from './snippet.js';

const root = new URL('.', document.currentScript.src).href;
/** Stands on the page where nobody told it the address of its site. */
const UNKNOWN_SITE = 'https://SITE/';

const find = (id) => document.getElementById(id);
const [form, column, ruler, told, answered] = ['maker', 'column', 'ruler', 'told', 'answered'].map(find);
const { elements } = form;
const widths = [...elements.column].map(({ value }) => Number(value));

/** What blocks say and how high they are at each width, by what they show. */
const readings = new Map();
const heights = new Map();

// ---- What is chosen

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);

/** The view in an address or a query; what no view has is left out. */
function viewOf(text) {
  const query = (/[?#](.*)$/.exec(text.trim())?.[1] ?? text.trim()).split('#')[0];
  const view = viewIn(query).split('&').filter((pair) => /^\w+=([\w.,-]|%2C)+$/i.test(pair)).join('&');
  // A month has a path.
  const month = /\/(\d{4}-\d\d)\/?([?#]|$)/.exec(text)?.[1];
  return month && !valueIn(view, 'month') ? [`month=${month}`, view].filter(Boolean).join('&') : view;
}

/** Puts a view into the form. */
function setView(view) {
  const [theme, day] = [valueIn(view, 'theme'), valueIn(view, 'vintage')];
  elements.theme.value = ['light', 'dark'].includes(theme) ? theme : '';
  elements.figures.value = isDay(day) ? 'pinned' : 'live';
  if (isDay(day) && day !== form.dataset.pinned) {
    form.dataset.pinned = day;
    find('day').textContent = day;
  }
  elements.view.value = having(isDay(day) ? having(view, 'vintage', '') : view, 'theme', '');
}

/** Everything that the form says. */
function chosen() {
  const view = viewOf(elements.view.value);
  const isPinned = elements.figures.value === 'pinned';
  const colours = COLOURS.map((name) => [name, elements[name].value.trim().replace(/^#/, '')])
    .filter(([name, code]) => /^[0-9a-f]{6}$/i.test(code) || (name === 'paper' && code === 'transparent'));
  const [lang, block] = [elements.lang.value, elements.block.value];
  // What the block says and how high it is does not depend on its theme.
  const shown = isPinned ? having(view, 'vintage', form.dataset.pinned) : view;
  return {
    lang,
    block,
    way: Number(elements.way.value),
    column: Number(elements.column.value),
    shown,
    view: having(shown, 'theme', elements.theme.value),
    colours: Object.fromEntries(colours),
    key: `${lang}/${block}?${shown}`,
  };
}

/** What stands about a block on the page, in a language. */
const known = ({ lang, block }, what) =>
  [...elements.block].find((it) => it.value === block).getAttribute(`data-${lang}-${what}`);

/** Until a reader chooses one: what the block needs. */
function setHeight(it) {
  if (elements.height.dataset.own) return;
  elements.height.value = it.way === 1 ? form.dataset.frameHeight : heights.get(it.key)?.[it.column] ?? known(it, 'room');
}

/** The page on which what the block says can be checked. */
function pageOf({ lang, shown }) {
  const month = valueIn(shown, 'month');
  const hasPage = /^\d{4}-\d\d$/.test(month) && month >= form.dataset.first && month < form.dataset.latest;
  const query = hasPage ? having(shown, 'month', '') : shown;
  return `${root}${lang === 'ur' ? 'ur/' : ''}${hasPage ? `${month}/` : ''}${query && `?${query}`}`;
}

function nodes(it) {
  return described({
    ...it,
    root,
    height: Math.max(100, Math.round(elements.height.valueAsNumber) || 520),
    title: known(it, 'title'),
    // Before it is known what another view says, the name of the block is true.
    reading: it.shown ? readings.get(it.key) ?? known(it, 'title') : known(it, 'reading'),
    page: pageOf(it),
  });
}

// ---- The snippet, and what follows from it

let previewed = '';

function update() {
  const it = chosen();
  setHeight(it);
  const made = nodes(it);
  find('snippet').value = made.map(write).join('\n');
  const cells = document.querySelectorAll(`#cost tr[data-block='${it.block}'] td`);
  const weight = find('weight');
  weight.textContent = weight.dataset.text.replace('{read}', cells[0].textContent).replace('{answer}', cells[1].textContent);
  remember(it);
  column.style.inlineSize = `${it.column}px`;
  const preview = previewOf(it);
  if (preview !== previewed) {
    previewed = preview;
    show(made[0]);
  }
  rule(it);
}

/** What has to be shown anew when it becomes another. */
const previewOf = (it) => JSON.stringify([it.key, it.view, it.way, it.colours, it.way === 1 && elements.height.value]);

/** In the address, so that it can be kept, passed on and read in the other language. */
function remember({ block, way, lang, view, colours }) {
  const own = [`block=${block}`, way > 1 && `way=${way}`, lang !== document.documentElement.lang && `lang=${lang}`];
  const query = [...own, view, ...Object.entries(colours).map((pair) => pair.join('='))].filter(Boolean).join('&');
  history.replaceState(null, '', `?${query}`);
  find('language').search = query;
}

// ---- The preview

let late;

function show(node) {
  const element = build(node);
  column.replaceChildren(element);
  answered.textContent = answered.dataset.loading;
  delete column.dataset.ready;
  clearTimeout(late);
  seen.disconnect();
  seen.observe(element);
}

/** A frame is loaded when it comes near; from then on it may take its time. */
const seen = new IntersectionObserver(([{ isIntersecting }]) => {
  if (!isIntersecting || 'ready' in column.dataset) return;
  seen.disconnect();
  late = setTimeout(() => { answered.textContent = answered.dataset.late; }, 15_000);
});

/** The frame of the preview, which an element has inside. */
const frame = () => column.firstElementChild?.frame ?? column.firstElementChild;

const heard = {
  ready({ lang, static: isStill }) {
    if ('ready' in column.dataset && column.dataset.ready === lang) return;
    column.dataset.ready = lang;
    clearTimeout(late);
    const seconds = (frame().contentWindow.performance.now() / 1000).toFixed(1);
    answered.textContent = isStill ? answered.dataset.still : answered.dataset.ready.replace('{seconds}', seconds);
    // Its link to the other language has been followed.
    if (lang !== elements.lang.value) follow(() => { elements.lang.value = lang; });
  },
  change({ state }) {
    follow(() => setView(viewOf(state)));
  },
};

/** What has been done in the preview is in it already. */
function follow(change) {
  change();
  previewed = previewOf(chosen());
  update();
}

// ---- What a block says and how high it is

let ruled = '';
const waiting = new Map();

/** The next message of this type from a frame; nothing when it is late. */
const next = (from, type) => new Promise((resolve) => {
  waiting.set(type, { from, resolve });
  setTimeout(resolve, 15_000);
});

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

function rule(it) {
  if (it.key === ruled) return;
  ruled = it.key;
  tellHeights(it.key);
  ruler.replaceChildren();
  if (heights.get(it.key)?.[widths.at(-1)] === undefined) measure(it);
}

async function measure({ key, lang, block, shown }) {
  // Somebody may still be typing.
  await pause(300);
  if (ruled !== key) return;
  const address = `${root}${lang === 'ur' ? 'ur/' : ''}embed/${block}/${shown && `?${shown}`}`;
  const measured = build(['iframe', { src: address, title: block, tabindex: '-1' }]);
  ruler.replaceChildren(measured);
  const isWanted = () => measured.isConnected;
  const answer = await next(measured, 'ready');
  if (!answer || !isWanted()) return;
  await settled(measured);
  if (!isWanted()) return;
  const says = measured.contentDocument.querySelector(`#${block} .reading`)?.textContent.trim();
  // The last block has words of its own in that place.
  if (says && block !== 'data' && !answer.static) readings.set(key, says);
  update();
  for (const width of widths) {
    measured.style.inlineSize = `${width}px`;
    const height = await heightOf(measured);
    if (!height || !isWanted()) return;
    heights.set(key, { ...heights.get(key), [width]: height });
    tellHeights(key);
    update();
  }
  ruler.replaceChildren();
}

/** Waits for what the view needs besides the program. */
async function settled({ contentDocument }) {
  const isAwaited = () => [...contentDocument.querySelectorAll('[data-awaited]')].some((it) => it.checkVisibility());
  for (let tries = 0; tries < 100 && isAwaited(); tries += 1) await pause(100);
  await pause(100);
}

/** Its height, once it has been told twice. */
async function heightOf(measured) {
  let before;
  for (let tries = 0; tries < 30; tries += 1) {
    await pause(150);
    if (!measured.isConnected) return undefined;
    const size = next(measured, 'size');
    measured.contentWindow.postMessage({ type: 'it-exports:subscribe', v: 1 }, location.origin);
    const height = (await size)?.height;
    if (height === before) return height;
    before = height;
  }
  return before;
}

function tellHeights(key) {
  for (const cell of document.querySelectorAll('#heights td')) {
    const height = heights.get(key)?.[cell.dataset.width];
    cell.textContent = height ? height.toLocaleString('en') : '…';
  }
}

addEventListener('message', ({ source, origin, data }) => {
  const type = /^it-exports:(\w+)$/.exec(data?.v === 1 ? data.type : '')?.[1];
  if (!type || origin !== location.origin) return;
  if (source === frame()?.contentWindow) heard[type]?.(data);
  const { from, resolve } = waiting.get(type) ?? {};
  if (from && source === from.contentWindow) resolve(data);
});

// ---- Copying

let clearing;

async function copy(text, select) {
  clearTimeout(clearing);
  let said = told.dataset.copied;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    select();
    said = told.dataset.refused;
  }
  told.textContent = said;
  clearing = setTimeout(() => { told.textContent = ''; }, 8000);
}

find('copy').addEventListener('click', () => {
  const snippet = find('snippet');
  copy(snippet.value, () => {
    snippet.focus();
    snippet.select();
  });
});

/** What names a piece of code: the heading before it, or the fold that it is in. */
function headingOf(code) {
  let it = code;
  while (it && !/^(h3|summary)$/.test(it.localName)) it = it.previousElementSibling;
  return it;
}

/** Code on the page, with the address of the site in it and a button that copies it. */
for (const code of document.querySelectorAll('pre')) {
  const text = code.firstElementChild;
  text.textContent = text.textContent.replaceAll(UNKNOWN_SITE, root);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = told.dataset.copy;
  button.setAttribute('aria-label', `${told.dataset.copy}: ${headingOf(code).textContent}`);
  button.addEventListener('click', () => copy(text.textContent, () => getSelection().selectAllChildren(text)));
  code.after(button);
}
find('unknown')?.remove();

// ---- The start

const own = new URLSearchParams(location.search);
for (const name of ['block', 'way', 'lang']) {
  const wanted = [...elements[name]].find(({ value }) => value === own.get(name));
  if (wanted) wanted.checked = true;
}
for (const name of COLOURS) elements[name].value = valueIn(asked.own, name);
setView(viewOf(`?${asked.view}`));

let typing;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  if (target.name === 'height') elements.height.dataset.own = 'true';
  else if (['block', 'way', 'column'].includes(target.name)) delete elements.height.dataset.own;
  clearTimeout(typing);
  typing = setTimeout(update, target.type === 'radio' ? 0 : 400);
});
// What has been pasted is put in order: an address names its block, too.
elements.view.addEventListener('change', () => {
  const named = /\/embed\/(\w+)\//.exec(elements.view.value)?.[1];
  const block = [...elements.block].find(({ value }) => value === named);
  if (block) block.checked = true;
  const view = viewOf(elements.view.value);
  const aside = ['theme', 'vintage'].filter((name) => valueIn(view, name));
  const others = [['theme', elements.theme.value], ['vintage', elements.figures.value === 'pinned' ? form.dataset.pinned : '']];
  setView(others.reduce((all, [name, value]) => (aside.includes(name) ? all : having(all, name, value)), view));
  update();
});

find('still').remove();
form.hidden = false;
find('shown').hidden = false;
update();
