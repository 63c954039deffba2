//! Words of the page for webmasters. What stands between backticks is code.

use crate::i18n::Lang;

pub struct Words {
    pub title: &'static str,
    /// Also what search engines say of the page.
    pub about: &'static str,
    /// Where the address of the site is not known.
    pub address_unknown: &'static str,
    /// Label, then the title of its frame, in the order of [`crate::address::Block::ALL`].
    pub blocks: [(&'static str, &'static str); 7],

    pub make: &'static str,
    pub make_why: &'static str,
    pub needs_script: &'static str,
    pub block: &'static str,
    pub language: &'static str,
    pub way: &'static str,
    pub figures: &'static str,
    pub live: &'static str,
    pub pinned: fn(&str) -> String,
    pub column: &'static str,
    pub pixels: fn(u32) -> String,
    pub height: &'static str,
    pub state: &'static str,
    pub view_hint: &'static str,
    pub colours: &'static str,
    pub colours_hint: &'static str,
    /// In the order of `static/frame/address.js`.
    pub colour_names: [&'static str; 5],
    pub snippet: &'static str,
    pub copy: &'static str,
    /// Of other code than the snippet.
    pub copy_code: &'static str,
    pub copied: &'static str,
    pub refused: &'static str,

    /// Under the snippet, with `{read}` and `{answer}`.
    pub weight: &'static str,

    pub preview: &'static str,
    pub preview_why: &'static str,
    pub loading: &'static str,
    /// With `{seconds}`.
    pub ready: &'static str,
    /// The page is still: the program could not start, or is not wanted.
    pub still: &'static str,
    pub late: &'static str,
    pub heights: &'static str,
    pub width: &'static str,
    pub high: &'static str,

    pub ways_title: &'static str,
    pub ways_about: &'static str,
    /// Name, short and in full.
    pub ways: [(&'static str, &'static str); 3],

    pub cost_title: &'static str,
    pub cost_about: &'static str,
    pub cost_columns: [&'static str; 4],

    pub policy_title: &'static str,
    pub policy_about: &'static str,
    /// For the first way, for the others.
    pub policies: [&'static str; 2],
    pub policy_more: &'static str,

    pub recipes_title: &'static str,
    pub recipes_about: &'static str,
    pub recipes: [Recipe; 8],

    pub test_title: &'static str,
    pub test_about: &'static str,
    pub test_page: &'static str,
    pub test_console: &'static str,
    pub types: &'static str,
}

/// How a block gets into pages that are made with something.
pub struct Recipe {
    pub name: &'static str,
    pub steps: &'static [&'static str],
    pub code: Option<Code>,
}

/// What stands below the steps.
#[derive(Clone, Copy)]
pub enum Code {
    Amp,
    Pym,
    React,
}

impl Words {
    pub fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::En => &EN,
            Lang::Ur => &UR,
        }
    }
}

static EN: Words = Words {
    title: "Put a block on your page",
    about: "For webmasters: the snippet for any block and view, with a live preview, what it costs your readers, what a strict page has to allow, recipes for editors that take scripts out, and a test for your page.",
    address_unknown: "Where `https://SITE/` stands below, put the address of this site.",
    blocks: [
        ("Headline", concat!(package_text!(title en), ": the figure of the month")),
        ("Trend", concat!(package_text!(title en), ", month by month")),
        ("Breakdown", concat!(package_text!(title en), " by sub-sector")),
        ("Drivers", concat!("What is behind ", package_text!(title en))),
        (
            "Peers",
            concat!(
                package_text!(whose),
                " ",
                package_text!(peers subject en),
                " beside other countries'"
            ),
        ),
        ("Targets", concat!(package_text!(title en), " and the announced targets")),
        ("Data", concat!(package_text!(title en), ": data and method")),
    ],

    make: "Make a snippet",
    make_why: "Choose here, or in the preview itself: the snippet follows both.",
    needs_script: "Choosing and trying needs JavaScript. The snippets further down are complete without it.",
    block: "Block",
    language: "Language",
    way: "Way",
    figures: "Figures",
    live: "Always the latest",
    pinned: |day| format!("Pinned to {day}"),
    column: "Width of your column",
    pixels: |pixels| format!("{pixels} px"),
    height: "Height kept free, in pixels",
    state: "View",
    view_hint: "What stands after `?` in the address of any view of this site, or the whole address.",
    colours: "Colours of your page",
    colours_hint: "Six hexadecimal digits each, such as `0b6e4f`; the ground may be `transparent`. What could not be read is made darker or lighter.",
    colour_names: ["Accent", "Text", "Ground", "Secondary text", "Lines"],
    snippet: "The snippet",
    copy: "Copy the snippet",
    copy_code: "Copy",
    copied: "Copied.",
    refused: "The browser refused to copy. The text is selected: copy it with the keys of your device.",
    weight: "The first time, a reader loads {read} kB to read it and {answer} kB until its controls answer.",

    preview: "Preview",
    preview_why: "The snippet's own frame, as wide as your column.",
    loading: "The preview is loading …",
    ready: "Here, in your browser, it answered after {seconds} seconds.",
    still: "The program did not start here: the preview stays still, and the link in the snippet names the block only.",
    late: "The preview has not answered. The link in the snippet names the block only.",
    heights: "Height of the block in full, measured here",
    width: "Width",
    high: "Height",

    ways_title: "Three ways",
    ways_about: "Each is a step up from the one before. All have a title, load late, keep their room, and leave the finding as a link where frames or scripts are taken out. For the trend:",
    ways: [
        (
            "Frame alone",
            "A frame and nothing else, for editors that take scripts out. It fits any size from 280 × 320 pixels up; what has no room is folded away, and nothing scrolls inside.",
        ),
        (
            "Frame and script",
            "A frame that is as high as its content, at any width. `embed.js` sets nothing but the height of frames of this site.",
        ),
        (
            "Element",
            "The element `it-exports`, by the same script. Its attributes can change at any time, and the block follows without being loaded anew.",
        ),
    ],

    cost_title: "What a block costs your readers",
    cost_about: "Kilobytes, compressed, of the first block on a page, as this site was built. Nothing is loaded before a reader comes near. Further blocks share most of it, and later visits load only pages anew. The script of the second and third way weighs {bytes} bytes. How long it takes depends on device and line: the preview above measures yours.",
    cost_columns: [
        "Block",
        "To read it",
        "Until its controls answer",
        "Instruments and files, when asked for",
    ],

    policy_title: "What a strict page has to allow",
    policy_about: "Pages with a `Content-Security-Policy` have to name this site in it. Add to yours:",
    policies: ["Frame alone", "Frame and script, element"],
    policy_more: "`sandbox=\"allow-scripts\"` on the frame is enough; `allow-popups allow-popups-to-escape-sandbox allow-downloads` lets readers open links and save files, too. The block asks nobody but this site for anything, and sets no cookies.",

    recipes_title: "Recipes",
    recipes_about: "What editors do with pasted HTML changes with their settings. The test below shows what reached your page.",
    recipes: [
        Recipe {
            name: "HTML by hand",
            steps: &[
                "Paste any of the three snippets where the block shall stand. `embed.js` may stand on a page any number of times.",
            ],
            code: None,
        },
        Recipe {
            name: "WordPress",
            steps: &[
                "Add a block “Custom HTML” and paste the snippet.",
                "Frames and scripts stay only for users who may post unfiltered HTML (`unfiltered_html`): administrators and editors of a single site, super admins of a network.",
                "Others paste the address of a block's page on a line of its own. Where this site knows its address, WordPress finds its oEmbed answer and shows the frame in a sandbox, in which blocks work.",
            ],
            code: None,
        },
        Recipe {
            name: "Drupal",
            steps: &[
                "Choose a text format whose filter “Limit allowed HTML tags” is off or has `<iframe>` with its attributes, and paste the frame alone into the source.",
            ],
            code: None,
        },
        Recipe {
            name: "Joomla, TinyMCE",
            steps: &[
                "Paste the frame alone into the source code of the article. TinyMCE 6, as it is set at first, takes scripts out and leaves the frame.",
                "Joomla's text filters, which are set for each group of users, may take frames out as well: an administrator can allow them for yours.",
            ],
            code: None,
        },
        Recipe {
            name: "Newsletters and platforms without HTML",
            steps: &[
                "Put the link of a month's page or of a block: where links are unfolded, its finding and a picture appear. Pictures for the text itself are under “Download or share” below each chart; link them to the page.",
            ],
            code: None,
        },
        Recipe {
            name: "AMP",
            steps: &[
                "Use `amp-iframe` with `compat=amp`: the block then tells its height as AMP expects. AMP changes heights only out of sight, so keep room for it.",
            ],
            code: Some(Code::Amp),
        },
        Recipe {
            name: "pym.js",
            steps: &[
                "Use `compat=pym`: the block then answers a `pym.Parent` as its own child pages do.",
            ],
            code: Some(Code::Pym),
        },
        Recipe {
            name: "React, Next.js",
            steps: &[
                "Use the element; its types are in `embed.d.ts`. The script may be loaded before or after it.",
            ],
            code: Some(Code::React),
        },
    ],

    test_title: "Test your page",
    test_about: "Paste this where a block shall stand. It shows one, and lists beside it what works and what to do where something does not: script, frame, height, policy, sandbox, width. If nothing appears, the page's policy refuses the script: let `script-src` allow `embed-test.js` meanwhile. Take it out afterwards; its button does so for the moment.",
    test_page: "For the page",
    test_console: "For the browser's console, without changing the page",
    types: "Types of everything, for programmers:",
};

static UR: Words = Words {
    title: "اپنے صفحے پر لگائیں",
    about: "ویب سائٹ چلانے والوں کے لیے: ہر بلاک اور منظر کا کوڈ، اس کا زندہ نمونہ، قارئین پر اس کا بوجھ، سخت پالیسی والے صفحے کے لیے اجازت کی سطر، اسکرپٹ ہٹانے والے ایڈیٹروں کی ترکیبیں، اور آپ کے صفحے کی جانچ۔",
    address_unknown: "نیچے جہاں `https://SITE/` لکھا ہے وہاں اس سائٹ کا پتا لکھیں۔",
    blocks: [
        ("سرخی", concat!(package_text!(title ur), ": مہینے کا عدد")),
        ("رجحان", concat!(package_text!(title ur), "، ماہ بہ ماہ")),
        ("شعبہ وار تقسیم", concat!(package_text!(title ur), "، ذیلی شعبوں کے لحاظ سے")),
        ("محرکات", concat!(package_text!(title ur), " کے پیچھے کیا ہے")),
        (
            "دوسرے ممالک",
            concat!(
                package_text!(country ur),
                " کی ",
                package_text!(peers subject ur),
                "، دوسرے ممالک کے ساتھ"
            ),
        ),
        ("اہداف", concat!(package_text!(title ur), " اور اعلان شدہ اہداف")),
        ("اعداد", concat!(package_text!(title ur), ": اعداد اور طریقۂ کار")),
    ],

    make: "کوڈ بنائیں",
    make_why: "یہاں چنیں یا خود نمونے میں: کوڈ دونوں کے مطابق بدلتا ہے۔",
    needs_script: "چننے اور آزمانے کے لیے جاوا اسکرپٹ چاہیے۔ نیچے دیے گئے کوڈ اس کے بغیر بھی مکمل ہیں۔",
    block: "بلاک",
    language: "زبان",
    way: "طریقہ",
    figures: "اعداد",
    live: "ہمیشہ تازہ ترین",
    pinned: |day| format!("{day} تک کے اعداد پر قائم"),
    column: "آپ کے کالم کی چوڑائی",
    pixels: |pixels| format!("{pixels} پکسل"),
    height: "خالی رکھی گئی اونچائی، پکسل میں",
    state: "منظر",
    view_hint: "اس سائٹ کے کسی بھی منظر کے پتے میں جو کچھ `?` کے بعد لکھا ہو، یا پورا پتا۔",
    colours: "آپ کے صفحے کے رنگ",
    colours_hint: "ہر رنگ چھ ہندسوں میں، جیسے `0b6e4f`؛ پس منظر `transparent` بھی ہو سکتا ہے۔ جو رنگ پڑھنے میں نہ آئے وہ گہرا یا ہلکا کر دیا جاتا ہے۔",
    colour_names: ["نمایاں رنگ", "متن", "پس منظر", "ضمنی متن", "لکیریں"],
    snippet: "کوڈ",
    copy: "کوڈ نقل کریں",
    copy_code: "نقل کریں",
    copied: "نقل ہو گیا۔",
    refused: "براؤزر نے نقل کی اجازت نہیں دی۔ متن منتخب کر دیا گیا ہے: اپنے آلے کے بٹنوں سے نقل کر لیں۔",
    weight: "پہلی بار قاری اسے پڑھنے تک \u{2066}{read}\u{2069} اور بٹن چلنے تک \u{2066}{answer}\u{2069} کلو بائٹ لیتا ہے۔",

    preview: "نمونہ",
    preview_why: "اسی کوڈ کا فریم، آپ کے کالم جتنا چوڑا۔",
    loading: "نمونہ لوڈ ہو رہا ہے …",
    ready: "یہاں، آپ کے براؤزر میں، یہ \u{2066}{seconds}\u{2069} سیکنڈ میں تیار ہوا۔",
    still: "متحرک حصہ یہاں شروع نہیں ہوا: نمونہ ساکن ہے، اور کوڈ کے ربط میں صرف بلاک کا نام ہے۔",
    late: "نمونے نے جواب نہیں دیا۔ کوڈ کے ربط میں صرف بلاک کا نام ہے۔",
    heights: "پورے بلاک کی اونچائی، یہیں ناپی گئی",
    width: "چوڑائی",
    high: "اونچائی",

    ways_title: "تین طریقے",
    ways_about: "ہر طریقہ پچھلے سے ایک قدم آگے ہے۔ سب میں عنوان ہے، سب دیر سے لوڈ ہوتے ہیں، اپنی جگہ خالی رکھتے ہیں، اور جہاں فریم یا اسکرپٹ ہٹا دیے جائیں وہاں نتیجہ ربط کی صورت میں رہ جاتا ہے۔ رجحان کے لیے:",
    ways: [
        (
            "صرف فریم",
            "صرف ایک فریم، ان ایڈیٹروں کے لیے جو اسکرپٹ ہٹا دیتے ہیں۔ یہ \u{2066}280 × 320\u{2069} پکسل سے اوپر ہر سائز میں سما جاتا ہے؛ جس کی گنجائش نہ ہو وہ سمٹ جاتا ہے، اور اندر کچھ سرکانا نہیں پڑتا۔",
        ),
        (
            "فریم اور اسکرپٹ",
            "ایسا فریم جو ہر چوڑائی پر اپنے مواد جتنا اونچا ہو۔ `embed.js` اس سائٹ کے فریموں کی اونچائی کے سوا کچھ نہیں بدلتی۔",
        ),
        (
            "عنصر",
            "عنصر `it-exports`، اسی اسکرپٹ سے۔ اس کی خصوصیات کسی بھی وقت بدلی جا سکتی ہیں، اور بلاک دوبارہ لوڈ ہوئے بغیر بدل جاتا ہے۔",
        ),
    ],

    cost_title: "قارئین پر ایک بلاک کا بوجھ",
    cost_about: "صفحے کے پہلے بلاک کا وزن، سکیڑنے کے بعد، کلو بائٹ میں، جیسی یہ سائٹ تیار ہوئی۔ قاری کے قریب آنے سے پہلے کچھ لوڈ نہیں ہوتا۔ باقی بلاک اس کا زیادہ تر حصہ بانٹ لیتے ہیں، اور بعد میں صرف صفحے نئے سرے سے لوڈ ہوتے ہیں۔ دوسرے اور تیسرے طریقے کی اسکرپٹ \u{2066}{bytes}\u{2069} بائٹ کی ہے۔ وقت آلے اور لائن پر منحصر ہے: اوپر کا نمونہ آپ کا وقت ناپتا ہے۔",
    cost_columns: ["بلاک", "پڑھنے تک", "بٹن چلنے تک", "مزید خاکے اور فائلیں، مانگنے پر"],

    policy_title: "سخت پالیسی والے صفحے کو کیا اجازت دینی ہو گی",
    policy_about: "جن صفحوں پر `Content-Security-Policy` ہو انہیں اس میں اس سائٹ کا نام لینا ہو گا۔ اپنی پالیسی میں یہ شامل کریں:",
    policies: ["صرف فریم", "فریم اور اسکرپٹ، عنصر"],
    policy_more: "فریم پر `sandbox=\"allow-scripts\"` کافی ہے؛ `allow-popups allow-popups-to-escape-sandbox allow-downloads` سے قارئین ربط کھول اور فائلیں محفوظ بھی کر سکتے ہیں۔ بلاک اس سائٹ کے سوا کسی سے کچھ نہیں مانگتا، اور کوکیز نہیں رکھتا۔",

    recipes_title: "ترکیبیں",
    recipes_about: "ایڈیٹر چسپاں کیے گئے کوڈ کے ساتھ کیا کرتے ہیں، یہ ان کی ترتیبات پر ہے۔ نیچے کی جانچ بتاتی ہے کہ آپ کے صفحے تک کیا پہنچا۔",
    recipes: [
        Recipe {
            name: "سادہ \u{2066}HTML\u{2069}",
            steps: &[
                "تینوں میں سے کوئی بھی کوڈ وہاں چسپاں کریں جہاں بلاک چاہیے۔ `embed.js` ایک صفحے پر جتنی بار چاہیں آ سکتی ہے۔",
            ],
            code: None,
        },
        Recipe {
            name: "\u{2066}WordPress\u{2069}",
            steps: &[
                "\u{2066}“Custom HTML”\u{2069} نام کا بلاک لگائیں اور کوڈ اس میں چسپاں کریں۔",
                "فریم اور اسکرپٹ صرف ان صارفین کے کوڈ میں رہتے ہیں جنہیں بغیر چھانٹے \u{2066}HTML\u{2069} لکھنے کی اجازت ہو (`unfiltered_html`): اکیلی سائٹ کے منتظم اور مدیر، اور سائٹوں کے نیٹ ورک میں صرف اعلیٰ منتظم۔",
                "باقی صارفین بلاک کے صفحے کا پتا الگ سطر میں چسپاں کریں۔ جہاں یہ سائٹ اپنا پتا جانتی ہو وہاں \u{2066}WordPress\u{2069} اس کا \u{2066}oEmbed\u{2069} جواب ڈھونڈ کر فریم کو سینڈ باکس میں دکھاتا ہے، جس میں بلاک چلتے ہیں۔",
            ],
            code: None,
        },
        Recipe {
            name: "\u{2066}Drupal\u{2069}",
            steps: &[
                "متن کا ایسا فارمیٹ چنیں جس کی چھلنی \u{2066}“Limit allowed HTML tags”\u{2069} بند ہو یا اس میں `<iframe>` اپنی خصوصیات سمیت شامل ہو، اور صرف فریم والا کوڈ سورس میں چسپاں کریں۔",
            ],
            code: None,
        },
        Recipe {
            name: "\u{2066}Joomla\u{2069}، \u{2066}TinyMCE\u{2069}",
            steps: &[
                "صرف فریم والا کوڈ مضمون کے سورس کوڈ میں چسپاں کریں۔ \u{2066}TinyMCE 6\u{2069} اپنی ابتدائی ترتیبات میں اسکرپٹ ہٹا دیتا ہے اور فریم رہنے دیتا ہے۔",
                "\u{2066}Joomla\u{2069} کی متن کی چھلنیاں، جو صارفین کے ہر گروہ کے لیے الگ ہیں، فریم بھی ہٹا سکتی ہیں: منتظم آپ کے گروہ کو اجازت دے سکتا ہے۔",
            ],
            code: None,
        },
        Recipe {
            name: "نیوز لیٹر اور بغیر \u{2066}HTML\u{2069} کے پلیٹ فارم",
            steps: &[
                "کسی مہینے کے صفحے یا بلاک کا ربط لگائیں: جہاں ربط کھول کر دکھائے جاتے ہوں وہاں اس کا نتیجہ اور تصویر آ جاتی ہے۔ متن کے لیے تصویریں ہر چارٹ کے نیچے ”ڈاؤن لوڈ یا شیئر کریں“ میں ہیں؛ ان پر صفحے کا ربط لگا دیں۔",
            ],
            code: None,
        },
        Recipe {
            name: "\u{2066}AMP\u{2069}",
            steps: &[
                "`amp-iframe` کو `compat=amp` کے ساتھ استعمال کریں: تب بلاک اپنی اونچائی ویسے بتاتا ہے جیسے \u{2066}AMP\u{2069} چاہتا ہے۔ \u{2066}AMP\u{2069} صرف نظر سے باہر اونچائی بدلتا ہے، اس لیے جگہ خالی رکھیں۔",
            ],
            code: Some(Code::Amp),
        },
        Recipe {
            name: "\u{2066}pym.js\u{2069}",
            steps: &[
                "`compat=pym` استعمال کریں: تب بلاک `pym.Parent` کو ویسے جواب دیتا ہے جیسے اس کے اپنے صفحے دیتے ہیں۔",
            ],
            code: Some(Code::Pym),
        },
        Recipe {
            name: "\u{2066}React\u{2069}، \u{2066}Next.js\u{2069}",
            steps: &[
                "عنصر استعمال کریں؛ اس کی اقسام `embed.d.ts` میں ہیں۔ اسکرپٹ اس سے پہلے یا بعد میں لوڈ ہو سکتی ہے۔",
            ],
            code: Some(Code::React),
        },
    ],

    test_title: "اپنا صفحہ جانچیں",
    test_about: "یہ وہاں چسپاں کریں جہاں بلاک چاہیے۔ یہ ایک بلاک دکھاتا ہے اور ساتھ فہرست دیتا ہے کہ کیا چلتا ہے اور جو نہ چلے اس کے لیے کیا کریں: اسکرپٹ، فریم، اونچائی، پالیسی، سینڈ باکس، چوڑائی۔ اگر کچھ نظر نہ آئے تو صفحے کی پالیسی اسکرپٹ کو روک رہی ہے: تب تک `script-src` میں `embed-test.js` کی اجازت دے دیں۔ بعد میں اسے ہٹا دیں؛ اس کا بٹن اسے وقتی طور پر ہٹا دیتا ہے۔",
    test_page: "صفحے کے لیے",
    test_console: "براؤزر کے کنسول کے لیے، صفحہ بدلے بغیر",
    types: "پروگرامروں کے لیے ہر چیز کی اقسام:",
};
