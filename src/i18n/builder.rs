//! Words of the page for webmasters. What stands between backticks is code.

words! {
    title = "Put a block on your page", "اپنے صفحے پر لگائیں";
    /// Also what search engines say of the page.
    about =
        "For webmasters: the snippet for any block and view, with a live preview, what it costs your readers, what a strict page has to allow, recipes for editors that take scripts out, and a test for your page.",
        "ویب سائٹ چلانے والوں کے لیے: ہر بلاک اور منظر کا کوڈ، اس کا زندہ نمونہ، قارئین پر اس کا بوجھ، سخت پالیسی والے صفحے کے لیے اجازت کی سطر، اسکرپٹ ہٹانے والے ایڈیٹروں کی ترکیبیں، اور آپ کے صفحے کی جانچ۔";
    /// Where the address of the site is not known.
    address_unknown =
        "Where `https://SITE/` stands below, put the address of this site.",
        "نیچے جہاں `https://SITE/` لکھا ہے وہاں اس سائٹ کا پتا لکھیں۔";
    /// Label, then the title of its frame, in the order of [`crate::catalogue::Block`].
    blocks: [(&'static str, &'static str); 7] => [
        ("Headline", concat!(package_text!(title en), ": the figure of the month")),
        ("سرخی", concat!(package_text!(title ur), ": مہینے کا عدد"));
        ("Trend", concat!(package_text!(title en), ", month by month")),
        ("رجحان", concat!(package_text!(title ur), "، ماہ بہ ماہ"));
        ("Breakdown", concat!(package_text!(title en), " by sub-sector")),
        ("شعبہ وار تقسیم", concat!(package_text!(title ur), "، ذیلی شعبوں کے لحاظ سے"));
        ("Drivers", concat!("What is behind ", package_text!(title en))),
        ("محرکات", concat!(package_text!(title ur), " کے پیچھے کیا ہے"));
        ("Peers", concat!(package_text!(whose), " ", package_text!(peers subject en), " beside other countries'")),
        ("دوسرے ممالک", concat!(package_text!(country ur), " کی ", package_text!(peers subject ur), "، دوسرے ممالک کے ساتھ"));
        ("Targets", concat!(package_text!(title en), " and the announced targets")),
        ("اہداف", concat!(package_text!(title ur), " اور اعلان شدہ اہداف"));
        ("Data", concat!(package_text!(title en), ": data and method")),
        ("اعداد", concat!(package_text!(title ur), ": اعداد اور طریقۂ کار"));
    ]

    make = "Make a snippet", "کوڈ بنائیں";
    make_why =
        "Choose here, or in the preview itself: the snippet follows both.",
        "یہاں چنیں یا خود نمونے میں: کوڈ دونوں کے مطابق بدلتا ہے۔";
    needs_script =
        "Choosing and trying needs JavaScript. The snippets further down are complete without it.",
        "چننے اور آزمانے کے لیے جاوا اسکرپٹ چاہیے۔ نیچے دیے گئے کوڈ اس کے بغیر بھی مکمل ہیں۔";
    block = "Block", "بلاک";
    language = "Language", "زبان";
    way = "Way", "طریقہ";
    figures = "Figures", "اعداد";
    live = "Always the latest", "ہمیشہ تازہ ترین";
    pinned(day: &str) = "Pinned to {day}", "{day} تک کے اعداد پر قائم";
    column = "Width of your column", "آپ کے کالم کی چوڑائی";
    pixels(pixels: u32) = "{pixels} px", "{pixels} پکسل";
    height = "Height kept free, in pixels", "خالی رکھی گئی اونچائی، پکسل میں";
    state = "View", "منظر";
    view_hint =
        "What stands after `?` in the address of any view of this site, or the whole address.",
        "اس سائٹ کے کسی بھی منظر کے پتے میں جو کچھ `?` کے بعد لکھا ہو، یا پورا پتا۔";
    colours = "Colours of your page", "آپ کے صفحے کے رنگ";
    colours_hint =
        "Six hexadecimal digits each, such as `0b6e4f`; the ground may be `transparent`. What could not be read is made darker or lighter.",
        "ہر رنگ چھ ہندسوں میں، جیسے `0b6e4f`؛ پس منظر `transparent` بھی ہو سکتا ہے۔ جو رنگ پڑھنے میں نہ آئے وہ گہرا یا ہلکا کر دیا جاتا ہے۔";
    /// In the order of `static/frame/address.js`.
    colour_names: [&'static str; 5] => [
        "Accent", "نمایاں رنگ";
        "Text", "متن";
        "Ground", "پس منظر";
        "Secondary text", "ضمنی متن";
        "Lines", "لکیریں";
    ]
    snippet = "The snippet", "کوڈ";
    copy = "Copy the snippet", "کوڈ نقل کریں";
    /// Of other code than the snippet.
    copy_code = "Copy", "نقل کریں";
    copied = "Copied.", "نقل ہو گیا۔";
    refused =
        "The browser refused to copy. The text is selected: copy it with the keys of your device.",
        "براؤزر نے نقل کی اجازت نہیں دی۔ متن منتخب کر دیا گیا ہے: اپنے آلے کے بٹنوں سے نقل کر لیں۔";

    /// Under the snippet, with `{read}` and `{answer}`.
    weight =
        "The first time, a reader loads {read} kB to read it and {answer} kB until its controls answer.",
        "پہلی بار قاری اسے پڑھنے تک \u{2066}{read}\u{2069} اور بٹن چلنے تک \u{2066}{answer}\u{2069} کلو بائٹ لیتا ہے۔";

    preview = "Preview", "نمونہ";
    preview_why =
        "The snippet's own frame, as wide as your column.",
        "اسی کوڈ کا فریم، آپ کے کالم جتنا چوڑا۔";
    loading = "The preview is loading …", "نمونہ لوڈ ہو رہا ہے …";
    /// With `{seconds}`.
    ready =
        "Here, in your browser, it answered after {seconds} seconds.",
        "یہاں، آپ کے براؤزر میں، یہ \u{2066}{seconds}\u{2069} سیکنڈ میں تیار ہوا۔";
    /// The page is still: the program could not start, or is not wanted.
    still =
        "The program did not start here: the preview stays still, and the link in the snippet names the block only.",
        "متحرک حصہ یہاں شروع نہیں ہوا: نمونہ ساکن ہے، اور کوڈ کے ربط میں صرف بلاک کا نام ہے۔";
    late =
        "The preview has not answered. The link in the snippet names the block only.",
        "نمونے نے جواب نہیں دیا۔ کوڈ کے ربط میں صرف بلاک کا نام ہے۔";
    heights = "Height of the block in full, measured here", "پورے بلاک کی اونچائی، یہیں ناپی گئی";
    width = "Width", "چوڑائی";
    high = "Height", "اونچائی";

    ways_title = "Three ways", "تین طریقے";
    ways_about =
        "Each is a step up from the one before. All have a title, load late, keep their room, and leave the finding as a link where frames or scripts are taken out. For the trend:",
        "ہر طریقہ پچھلے سے ایک قدم آگے ہے۔ سب میں عنوان ہے، سب دیر سے لوڈ ہوتے ہیں، اپنی جگہ خالی رکھتے ہیں، اور جہاں فریم یا اسکرپٹ ہٹا دیے جائیں وہاں نتیجہ ربط کی صورت میں رہ جاتا ہے۔ رجحان کے لیے:";
    /// Name, short and in full.
    ways: [(&'static str, &'static str); 3] => [
        ("Frame alone", "A frame and nothing else, for editors that take scripts out. It fits any size from 280 × 320 pixels up; what has no room is folded away, and nothing scrolls inside."),
        ("صرف فریم", "صرف ایک فریم، ان ایڈیٹروں کے لیے جو اسکرپٹ ہٹا دیتے ہیں۔ یہ \u{2066}280 × 320\u{2069} پکسل سے اوپر ہر سائز میں سما جاتا ہے؛ جس کی گنجائش نہ ہو وہ سمٹ جاتا ہے، اور اندر کچھ سرکانا نہیں پڑتا۔");
        ("Frame and script", "A frame that is as high as its content, at any width. `embed.js` sets nothing but the height of frames of this site."),
        ("فریم اور اسکرپٹ", "ایسا فریم جو ہر چوڑائی پر اپنے مواد جتنا اونچا ہو۔ `embed.js` اس سائٹ کے فریموں کی اونچائی کے سوا کچھ نہیں بدلتی۔");
        ("Element", "The element `it-exports`, by the same script. Its attributes can change at any time, and the block follows without being loaded anew."),
        ("عنصر", "عنصر `it-exports`، اسی اسکرپٹ سے۔ اس کی خصوصیات کسی بھی وقت بدلی جا سکتی ہیں، اور بلاک دوبارہ لوڈ ہوئے بغیر بدل جاتا ہے۔");
    ]

    cost_title = "What a block costs your readers", "قارئین پر ایک بلاک کا بوجھ";
    cost_about =
        "Kilobytes, compressed, of the first block on a page, as this site was built. Nothing is loaded before a reader comes near. Further blocks share most of it, and later visits load only pages anew. The script of the second and third way weighs {bytes} bytes. How long it takes depends on device and line: the preview above measures yours.",
        "صفحے کے پہلے بلاک کا وزن، سکیڑنے کے بعد، کلو بائٹ میں، جیسی یہ سائٹ تیار ہوئی۔ قاری کے قریب آنے سے پہلے کچھ لوڈ نہیں ہوتا۔ باقی بلاک اس کا زیادہ تر حصہ بانٹ لیتے ہیں، اور بعد میں صرف صفحے نئے سرے سے لوڈ ہوتے ہیں۔ دوسرے اور تیسرے طریقے کی اسکرپٹ \u{2066}{bytes}\u{2069} بائٹ کی ہے۔ وقت آلے اور لائن پر منحصر ہے: اوپر کا نمونہ آپ کا وقت ناپتا ہے۔";
    cost_columns: [&'static str; 4] => [
        "Block", "بلاک";
        "To read it", "پڑھنے تک";
        "Until its controls answer", "بٹن چلنے تک";
        "Instruments and files, when asked for", "مزید خاکے اور فائلیں، مانگنے پر";
    ]

    policy_title =
        "What a strict page has to allow",
        "سخت پالیسی والے صفحے کو کیا اجازت دینی ہو گی";
    policy_about =
        "Pages with a `Content-Security-Policy` have to name this site in it. Add to yours:",
        "جن صفحوں پر `Content-Security-Policy` ہو انہیں اس میں اس سائٹ کا نام لینا ہو گا۔ اپنی پالیسی میں یہ شامل کریں:";
    /// For the first way, for the others.
    policies: [&'static str; 2] => [
        "Frame alone", "صرف فریم";
        "Frame and script, element", "فریم اور اسکرپٹ، عنصر";
    ]
    policy_more =
        "`sandbox=\"allow-scripts\"` on the frame is enough; `allow-popups allow-popups-to-escape-sandbox allow-downloads` lets readers open links and save files, too. The block asks nobody but this site for anything, and sets no cookies.",
        "فریم پر `sandbox=\"allow-scripts\"` کافی ہے؛ `allow-popups allow-popups-to-escape-sandbox allow-downloads` سے قارئین ربط کھول اور فائلیں محفوظ بھی کر سکتے ہیں۔ بلاک اس سائٹ کے سوا کسی سے کچھ نہیں مانگتا، اور کوکیز نہیں رکھتا۔";

    recipes_title = "Recipes", "ترکیبیں";
    recipes_about =
        "What editors do with pasted HTML changes with their settings. The test below shows what reached your page.",
        "ایڈیٹر چسپاں کیے گئے کوڈ کے ساتھ کیا کرتے ہیں، یہ ان کی ترتیبات پر ہے۔ نیچے کی جانچ بتاتی ہے کہ آپ کے صفحے تک کیا پہنچا۔";
    recipes: [Recipe; 8] => [
        Recipe {
            name: "HTML by hand",
            steps: &[
                "Paste any of the three snippets where the block shall stand. `embed.js` may stand on a page any number of times.",
            ],
            code: None,
        },
        Recipe {
            name: "سادہ \u{2066}HTML\u{2069}",
            steps: &[
                "تینوں میں سے کوئی بھی کوڈ وہاں چسپاں کریں جہاں بلاک چاہیے۔ `embed.js` ایک صفحے پر جتنی بار چاہیں آ سکتی ہے۔",
            ],
            code: None,
        };
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
            name: "\u{2066}WordPress\u{2069}",
            steps: &[
                "\u{2066}“Custom HTML”\u{2069} نام کا بلاک لگائیں اور کوڈ اس میں چسپاں کریں۔",
                "فریم اور اسکرپٹ صرف ان صارفین کے کوڈ میں رہتے ہیں جنہیں بغیر چھانٹے \u{2066}HTML\u{2069} لکھنے کی اجازت ہو (`unfiltered_html`): اکیلی سائٹ کے منتظم اور مدیر، اور سائٹوں کے نیٹ ورک میں صرف اعلیٰ منتظم۔",
                "باقی صارفین بلاک کے صفحے کا پتا الگ سطر میں چسپاں کریں۔ جہاں یہ سائٹ اپنا پتا جانتی ہو وہاں \u{2066}WordPress\u{2069} اس کا \u{2066}oEmbed\u{2069} جواب ڈھونڈ کر فریم کو سینڈ باکس میں دکھاتا ہے، جس میں بلاک چلتے ہیں۔",
            ],
            code: None,
        };
        Recipe {
            name: "Drupal",
            steps: &[
                "Choose a text format whose filter “Limit allowed HTML tags” is off or has `<iframe>` with its attributes, and paste the frame alone into the source.",
            ],
            code: None,
        },
        Recipe {
            name: "\u{2066}Drupal\u{2069}",
            steps: &[
                "متن کا ایسا فارمیٹ چنیں جس کی چھلنی \u{2066}“Limit allowed HTML tags”\u{2069} بند ہو یا اس میں `<iframe>` اپنی خصوصیات سمیت شامل ہو، اور صرف فریم والا کوڈ سورس میں چسپاں کریں۔",
            ],
            code: None,
        };
        Recipe {
            name: "Joomla, TinyMCE",
            steps: &[
                "Paste the frame alone into the source code of the article. TinyMCE 6, as it is set at first, takes scripts out and leaves the frame.",
                "Joomla's text filters, which are set for each group of users, may take frames out as well: an administrator can allow them for yours.",
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
        };
        Recipe {
            name: "Newsletters and platforms without HTML",
            steps: &[
                "Put the link of a month's page or of a block: where links are unfolded, its finding and a picture appear. Pictures for the text itself are under “Download or share” below each chart; link them to the page.",
            ],
            code: None,
        },
        Recipe {
            name: "نیوز لیٹر اور بغیر \u{2066}HTML\u{2069} کے پلیٹ فارم",
            steps: &[
                "کسی مہینے کے صفحے یا بلاک کا ربط لگائیں: جہاں ربط کھول کر دکھائے جاتے ہوں وہاں اس کا نتیجہ اور تصویر آ جاتی ہے۔ متن کے لیے تصویریں ہر چارٹ کے نیچے ”ڈاؤن لوڈ یا شیئر کریں“ میں ہیں؛ ان پر صفحے کا ربط لگا دیں۔",
            ],
            code: None,
        };
        Recipe {
            name: "AMP",
            steps: &[
                "Use `amp-iframe` with `compat=amp`: the block then tells its height as AMP expects. AMP changes heights only out of sight, so keep room for it.",
            ],
            code: Some(Code::Amp),
        },
        Recipe {
            name: "\u{2066}AMP\u{2069}",
            steps: &[
                "`amp-iframe` کو `compat=amp` کے ساتھ استعمال کریں: تب بلاک اپنی اونچائی ویسے بتاتا ہے جیسے \u{2066}AMP\u{2069} چاہتا ہے۔ \u{2066}AMP\u{2069} صرف نظر سے باہر اونچائی بدلتا ہے، اس لیے جگہ خالی رکھیں۔",
            ],
            code: Some(Code::Amp),
        };
        Recipe {
            name: "pym.js",
            steps: &[
                "Use `compat=pym`: the block then answers a `pym.Parent` as its own child pages do.",
            ],
            code: Some(Code::Pym),
        },
        Recipe {
            name: "\u{2066}pym.js\u{2069}",
            steps: &[
                "`compat=pym` استعمال کریں: تب بلاک `pym.Parent` کو ویسے جواب دیتا ہے جیسے اس کے اپنے صفحے دیتے ہیں۔",
            ],
            code: Some(Code::Pym),
        };
        Recipe {
            name: "React, Next.js",
            steps: &[
                "Use the element; its types are in `embed.d.ts`. The script may be loaded before or after it.",
            ],
            code: Some(Code::React),
        },
        Recipe {
            name: "\u{2066}React\u{2069}، \u{2066}Next.js\u{2069}",
            steps: &[
                "عنصر استعمال کریں؛ اس کی اقسام `embed.d.ts` میں ہیں۔ اسکرپٹ اس سے پہلے یا بعد میں لوڈ ہو سکتی ہے۔",
            ],
            code: Some(Code::React),
        };
    ]

    test_title = "Test your page", "اپنا صفحہ جانچیں";
    test_about =
        "Paste this where a block shall stand. It shows one, and lists beside it what works and what to do where something does not: script, frame, height, policy, sandbox, width. If nothing appears, the page's policy refuses the script: let `script-src` allow `embed-test.js` meanwhile. Take it out afterwards; its button does so for the moment.",
        "یہ وہاں چسپاں کریں جہاں بلاک چاہیے۔ یہ ایک بلاک دکھاتا ہے اور ساتھ فہرست دیتا ہے کہ کیا چلتا ہے اور جو نہ چلے اس کے لیے کیا کریں: اسکرپٹ، فریم، اونچائی، پالیسی، سینڈ باکس، چوڑائی۔ اگر کچھ نظر نہ آئے تو صفحے کی پالیسی اسکرپٹ کو روک رہی ہے: تب تک `script-src` میں `embed-test.js` کی اجازت دے دیں۔ بعد میں اسے ہٹا دیں؛ اس کا بٹن اسے وقتی طور پر ہٹا دیتا ہے۔";
    test_page = "For the page", "صفحے کے لیے";
    test_console =
        "For the browser's console, without changing the page",
        "براؤزر کے کنسول کے لیے، صفحہ بدلے بغیر";
    types = "Types of everything, for programmers:", "پروگرامروں کے لیے ہر چیز کی اقسام:";
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
