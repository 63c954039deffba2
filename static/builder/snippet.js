// What is pasted into pages of others: described once, then written as HTML or built as elements. The same as
// src/site/snippet.rs writes, which a test compares.

/**
 * `[tag, attributes, ...content]` for each element, content being texts and elements.
 * @param way 1: a frame alone; 2: with a script; 3: an element
 * @param view what the block shows, as a query
 * @param page where the reading can be checked
 */
export function described({ root, way, block, lang, height, view, colours, title, reading, page }) {
  const link = ['p', { lang, dir: lang === 'ur' ? 'rtl' : 'ltr' }, ['a', { href: page }, reading]];
  const script = ['script', { async: true, src: `${root}embed.js` }];
  if (way === 3) {
    const pairs = [...new URLSearchParams(view), ...Object.entries(colours).map(([name, code]) => [name, code === 'transparent' ? code : `#${code}`])];
    const style = `display:block;min-height:${height}px`;
    return [['it-exports', { block, lang, ...Object.fromEntries(pairs), title, height, style }, '\n', link, '\n'], script];
  }
  const query = [way === 1 && 'fit=1', view, ...Object.entries(colours).map((pair) => pair.join('='))].filter(Boolean).join('&');
  const frame = ['iframe', {
    src: `${root}${lang === 'ur' ? 'ur/' : ''}embed/${block}/${query && `?${query}`}`,
    title,
    width: '100%',
    height,
    loading: 'lazy',
    allow: 'fullscreen; clipboard-write; web-share',
    style: 'border:0',
  }];
  return way === 1 ? [frame, link] : [frame, link, script];
}

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** As HTML. */
export function write(node) {
  if (typeof node === 'string') return escape(node);
  const [tag, attributes, ...content] = node;
  const written = Object.entries(attributes).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`));
  return `<${tag}${written.join('')}>${content.map(write).join('')}</${tag}>`;
}

/** As an element. The page's policy forbids styles in HTML, and not this way to the same. */
export function build(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [tag, { style = '', ...attributes }, ...content] = node;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value === true ? '' : value);
  element.style.cssText = style;
  element.append(...content.map(build));
  return element;
}
