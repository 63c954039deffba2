/*
 * Fits blocks of this site into your page. Put it beside them once, or as often as your editor does:
 *
 *   <script async src="…/embed.js"></script>
 *
 * Every <iframe> of a block gets the height of what is in it, and stays so. And there is an element:
 *
 *   <it-exports block="trend" lang="en" height="900" style="display:block;min-height:900px">
 *     <a href="…/">What it says, as a link: seen until the block is here, or where it does not come</a>
 *   </it-exports>
 *
 * The types of attributes, events and messages are in embed.d.ts, beside this file.
 */
(() => {
  const site = new URL('.', document.currentScript.src);
  // Once for each site: blocks of several may stand on one page. The element is that of the first.
  if (window[site]) return;
  window[site] = true;
  const elements = new Set();

  // ---- Frames. Looked for when they speak: so those that come late are found, and those that go leave nothing.

  const frames = () => [...document.querySelectorAll('iframe'), ...[...elements].map((it) => it.frame)]
    .filter((it) => it.src.startsWith(site));
  const send = (frame, type, more) => frame.contentWindow?.postMessage({ type: `it-exports:${type}`, v: 1, ...more }, '*');

  addEventListener('message', ({ source, origin, data }) => {
    const type = data?.v === 1 && /^it-exports:(size|ready|change|error)$/.exec(data.type)?.[1];
    const frame = type && source && frames().find((it) => it.contentWindow === source);
    // A sandbox may have taken the frame's origin.
    if (!frame || (origin !== site.origin && !(origin === 'null' && frame.hasAttribute('sandbox')))) return;
    const element = frame.getRootNode().host;
    if (type === 'size') {
      if (!Number.isInteger(data.height) || data.height < 1 || data.height > 1e5) return;
      // With its border, where it has one.
      frame.style.boxSizing = 'border-box';
      frame.style.height = `${data.height + frame.offsetHeight - frame.clientHeight}px`;
      if (frame.className !== 'stopped') element?.show('on');
    } else if (type === 'ready' && !data.subscribed) {
      // Asks for changes, too; it says once more that it is ready.
      send(frame, 'subscribe');
    } else {
      tell(element ?? frame, type, data);
    }
  });

  function tell(target, type, { type: _, v, ...detail }) {
    if (type !== 'change') target.show?.(detail.reason ?? 'on');
    target.dispatchEvent(new CustomEvent(`it-exports-${type}`, { bubbles: true, detail }));
    if (type === 'ready') target.follow?.(true);
  }

  // ---- The element

  /** Any colour that a browser knows, as addresses have it. */
  const brush = document.createElement('canvas').getContext('2d');
  const code = (colour) => {
    brush.fillStyle = colour;
    return brush.fillStyle.startsWith('#') ? brush.fillStyle.slice(1) : 'transparent';
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{display:block;position:relative}:host([hidden]){display:none}slot,iframe{display:block}
    iframe{border:0;width:100%}iframe:not(.on){position:absolute;visibility:hidden}.on+slot{display:none}`);

  // An attribute becomes another; a page that is made dark may have other colours for all.
  const follow = () => elements.forEach((it) => it.follow());
  const changes = new MutationObserver(follow);

  customElements.get('it-exports') || customElements.define('it-exports', class extends HTMLElement {
    connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const [frame, slot] = ['iframe', 'slot'].map((it) => document.createElement(it));
      frame.loading = 'lazy';
      frame.allow = 'fullscreen; clipboard-write; web-share';
      if (this.hasAttribute('sandbox')) frame.sandbox = this.getAttribute('sandbox');
      frame.style.height = slot.style.minHeight = `${parseInt(this.getAttribute('height')) || 520}px`;
      this.frame = frame;
      this.asked = this.ask();
      frame.src = `${site}${this.asked.path}?${this.asked.state}`;
      root.replaceChildren(frame, slot);
      this.isReady = false;
      elements.add(this);
      // The script may have run before there was a body.
      for (const it of [this, document.body, document.documentElement]) changes.observe(it, { attributes: true });
      // Waits from when it is in sight: before that, it need not have been loaded.
      this.sight = new IntersectionObserver(([{ isIntersecting }]) => {
        if (!isIntersecting) return;
        this.sight.disconnect();
        if (frame.className) return;
        this.timer = setTimeout(tell, 1000 * (this.getAttribute('patience') ?? 10), this, 'error', { reason: 'timeout' });
      });
      this.sight.observe(this);
    }

    disconnectedCallback() {
      elements.delete(this);
      this.sight.disconnect();
      clearTimeout(this.timer);
      this.frame.remove();
    }

    /** What attributes and style ask for: the page of a block, and its query. */
    ask() {
      this.frame.title = this.title || this.textContent.trim();
      const style = getComputedStyle(this);
      const query = new URLSearchParams();
      for (const { name, value } of this.attributes) {
        if (!/^(block|lang|height|patience|sandbox|title|class|style)$|-/.test(name)) query.set(name, value);
      }
      for (const name of ['theme', 'accent', 'ink', 'paper', 'quiet', 'rule']) {
        const value = query.get(name) || style.getPropertyValue(`--it-exports-${name}`).trim();
        if (value) query.set(name, CSS.supports('color', value) ? code(value) : value);
      }
      const isUrdu = this.closest('[lang]')?.lang.startsWith('ur');
      return { path: `${isUrdu ? 'ur/' : ''}embed/${this.getAttribute('block') ?? 'headline'}/`, state: `${query}` };
    }

    /** Has the frame follow what is asked; until it is ready, it would not hear. */
    follow(isReady) {
      this.isReady ||= isReady;
      const { path, state } = this.asked;
      const now = this.ask();
      if (now.path.replace('ur/', '') !== path.replace('ur/', '')) {
        this.disconnectedCallback();
        this.connectedCallback();
      } else if (this.isReady) {
        this.asked = now;
        if (now.state !== state) send(this.frame, 'state', { state: now.state });
        if (now.path !== path) send(this.frame, 'lang', { lang: now.path.startsWith('ur/') ? 'ur' : 'en' });
      }
    }

    /** The block (`on`), or, for a reason, what stands for it. */
    show(what) {
      this.frame.className = what;
      clearTimeout(this.timer);
    }
  });

  // Those that have spoken already say it again.
  for (const frame of frames()) send(frame, 'subscribe');
})();
