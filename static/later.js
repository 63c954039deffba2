// Loads what the build has taken out of the program (src/ui/second_part.rs) and puts it back in its memory and its
// table of functions.
import run from './it-exports.js';

export async function __wasm_split_load_later(done, data) {
  // Runs already: this only gives what it exports.
  const program = await run();
  let isHere = true;
  try {
    const response = await fetch(new URL('./later.wasm', import.meta.url));
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: program });
  } catch (error) {
    console.error(error);
    isHere = false;
  }
  program.__indirect_function_table.get(done)(data, isHere);
}
