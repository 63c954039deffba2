// What a reader's browser loads for a page.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** What is loaded near its place, and what is loaded only when it is asked for. */
const LATER = /^later-/;
const ASKED = /^take-/;

/** A page of a folder and whatever it names, in turn, at once, later and last; downloads and other pages are not loaded. */
export function loaded(folder, page) {
  const candidates = readdirSync(folder).filter((name) => /\.(css|js|wasm)$/.test(name));
  const names = [page];
  for (const name of names) {
    if (extname(name) === '.wasm') continue;
    const text = readFileSync(join(folder, name), 'utf8');
    names.push(...candidates.filter((other) => text.includes(other) && !names.includes(other)));
  }
  const of = (kind) => names.filter((name) => kind.test(name));
  return { atOnce: names.filter((name) => !LATER.test(name) && !ASKED.test(name)), later: of(LATER), asked: of(ASKED) };
}
