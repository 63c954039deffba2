/*
 * Tests whether blocks of this site work on your page. Paste it where one shall stand, or into the browser's console:
 *
 *   <script async src="…/embed-test.js" lang="en"></script>
 *
 * It adds a block after itself and a list of what works, with what to do where something does not. It sends nothing
 * anywhere. Its button takes everything away again.
 */
(() => {
  const own = document.currentScript;
  const site = new URL('.', own.src);
  /** How long a frame may take, in milliseconds. */
  const PATIENCE = 10_000;

  const ENGLISH = {
    title: 'Test of blocks from this site',
    remove: 'Take the test away',
    works: 'works',
    look: 'look at this',
    fails: 'does not work',
    waiting: 'Testing …',
    here: 'This script is here: the page allows scripts of this site.',
    script: 'embed.js is here: frames can follow the height of their content.',
    noScript: (line) => `embed.js does not come. Let your policy say: ${line}. Or use the frame alone, which needs no script.`,
    frame: (seconds) => `The frame has answered after ${seconds} seconds.`,
    noFrame: (line) => `The frame has not answered within ten seconds. Let your policy say: ${line}. If it says so already, see whether the address opens in a tab of its own.`,
    still: 'The block stays still: its program could not start in this browser, or is not wanted. It can be read all the same.',
    height: 'The height follows: the frame is as high as the block, at two widths.',
    noHeight: 'The height does not follow. Something on the page sets the height of frames, or takes embed.js out: use the frame alone, which fits any height.',
    unknownHeight: 'Without frame and script the height cannot be tested.',
    policy: (directive, address) => `Your policy has refused ${address} by ${directive}: add it there.`,
    policyElse: (directive, what) => `Your policy has refused something that is not the block's: ${what} by ${directive}.`,
    noPolicy: 'Your policy has refused nothing meanwhile.',
    pageSandbox: 'This page is in a sandbox of its own without an origin: blocks work, but readers cannot save files from them.',
    sandbox: (what) => `A frame of this site on your page has sandbox="${what}", without allow-scripts: it stays still. Add allow-scripts.`,
    files: (what) => `A frame of this site on your page has sandbox="${what}": readers cannot save files or open links from it. allow-downloads allow-popups allow-popups-to-escape-sandbox lifts that.`,
    noSandbox: 'No sandbox takes anything away.',
    nameless: 'A frame of this site on your page has no title: give it one, for readers who do not see it.',
    wide: (width) => `The column is ${width} pixels wide.`,
    narrow: (width) => `The column is only ${width} pixels wide: blocks need 280.`,
    viewport: 'The page does not tell phones its width: put <meta name="viewport" content="width=device-width, initial-scale=1"> into its head.',
  };

  const URDU = {
    title: 'اس سائٹ کے بلاکوں کی جانچ',
    remove: 'جانچ ہٹا دیں',
    works: 'ٹھیک ہے',
    look: 'دیکھ لیں',
    fails: 'نہیں چلتا',
    waiting: 'جانچ جاری ہے …',
    here: 'یہ اسکرپٹ چل گئی: صفحہ اس سائٹ کی اسکرپٹوں کی اجازت دیتا ہے۔',
    script: '\u2066embed.js\u2069 آ گئی: فریم اپنے مواد جتنے اونچے ہو سکتے ہیں۔',
    noScript: (line) => `\u2066embed.js\u2069 نہیں آئی۔ اپنی پالیسی میں یہ لکھیں: \u2066${line}\u2069۔ یا صرف فریم استعمال کریں، جسے اسکرپٹ نہیں چاہیے۔`,
    frame: (seconds) => `فریم نے \u2066${seconds}\u2069 سیکنڈ میں جواب دیا۔`,
    noFrame: (line) => `فریم نے دس سیکنڈ میں جواب نہیں دیا۔ اپنی پالیسی میں یہ لکھیں: \u2066${line}\u2069۔ اگر یہ پہلے سے ہے تو دیکھیں کہ پتا الگ ٹیب میں کھلتا ہے یا نہیں۔`,
    still: 'بلاک ساکن ہے: اس کا پروگرام اس براؤزر میں شروع نہ ہو سکا یا مانگا نہیں گیا۔ پڑھا پھر بھی جا سکتا ہے۔',
    height: 'اونچائی ساتھ دیتی ہے: فریم دو چوڑائیوں پر بلاک جتنا اونچا ہے۔',
    noHeight: 'اونچائی ساتھ نہیں دیتی۔ صفحے کی کوئی چیز فریموں کی اونچائی مقرر کرتی ہے یا \u2066embed.js\u2069 کو ہٹا دیتی ہے: صرف فریم استعمال کریں، جو ہر اونچائی میں سما جاتا ہے۔',
    unknownHeight: 'فریم اور اسکرپٹ کے بغیر اونچائی نہیں جانچی جا سکتی۔',
    policy: (directive, address) => `آپ کی پالیسی نے \u2066${directive}\u2069 کے تحت \u2066${address}\u2069 کو روکا ہے: اسے وہاں شامل کریں۔`,
    policyElse: (directive, what) => `آپ کی پالیسی نے کچھ اور روکا ہے جو بلاک کا نہیں: \u2066${directive}\u2069 کے تحت \u2066${what}\u2069۔`,
    noPolicy: 'اس دوران آپ کی پالیسی نے کچھ نہیں روکا۔',
    pageSandbox: 'یہ صفحہ خود ایسے سینڈ باکس میں ہے جس کا کوئی ماخذ نہیں: بلاک چلتے ہیں، مگر قارئین ان سے فائلیں محفوظ نہیں کر سکتے۔',
    sandbox: (what) => `آپ کے صفحے پر اس سائٹ کے ایک فریم میں \u2066sandbox="${what}"\u2069 ہے، بغیر \u2066allow-scripts\u2069 کے: وہ ساکن رہے گا۔ \u2066allow-scripts\u2069 شامل کریں۔`,
    files: (what) => `آپ کے صفحے پر اس سائٹ کے ایک فریم میں \u2066sandbox="${what}"\u2069 ہے: قارئین اس سے فائلیں محفوظ یا ربط نہیں کھول سکتے۔ \u2066allow-downloads allow-popups allow-popups-to-escape-sandbox\u2069 سے یہ رکاوٹ ہٹ جاتی ہے۔`,
    noSandbox: 'کوئی سینڈ باکس کچھ نہیں روکتا۔',
    nameless: 'آپ کے صفحے پر اس سائٹ کے ایک فریم کا عنوان نہیں: نہ دیکھنے والے قارئین کے لیے \u2066title\u2069 لکھیں۔',
    wide: (width) => `کالم \u2066${width}\u2069 پکسل چوڑا ہے۔`,
    narrow: (width) => `کالم صرف \u2066${width}\u2069 پکسل چوڑا ہے: بلاک کو 280 چاہییں۔`,
    viewport: 'صفحہ فونوں کو اپنی چوڑائی نہیں بتاتا: اس کے \u2066head\u2069 میں \u2066<meta name="viewport" content="width=device-width, initial-scale=1">\u2069 لکھیں۔',
  };

  const lang = (own.lang || document.documentElement.lang).startsWith('ur') ? 'ur' : 'en';
  const words = lang === 'ur' ? URDU : ENGLISH;

  // ---- What is seen: in a root of its own, which no style of the page reaches

  const place = document.createElement('div');
  const root = place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { all: initial; display: block; margin: 1rem 0 }
    section { box-sizing: border-box; padding: 0.75rem 1rem; border: 2px solid #0b6e4f; border-radius: 6px; background: #fff; color: #15202b; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
    section[dir=rtl] { line-height: 2 }
    h2 { margin: 0 0 0.5rem; font-size: 1.125rem } ul { margin: 0 0 0.75rem; padding: 0; list-style: none } li { padding: 0.25rem 0; border-top: 1px solid #d8dee3 }
    strong { color: #0b6e4f } .look strong { color: #8a5a00 } .fails strong { color: #b3261e }
    button { min-height: 44px; padding: 4px 12px; border: 1px solid #7b8791; border-radius: 6px; background: #fff; color: inherit; font: inherit; cursor: pointer }
    button:focus-visible { outline: 3px solid #0b6e4f; outline-offset: 2px } ::slotted(iframe) { display: block; width: 100%; border: 0 }`);
  root.adoptedStyleSheets = [sheet];

  function make(tag, properties, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  }

  const list = make('ul', {});
  const waiting = make('p', { textContent: words.waiting });
  const remove = make('button', { type: 'button', textContent: words.remove });
  const column = make('div', {}, make('slot', {}));
  const title = make('h2', { textContent: words.title });
  const section = make('section', { lang, dir: lang === 'ur' ? 'rtl' : 'ltr' }, title, list, waiting, column, remove);
  section.setAttribute('role', 'status');
  root.append(section);

  /** A line of the list. `how`: `works`, `look` or `fails`. */
  function say(how, text) {
    list.append(make('li', { className: how }, make('strong', { textContent: words[how] }), ` · ${text}`));
    console.info(`it-exports, ${words[how]}: ${text}`);
  }

  // ---- What happens meanwhile

  const refused = [];
  const onRefused = ({ effectiveDirective, blockedURI }) => refused.push([effectiveDirective, blockedURI]);
  document.addEventListener('securitypolicyviolation', onRefused);

  const frame = make('iframe', { title: words.title, src: `${site}${lang === 'ur' ? 'ur/' : ''}embed/headline/`, height: '600' });
  /** The last message of each type from the frame, and who waits for the next. */
  const heard = {};
  const awaited = {};
  const onMessage = ({ source, data }) => {
    const type = source === frame.contentWindow && data?.v === 1 && /^it-exports:(size|ready)$/.exec(data.type)?.[1];
    if (!type) return;
    heard[type] = data;
    awaited[type]?.(data);
  };
  addEventListener('message', onMessage);

  const within = (milliseconds, promise) => Promise.race([promise, new Promise((late) => { setTimeout(late, milliseconds); })]);
  const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
  const next = (type) => new Promise((resolve) => { awaited[type] = resolve; });

  /** Whether embed.js comes, if the page does not have it yet. */
  function script() {
    if (customElements.get('it-exports')) return Promise.resolve(true);
    return within(PATIENCE, new Promise((come) => {
      const element = make('script', { src: `${site}embed.js`, async: true });
      element.onload = () => come(true);
      element.onerror = () => come(false);
      place.after(element);
    }));
  }

  /** Whether the frame gets the height that it tells, in a narrow column, too. */
  async function follows() {
    for (const width of ['', '280px']) {
      column.style.width = width;
      await pause(600);
      if (!heard.size || Math.abs(frame.clientHeight - heard.size.height) > 1) return false;
    }
    column.style.width = '';
    return true;
  }

  async function test() {
    const lines = { frame: `frame-src ${site}`, script: `script-src ${site}embed.js` };
    say('works', words.here);
    const hasScript = await script();
    if (hasScript) say('works', words.script);
    else say('fails', words.noScript(lines.script));

    const start = performance.now();
    const ready = next('ready');
    // In the page itself, where embed.js looks for frames, and shown inside the list.
    place.replaceChildren(frame);
    const answer = await within(PATIENCE, ready);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (answer) say('works', words.frame(seconds));
    else say('fails', words.noFrame(lines.frame));
    if (answer?.static) say('look', words.still);

    if (!answer || !hasScript) say('look', words.unknownHeight);
    else if (await follows()) say('works', words.height);
    else say('fails', words.noHeight);

    for (const [directive, address] of refused) {
      if (address.startsWith(site.origin)) say('fails', words.policy(directive, address));
      else say('look', words.policyElse(directive, address));
    }
    if (refused.length === 0) say('works', words.noPolicy);
    frames();
    width();
  }

  /** What editors have made of the frames of this site. */
  function frames() {
    const others = [...document.querySelectorAll('iframe')].filter((it) => it !== frame && it.src.startsWith(site));
    const boxed = others.filter((it) => it.hasAttribute('sandbox')).map((it) => it.getAttribute('sandbox'));
    for (const what of boxed) {
      if (!/\ballow-scripts\b/.test(what)) say('fails', words.sandbox(what));
      else if (!/\ballow-downloads\b/.test(what) || !/\ballow-popups\b/.test(what)) say('look', words.files(what));
    }
    if (window.origin === 'null') say('look', words.pageSandbox);
    else if (boxed.length === 0) say('works', words.noSandbox);
    if (others.some((it) => !it.title)) say('look', words.nameless);
  }

  function width() {
    const wide = Math.round(place.getBoundingClientRect().width);
    if (wide < 280) say('fails', words.narrow(wide));
    else say('works', words.wide(wide));
    if (!document.querySelector('meta[name=viewport]')) say('look', words.viewport);
  }

  function end() {
    document.removeEventListener('securitypolicyviolation', onRefused);
    removeEventListener('message', onMessage);
    place.remove();
    own.remove();
  }

  remove.addEventListener('click', end);
  own.after(place);
  // Browsers do not draw frames of others that are out of sight.
  place.scrollIntoView({ block: 'center' });
  test().finally(() => waiting.remove());
})();
