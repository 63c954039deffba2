// Reads and rewrites the tags of HTML that our own tools wrote.

/** `change(tag, attributes)` may alter the attributes (values stay escaped); unless it returns true, the tag goes. */
export function rewriteTags(html, change) {
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

/** Under the policy these would silently do nothing. JSON-LD is data, which no policy concerns. */
export function refuseInline(name, html) {
  rewriteTags(html, (tag, attributes) => {
    const data = attributes.get('type') === 'application/ld+json';
    const names = [...attributes.keys()];
    const inline = tag === 'style' || (tag === 'script' && !attributes.has('src') && !data);
    if (!inline && !names.some((it) => /^(style|on.*)$/i.test(it))) return true;
    throw new Error(`${name}: inline script or style in <${tag} ${names.join(' ')}>`);
  });
}
