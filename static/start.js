// Starts the program beside the static page, and puts it in the page's place in one step once its
// controls answer. Until then, and wherever it cannot start, the page stays as it is.
const root = document.documentElement;
root.dataset.starting = '';
const asked = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.slice(1));

const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

/** Whether the reader, the browser or the connection asks for little data. `lite=0` overrules all. */
function isThrifty() {
  const { saveData, effectiveType = '' } = navigator.connection ?? {};
  const lite = asked.get('lite');
  return lite === '1' || (lite !== '0' && (saveData || /2g|3g/.test(effectiveType)));
}

/** Both at once: the first is small, the second is most of the weight. */
function load() {
  const parts = Promise.all([import('./it-exports.js'), fetch(new URL('./it-exports.wasm', import.meta.url))]);
  // What goes wrong is said when there is a page to say it.
  parts.catch(() => {});
  return parts;
}

// This runs while the page is still arriving.
const parts = isThrifty() ? null : load();
if (document.readyState === 'loading') await new Promise((parsed) => addEventListener('DOMContentLoaded', parsed));

const still = ['app', 'strip-view'].map((id) => document.getElementById(id)).filter(Boolean);

async function launch(parts) {
  // Built outside the document, where nothing is laid out before it is whole.
  const page = still[0].cloneNode();
  still[0].program = page;
  document.addEventListener('it-exports:ready', () => takeOver(page), { once: true });
  const [{ default: run }, program] = await parts;
  await run({ module_or_path: program });
}

/** What the reader opened, scrolled and focused stays so. */
async function takeOver(page) {
  const twin = (element) => page.querySelector(`#${CSS.escape(element.id)}`);
  const inStill = (selector) => still.flatMap((it) => [...it.querySelectorAll(selector)]);
  // Another view, asked for in the address, may have no such fold.
  const opened = inStill('details.fold[open]').map(twin).filter(Boolean);
  for (const fold of opened) fold.open = true;
  // A fold is filled when it has been opened, and what it holds may have to be loaded.
  const isAwaited = (fold) => fold.childElementCount < 2 || fold.querySelector('[data-awaited]');
  while (opened.some(isAwaited)) await new Promise(requestAnimationFrame);
  for (const scroller of inStill('.scroll')) {
    const other = twin(scroller);
    if (other) other.scrollLeft = scroller.scrollLeft;
  }
  const [focused] = inStill(':focus');
  const place = focused?.closest('[id]');
  // What the second part takes over stays in the document.
  for (const id of ['#later', '#answer']) {
    page.querySelector(`${id}:empty`)?.append(...still[0].querySelector(id)?.children ?? []);
  }
  // The page before the strip: where it has the focus, browsers measure once more while it goes.
  still[0].replaceWith(page);
  still[1]?.remove();
  root.dataset.ready = '';
  if (place) {
    const other = twin(place);
    (focused.localName === 'summary' ? other?.querySelector('summary') : other)?.focus({ preventScroll: true });
  }
  // An error of somebody else's may have been taken for the program's.
  delete root.dataset.static;
  document.getElementById('unstarted').hidden = true;
  performance.mark('interactive');
  dispatchEvent(new CustomEvent('it-exports:sources', { detail: await sources().catch(() => null) }));
  performance.mark('complete');
  near(document.querySelectorAll('#later > section, #data'));
}

/** Tells when the reader comes near to what is taken over later. */
function near(sections) {
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some((it) => it.isIntersecting)) return;
    observer.disconnect();
    dispatchEvent(new Event('it-exports:near'));
  }, { rootMargin: '50%' });
  for (const section of sections) observer.observe(section);
}

/** Where the figures were read: a list that nothing needs until it is asked for. */
async function sources() {
  const response = await fetch(new URL('./sources.txt', import.meta.url));
  return response.ok ? response.text() : null;
}

// The program changes the address, against which a browser would resolve relative ones anew.
for (const link of document.querySelectorAll('a[href], link[rel=icon]')) {
  if (!link.getAttribute('href').startsWith('#')) link.setAttribute('href', link.href);
}

// Paper has no address bar.
addEventListener('beforeprint', () => {
  document.querySelector('.printed bdi').textContent = location.href;
});

addEventListener('click', ({ target }) => target.closest('.close')?.closest('dialog').close());

// A menu closes when the reader turns to something else.
addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll('.menu[open]')) if (!menu.contains(target)) menu.open = false;
});
addEventListener('keydown', ({ key, target }) => {
  const menu = key === 'Escape' && target.closest('.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

const offer = document.getElementById('offer');
if (parts) {
  launch(parts);
} else {
  root.dataset.static = '';
  offer.hidden = false;
  offer.querySelector('button').addEventListener('click', () => {
    offer.remove();
    delete root.dataset.static;
    launch(load());
  });
}
