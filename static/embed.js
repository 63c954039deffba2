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
    // A sandbox, its own or that of the whole page, may have taken the frame's origin.
    if (!frame || (origin !== site.origin && origin !== 'null')) return;
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
    // What a reader has made of it stays, whatever colours it gets.
    if (type === 'change') target.view = detail.state;
    else target.show?.(detail.reason ?? 'on');
    target.dispatchEvent(new CustomEvent(`it-exports-${type}`, { bubbles: true, detail }));
    if (type === 'ready') target.follow?.();
  }

  // ---- The element

  const brush = document.createElement('canvas').getContext('2d');
  /** A colour as addresses have it. What has no such code goes as it is: the frame says so if it is none. */
  const code = (value) => {
    brush.fillStyle = 'transparent';
    brush.fillStyle = value;
    return brush.fillStyle.startsWith('#') ? brush.fillStyle.slice(1) : value;
  };

  // What the snippet keeps free until this script is here, is from then on kept by what stands in the element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{display:block;position:relative;min-height:0!important}:host([hidden]){display:none}slot,iframe{display:block}'
    + 'iframe{border:0;width:100%}iframe:not(.on){position:absolute;visibility:hidden}.on+slot{display:none}');

  // An attribute becomes another; a page that is made dark may have other colours for all.
  const changes = new MutationObserver(() => elements.forEach((it) => it.follow()));

  customElements.get('it-exports') || customElements.define('it-exports', class extends HTMLElement {
    connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const frame = document.createElement('iframe');
      const slot = document.createElement('slot');
      frame.loading = 'lazy';
      frame.allow = 'fullscreen; clipboard-write; web-share';
      if (this.hasAttribute('sandbox')) frame.sandbox = this.getAttribute('sandbox');
      frame.style.height = slot.style.minHeight = `${parseInt(this.getAttribute('height')) || 520}px`;
      this.frame = frame;
      const [block, lang, view, look] = this.asked = this.ask();
      this.view = view;
      frame.src = `${site}${lang === 'en' ? '' : 'ur/'}embed/${block}/?${view}&${look}`;
      root.replaceChildren(frame, slot);
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
    }

    /** What attributes and style ask for: the page of a block, its view, and how it looks. */
    ask() {
      this.frame.title = this.title || this.textContent.trim();
      const style = getComputedStyle(this);
      const [view, look] = [new URLSearchParams(), new URLSearchParams()];
      for (const { name, value } of this.attributes) {
        if (!/^(block|lang|height|patience|sandbox|title|class|style)$|-/.test(name)) view.set(name, value);
      }
      for (const name of ['theme', 'accent', 'ink', 'paper', 'quiet', 'rule']) {
        const value = view.get(name) || style.getPropertyValue(`--it-exports-${name}`).trim();
        if (value) look.set(name, code(value));
        view.delete(name);
      }
      const block = this.getAttribute('block') ?? 'headline';
      const lang = this.closest('[lang]')?.lang.startsWith('ur') ? 'ur' : 'en';
      return [block, lang, `${view}`, `${look}`];
    }

    /** Has the frame follow what is asked; until it is here, it would not hear. */
    follow() {
      const now = this.ask();
      const [block, lang, view, look] = now;
      const [isBlock, isLang, isView, isLook] = now.map((it, place) => it !== this.asked[place]);
      if (isBlock) {
        this.disconnectedCallback();
        this.connectedCallback();
      } else if (this.frame.className === 'on') {
        this.asked = now;
        if (isView) this.view = view;
        if (isView || isLook) send(this.frame, 'state', { state: `${this.view.replace(/theme=\w*/, '')}&${look}` });
        if (isLang) send(this.frame, 'lang', { lang });
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
