// Run by Trunk after each build, on the folder that becomes dist/.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const dist = process.env.TRUNK_STAGING_DIR;
if (!dist) throw new Error('TRUNK_STAGING_DIR is not set: Trunk runs this, see Trunk.toml');

const index = withStartFile(readFileSync(join(dist, 'index.html'), 'utf8'));
const urduMeta = new Map(); // name → content
const english = rewriteTags(index, (tag, attributes) => {
  // Integrity guards files from elsewhere; ours come from beside the page. It would only do harm:
  // a frame without an origin of its own refuses such a style sheet.
  attributes.delete('integrity');
  // Only the Urdu page needs these.
  const name = attributes.get('name') ?? '';
  if (name.startsWith('it-exports:ur-')) urduMeta.set(name.slice(14), attributes.get('content'));
  return !name.startsWith('it-exports:ur-');
});
refuseInline(english);
writeFileSync(join(dist, 'index.html'), english);
mkdirSync(join(dist, 'ur'), { recursive: true });
writeFileSync(join(dist, 'ur', 'index.html'), inUrdu(english));
// A build for developing is thrown away after one look.
if (process.env.TRUNK_PROFILE !== 'debug') {
  minify();
  compress();
}

/** Trunk starts the program from an inline script, which `script-src 'self'` forbids: makes it a file. */
function withStartFile(html) {
  const script = html.match(/<script type="?module"?[^>]*>([^]+?)<\/script>/);
  // As a file the script serves pages in other folders too: it looks beside itself, not beside the page.
  const source = script?.[1].trim().replace(/(module_or_path:\s*)(['"][^'"]+['"])/, '$1new URL($2, import.meta.url)');
  if (!source?.includes('import.meta.url')) throw new Error('Trunk writes its start script differently now');
  const name = `start-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.js`;
  writeFileSync(join(dist, name), `${source}\n`);
  return html.replace(script[0], `<script type="module" src="./${name}"></script>`);
}

/** Under the policy these would silently do nothing. JSON-LD is data, which no policy concerns. */
function refuseInline(html) {
  rewriteTags(html, (tag, attributes) => {
    const data = attributes.get('type') === 'application/ld+json';
    const names = [...attributes.keys()];
    const inline = tag === 'style' || (tag === 'script' && !attributes.has('src') && !data);
    if (!inline && !names.some((name) => /^(style|on.*)$/i.test(name))) return true;
    throw new Error(`index.html: inline script or style in <${tag} ${names.join(' ')}>`);
  });
}

/** The same page, one folder down, with its own language, direction, title and description. */
function inUrdu(html) {
  for (const name of ['title', 'description']) {
    if (!urduMeta.get(name)) throw new Error(`index.html lacks <meta name="it-exports:ur-${name}" content="…">`);
  }
  const page = rewriteTags(html, (tag, attributes) => {
    if (tag === 'html') attributes.set('lang', 'ur').set('dir', 'rtl');
    // `description`, and the `og:title` of link previews
    const of = (attributes.get('name') ?? attributes.get('property') ?? '').replace(/^(og|twitter):/, '');
    if (tag === 'meta' && urduMeta.has(of)) attributes.set('content', urduMeta.get(of));
    for (const link of ['href', 'src']) {
      const address = attributes.get(link);
      if (address?.startsWith('./')) attributes.set(link, `.${address}`);
    }
    return true;
  });
  return page.replace(/<title>[^]*?<\/title>/, () => `<title>${urduMeta.get('title')}</title>`);
}

/** `change(tag, attributes)` may alter the attributes (values stay escaped); unless it returns true, the tag goes. */
function rewriteTags(html, change) {
  const value = /"[^"]*"|'[^']*'|[^\s"'>]+/.source;
  const attribute = `([^\\s=<>"'/]+)(?:\\s*=\\s*(${value}))?`;
  const start = new RegExp(`<([a-z][a-z0-9-]*)((?:\\s+${attribute})*)\\s*/?>`, 'gi');
  return html.replace(start, (_, tag, list) => {
    const attributes = new Map([...list.matchAll(new RegExp(attribute, 'g'))].map(([, name, content]) =>
      [name, content?.replace(/^(["'])(.*)\1$/s, '$2').replaceAll('"', '&quot;')]));
    if (!change(tag.toLowerCase(), attributes)) return '';
    return `<${[tag, ...[...attributes].map(([name, content]) =>
      (content === undefined ? name : `${name}="${content}"`))].join(' ')}>`;
  });
}

/** Takes the comments and spaces out of scripts and styles. Names stay in their modules, so they may go, too. */
function minify() {
  for (const name of readdirSync(dist)) {
    const loader = name.match(/\.(js|css)$/)?.[1];
    if (!loader) continue;
    const source = readFileSync(join(dist, name), 'utf8');
    writeFileSync(join(dist, name), transformSync(source, { loader, minify: true, charset: 'utf8' }).code);
  }
}

/** Compresses once, as far as it goes, so that a host need not do it, less far, at each request. */
function compress() {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|css|js|wasm|csv|json|svg)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      // Code, text and figures in one file: small blocks fit each better, which saves 1% of the program.
      [constants.BROTLI_PARAM_LGBLOCK]: 16,
    };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
