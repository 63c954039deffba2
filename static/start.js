// Starts the program beside the static page, and puts it in the page's place in one step once its
// controls answer. Until then, and wherever it cannot start, the page stays as it is.
const root = document.documentElement;
const still = document.getElementById('app');
const asked = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.slice(1));

const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

/** Whether the reader, the browser or the connection asks for little data. `lite=0` overrules all. */
function isThrifty() {
  const { saveData, effectiveType = '' } = navigator.connection ?? {};
  const lite = asked.get('lite');
  return lite === '1' || (lite !== '0' && (saveData || /2g|3g/.test(effectiveType)));
}

async function launch() {
  const page = still.cloneNode();
  page.id = 'program';
  still.after(page);
  document.addEventListener('it-exports:ready', () => takeOver(page), { once: true });
  try {
    // Both at once: the first is small, the second is most of the weight.
    const program = fetch(new URL('./it-exports_bg.wasm', import.meta.url));
    const { default: run } = await import('./it-exports.js');
    await run({ module_or_path: program });
  } catch (error) {
    page.remove();
    throw error;
  }
}

/** What the reader opened, scrolled and focused stays so. */
async function takeOver(page) {
  const twin = (element) => page.querySelector(`#${CSS.escape(element.id)}`);
  // Another view, asked for in the address, may have no such fold.
  const opened = [...still.querySelectorAll('details.fold[open]')].map(twin).filter(Boolean);
  for (const fold of opened) fold.open = true;
  // A fold is filled when it has been opened.
  while (opened.some((fold) => fold.childElementCount < 2)) await new Promise(requestAnimationFrame);
  for (const scroller of still.querySelectorAll('.scroll')) {
    const other = twin(scroller);
    if (other) other.scrollLeft = scroller.scrollLeft;
  }
  const focused = still.querySelector(':focus');
  const place = focused?.closest('[id]');
  still.remove();
  page.id = 'app';
  root.dataset.ready = '';
  if (place) {
    const other = twin(place);
    (focused.localName === 'summary' ? other?.querySelector('summary') : other)?.focus({ preventScroll: true });
  }
  // An error of somebody else's may have been taken for the program's.
  delete root.dataset.static;
  document.getElementById('unstarted').hidden = true;
  performance.mark('interactive');
}

// The program changes the address, against which a browser would resolve a relative one anew.
const icon = document.querySelector('link[rel=icon]');
icon.setAttribute('href', icon.href);

// Paper has no address bar.
addEventListener('beforeprint', () => {
  document.querySelector('.printed bdi').textContent = location.href;
});

const offer = document.getElementById('offer');
if (isThrifty()) {
  root.dataset.static = '';
  offer.hidden = false;
  offer.querySelector('button').addEventListener('click', () => {
    offer.remove();
    delete root.dataset.static;
    launch();
  });
} else {
  launch();
}
