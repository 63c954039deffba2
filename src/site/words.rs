//! Words around the page: for those who find, share or print it, and for when its program does
//! not run. They are part of the static pages only, so the program does not carry them.

use crate::i18n::Lang;

pub struct Words {
    /// Between the finding and the name of the site in a page's title.
    pub title_joint: &'static str,
    /// What the whole site is, for catalogues of data.
    pub about: &'static str,
    pub feed_title: &'static str,
    /// The page in full, linked from a block that stands alone.
    pub whole_page: &'static str,
    /// Kilobytes of the program.
    pub offer: fn(u32) -> String,
    pub offer_why: &'static str,
    pub unstarted: &'static str,
    pub stopped: &'static str,
    /// Under what is printed, before the address.
    pub printed_from: &'static str,
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
    title_joint: " · ",
    about: "Pakistan's exports of telecommunications, computer and information services: every published month since July 2019 and fiscal years before, compared and taken apart by sub-sector, each figure with its vintages and its source.",
    feed_title: "Pakistan's IT exports, month by month",
    whole_page: "The whole page: every month, comparisons, sub-sectors and sources",
    offer: |kilobytes| format!("Load charts to explore ({kilobytes} kB)"),
    offer_why: "To save data, this page has loaded only what you see.",
    unstarted: "The interactive part of this page could not start here. All figures, charts and tables on it can be read as they are.",
    stopped: "The program behind this page has stopped. Reload the page to start it again; what you see stays true.",
    printed_from: "From",
};

static UR: Words = Words {
    title_joint: " · ",
    about: "پاکستان کی ٹیلی مواصلات، کمپیوٹر اور معلوماتی خدمات کی برآمدات: جولائی 2019 سے ہر شائع شدہ مہینہ اور اس سے پہلے کے مالی سال، موازنے اور شعبہ وار تقسیم کے ساتھ، ہر عدد اپنی تمام اشاعتوں اور ماخذ سمیت۔",
    feed_title: "پاکستان کی آئی ٹی برآمدات، ماہ بہ ماہ",
    whole_page: "پورا صفحہ: ہر مہینہ، موازنے، ذیلی شعبے اور ماخذ",
    offer: |kilobytes| format!("متحرک چارٹ لائیں ({kilobytes} کلو بائٹ)"),
    offer_why: "ڈیٹا بچانے کے لیے اس صفحے نے صرف وہی لیا ہے جو آپ دیکھ رہے ہیں۔",
    unstarted: "اس صفحے کا متحرک حصہ یہاں شروع نہ ہو سکا۔ اس کے تمام اعداد، چارٹ اور جدول یوں بھی پڑھے جا سکتے ہیں۔",
    stopped: "اس صفحے کا پروگرام رک گیا ہے۔ دوبارہ چلانے کے لیے صفحہ تازہ کریں؛ جو دکھائی دے رہا ہے وہ درست ہے۔",
    printed_from: "ماخذ صفحہ",
};
