// Loads what the build has taken out of the program (src/ui/parts.rs) and puts it back in its memory and its table of
// functions.
import run from './it-exports.js';

/** Each file is fetched under its own name, so that the build finds it. */
const files = {
  // What the two others have in common.
  shared: () => fetch(new URL('./later-shared.wasm', import.meta.url)),
  later: () => fetch(new URL('./later.wasm', import.meta.url)),
  take: () => fetch(new URL('./take.wasm', import.meta.url)),
};
const loaded = {};

/** Once: loaded twice, its data would be written over what the program has made of them. */
function load(name, program) {
  loaded[name] ??= files[name]()
    .then((response) => response.arrayBuffer())
    .then((bytes) => WebAssembly.instantiate(bytes, { __wasm_split: program }));
  // Asking again may help.
  loaded[name].catch(() => { delete loaded[name]; });
  return loaded[name];
}

async function add(name, done, data) {
  // Runs already: this only gives what it exports.
  const program = await run();
  let isHere = true;
  try {
    await Promise.all(['shared', name].map((it) => load(it, program)));
  } catch (error) {
    console.error(error);
    isHere = false;
  }
  program.__indirect_function_table.get(done)(data, isHere);
}

export const __wasm_split_load_later = (done, data) => add('later', done, data);
export const __wasm_split_load_take = (done, data) => add('take', done, data);
