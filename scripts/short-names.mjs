// Shortens the names by which the program calls its glue. wasm-bindgen ends each with a hash, which
// keeps crates apart until they are linked; a reader would load every hash twice, once in either file,
// and nothing compresses worse.

const IMPORTS = 2;
const LONG = /^__wbg_|^__wbindgen_/;

/** `{ wasm, glue }` with names of one to three letters in both. */
export function shortNames(wasm, glue) {
  const short = new Map();
  const rename = (name) => {
    if (LONG.test(name) && !short.has(name)) short.set(name, `w${short.size.toString(36)}`);
    return short.get(name) ?? name;
  };
  const renamed = Buffer.concat([wasm.subarray(0, 8), ...sections(wasm).map(([id, bytes]) => {
    const content = id === IMPORTS ? renamedImports(bytes, rename) : bytes;
    return Buffer.concat([Buffer.from([id]), number(content.length), content]);
  })]);
  let shortened = glue;
  for (const [name, to] of short) {
    const key = new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'g');
    // A name that stands elsewhere as well may mean something else there.
    if (glue.match(key)?.length !== 1) throw new Error(`wasm-bindgen writes ${name} differently now`);
    shortened = shortened.replace(key, to);
  }
  return { wasm: renamed, glue: shortened };
}

function sections(wasm) {
  const found = [];
  for (let at = 8; at < wasm.length;) {
    const [size, start] = readNumber(wasm, at + 1);
    found.push([wasm[at], wasm.subarray(start, start + size)]);
    at = start + size;
  }
  return found;
}

/** Each import is the name of its module, its own name, and what it is: here always a function. */
function renamedImports(bytes, rename) {
  let [count, at] = readNumber(bytes, 0);
  const parts = [number(count)];
  for (; count > 0; count -= 1) {
    const [moduleSize, module] = readNumber(bytes, at);
    const [nameSize, name] = readNumber(bytes, module + moduleSize);
    const kind = name + nameSize;
    if (bytes[kind] !== 0) throw new Error('the program imports something other than functions');
    const to = Buffer.from(rename(bytes.toString('utf8', name, kind)));
    const [, end] = readNumber(bytes, kind + 1);
    parts.push(bytes.subarray(at, module + moduleSize), number(to.length), to, bytes.subarray(kind, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** WebAssembly's whole numbers: seven bits a byte, lowest first. Gives the number and where it ends. */
function readNumber(bytes, at) {
  for (let value = 0, shift = 0, next = at; ; shift += 7) {
    const byte = bytes[next++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, next];
  }
}

function number(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    bytes.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest < 128) return Buffer.from(bytes);
  }
}
