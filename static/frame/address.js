// What the address of a block asks for: what is shown, which the program reads and writes, and what only the
// frame reads.

/** Colours that a host may choose: links and figures, text, ground, secondary text, lines. */
export const COLOURS = ['accent', 'ink', 'paper', 'quiet', 'rule'];

/** What pym.js adds is kept, too: it is how its host knows the frame. */
const OWN = ['fit', 'compat', ...COLOURS, 'childId', 'initialWidth', 'parentTitle', 'parentUrl'];
const VIEW = ['month', 'from', 'to', 'measure', 'freq', 'sector', 'period', 'chart', 'beside', 'hide', 'axis', 'peers',
  'vintage', 'num', 'theme', 'lite'];

/** A sandbox has taken the origin: the address of such a frame changes only by loading it anew. */
export const confined = window.origin === 'null' && location.protocol !== 'file:';

const pairs = (query) => query.replace(/^[?#]/, '').split('&').filter(Boolean);
const key = (pair) => pair.split('=')[0];

/** The pairs of a query with these keys. */
const some = (query, keys) => pairs(query).filter((pair) => keys.includes(key(pair))).join('&');

export const viewIn = (query) => some(query, VIEW);
export const coloursIn = (query) => some(query, COLOURS);

/** The query with another value of a key; with none, where that is empty. */
export function having(query, name, value) {
  const others = pairs(query).filter((pair) => key(pair) !== name);
  return [...others, ...(value ? [`${name}=${value}`] : [])].join('&');
}

/** The value of a key, or nothing. */
export const valueIn = (query, name) => new URLSearchParams(query).get(name) ?? '';

// Where a host has cut the query off, it stands after the hash.
const whole = location.search.length > 1 ? location.search : location.hash;

/** The address as it is now, in two parts. */
export const asked = { view: viewIn(whole), own: some(whole, OWN) };

/** Other colours, all else that only the frame reads as it was. */
export function withColours(query) {
  const others = some(asked.own, OWN.filter((name) => !COLOURS.includes(name)));
  return [others, coloursIn(query)].filter(Boolean).join('&');
}

/** The address of what is asked, on the page with this path. */
export function addressOn(path) {
  const query = [asked.view, asked.own].filter(Boolean).join('&');
  return query ? `${path}?${query}` : path;
}

/**
 * The program writes its view with every step: what only the frame reads goes with it. A frame's steps are none of
 * its host's, whose way back they would lengthen.
 */
export function watchHistory(isFramed, changed) {
  for (const name of ['pushState', 'replaceState']) {
    const write = history[isFramed ? 'replaceState' : name].bind(history);
    history[name] = (state, unused, url) => {
      const to = new URL(url ?? '', location);
      asked.view = viewIn(to.search);
      try {
        write(state, unused, addressOn(to.pathname));
      } catch {
        // Without an origin. The program takes no notice either.
      }
      changed();
    };
  }
}
