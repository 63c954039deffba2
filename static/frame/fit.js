// Folds away what a frame of fixed height has no room for. Nothing is taken out of the page, which the program
// owns: the root says what is folded, and the style sheet hides it.

const root = document.documentElement;

/** What goes first to what goes last; the title and the picture always stay. */
const STEPS = ['tight', 'extras', 'tables', 'notes', 'reading', 'controls', 'cards', 'top', 'source', 'scaled', 'unit', 'readout',
  'small', 'parts', 'smaller', 'lists', 'text', 'clipped'];

/** How much smaller a picture may become: its words can still be read; that it is a picture can still be seen. */
const LEAST = { scaled: 0.8, smaller: 0.45 };

/** The height of a line of the clamped reading, in the reader's own size of text. */
const LINE = { en: 1.3125, ur: 1.75 };

/**
 * Folds until everything has room, or nothing where there is room enough.
 * @param height gives the height of everything
 * @param isStep whether a reader has just done something here
 */
export function fit(height, isStep) {
  const bar = document.getElementById('fold');
  const wasWhole = root.dataset.fit === 'whole';
  const wasOpen = root.dataset.fit === 'open';
  bar.hidden = true;
  root.dataset.fit = 'whole';
  if (height() <= innerHeight) return;
  bar.hidden = false;
  // What a reader opens is not closed before their eyes: the frame scrolls until they fold it.
  if (wasOpen || (wasWhole && isStep)) root.dataset.fit = 'open';
  else fold(height);
  const button = bar.querySelector('button');
  const isOpen = root.dataset.fit === 'open';
  button.setAttribute('aria-expanded', isOpen);
  button.textContent = isOpen ? button.dataset.less : button.dataset.more;
}

/** Folds step by step; what room is left then is for the beginning of the reading. */
function fold(height) {
  shut(height);
  const { fold } = root.dataset;
  if (/reading/.test(fold)) clamp(innerHeight - height());
  if (height() > innerHeight) root.dataset.fold = fold;
  // Letters of a size that nobody could foresee: what still has no room can be scrolled to.
  if (height() > innerHeight) root.dataset.fold += ' over';
}

function shut(height) {
  const folded = [];
  const hasRoom = () => {
    root.dataset.fold = folded.join(' ');
    return height() <= innerHeight;
  };
  root.dataset.fit = 'folded';
  root.style.removeProperty('--scale');
  for (const step of STEPS) {
    folded.push(step);
    if (LEAST[step]) scale(height() - innerHeight, LEAST[step]);
    if (hasRoom()) break;
  }
  // What went before the last step may have room again: what is worth most comes back first.
  for (const step of [...folded].reverse()) {
    const place = folded.indexOf(step);
    folded.splice(place, 1);
    if (!hasRoom()) folded.splice(place, 0, step);
  }
  if (!hasRoom()) return;
  // But for a pixel, which rounding may take.
  if (folded.includes('scaled')) scale(height() - innerHeight + 1, LEAST.smaller);
}

function clamp(room) {
  const reading = document.querySelector('section > .reading, .two .reading');
  const lines = Math.floor((room - 12) / (LINE[root.lang] * parseFloat(getComputedStyle(root).fontSize)));
  if (!reading || lines < 2) return;
  root.style.setProperty('--lines', lines);
  root.dataset.fold += ' clamped';
}

function scale(tooMuch, least) {
  const chart = [...document.querySelectorAll('.chart')].find((it) => it.clientHeight);
  const high = chart?.clientHeight ?? 0;
  const before = Number(root.style.getPropertyValue('--scale') || 1);
  const factor = Math.min(1, Math.max(least, before - tooMuch / high));
  root.style.setProperty('--scale', factor);
  root.style.setProperty('--less', `${Math.floor((factor - 1) * high)}px`);
}

/** Has the disclosure answer. */
export function disclose(again) {
  document.querySelector('#fold button').addEventListener('click', () => {
    root.dataset.fit = root.dataset.fit === 'open' ? 'folded' : 'open';
    again();
    if (root.dataset.fit === 'folded') scrollTo(0, 0);
    // Pictures have more room now, or less.
    dispatchEvent(new Event('resize'));
  });
}
