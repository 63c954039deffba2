//! Words of what readers take away: names of buttons, what came of them, what files say.

use crate::i18n::Lang;

pub struct FileWords {
    pub png: &'static str,
    pub png_sharp: &'static str,
    pub square: &'static str,
    pub tall: &'static str,
    pub svg: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub copy_table: &'static str,
    pub copy_sentence: &'static str,
    /// Opens what the device offers.
    pub share: &'static str,
    /// Leads to the page that puts the block on pages of others.
    pub embed: &'static str,
    /// The file of this name is saved.
    pub saved: fn(&str) -> String,
    pub table_copied: &'static str,
    pub sentence_copied: &'static str,
    /// The browser could not make the picture.
    pub no_picture: &'static str,
    /// What was shared did not go out, or the reader thought better of it.
    pub not_shared: &'static str,

    /// Heading of the column of addresses.
    pub sources: &'static str,
    pub source_of_record: &'static str,
    /// Names, joined.
    pub source_of: fn(&str) -> String,
    /// When the last of the figures was published.
    pub published: fn(&str) -> String,
    /// Which vintage.
    pub figures: fn(&str) -> String,
}

pub fn words(lang: Lang) -> &'static FileWords {
    match lang.spoken() {
        Lang::En => &EN,
        Lang::Ur => &UR,
    }
}

const EN: FileWords = FileWords {
    png: "PNG",
    png_sharp: "PNG, sharp (2×)",
    square: "Square picture",
    tall: "Tall picture for phones",
    svg: "SVG",
    csv: "CSV",
    json: "JSON",
    copy_table: "Copy the table",
    copy_sentence: "Copy the sentence",
    share: "Share…",
    embed: "Embed…",
    saved: |name| format!("Saved as {name}."),
    table_copied: "The table is copied.",
    sentence_copied: "The sentence is copied, with source and link.",
    no_picture: "The browser could not make this picture. The figures can still be saved as CSV.",
    not_shared: "Nothing was shared.",
    sources: "Sources",
    source_of_record: concat!("Source: ", package_text!(publishers en)),
    source_of: |names| format!("Source: {names}"),
    published: |date| format!("Published {date}"),
    figures: |vintage| format!("Figures: {vintage}"),
};

const UR: FileWords = FileWords {
    png: "PNG",
    png_sharp: "PNG، زیادہ واضح (2×)",
    square: "مربع تصویر",
    tall: "فون کے لیے لمبی تصویر",
    svg: "SVG",
    csv: "CSV",
    json: "JSON",
    copy_table: "جدول نقل کریں",
    copy_sentence: "جملہ نقل کریں",
    share: "شیئر کریں…",
    embed: "اپنے صفحے پر لگائیں",
    saved: |name| format!("فائل \u{2066}{name}\u{2069} کے نام سے محفوظ ہو گئی۔"),
    table_copied: "جدول نقل ہو گیا۔",
    sentence_copied: "جملہ ماخذ اور ربط سمیت نقل ہو گیا۔",
    no_picture: "براؤزر یہ تصویر نہیں بنا سکا۔ اعداد و شمار \u{2066}CSV\u{2069} میں اب بھی محفوظ کیے جا سکتے ہیں۔",
    not_shared: "کچھ شیئر نہیں ہوا۔",
    sources: "ماخذ",
    source_of_record: concat!("ماخذ: ", package_text!(publishers ur)),
    source_of: |names| format!("ماخذ: {names}"),
    published: |date| format!("تاریخِ اشاعت: {date}"),
    figures: |vintage| format!("اعداد و شمار: {vintage}"),
};
