//! Words of what readers take away: names of buttons, what came of them, what files say.

words! {
    /// What can be taken away, in three groups.
    pictures = "Picture", "تصویر";
    data = "Figures", "اعداد";
    text = "Words", "الفاظ";
    png = "PNG", "PNG";
    png_sharp = "PNG, sharp (2×)", "PNG، زیادہ واضح (2×)";
    square = "Square picture", "مربع تصویر";
    tall = "Tall picture for phones", "فون کے لیے لمبی تصویر";
    svg = "SVG", "SVG";
    csv = "CSV", "CSV";
    json = "JSON", "JSON";
    copy_table = "Copy the table", "جدول نقل کریں";
    copy_sentence = "Copy the sentence", "جملہ نقل کریں";
    /// Opens what the device offers.
    share = "Share…", "شیئر کریں…";
    /// The file of this name is saved.
    saved(name: &str) = "Saved as {name}.", "فائل \u{2066}{name}\u{2069} کے نام سے محفوظ ہو گئی۔";
    table_copied = "The table is copied.", "جدول نقل ہو گیا۔";
    sentence_copied =
        "The sentence is copied, with source and link.",
        "جملہ ماخذ اور ربط سمیت نقل ہو گیا۔";
    /// The browser could not make the picture.
    no_picture =
        "The browser could not make this picture. The figures can still be saved as CSV.",
        "براؤزر یہ تصویر نہیں بنا سکا۔ اعداد و شمار \u{2066}CSV\u{2069} میں اب بھی محفوظ کیے جا سکتے ہیں۔";
    /// What was shared did not go out, or the reader thought better of it.
    not_shared = "Nothing was shared.", "کچھ شیئر نہیں ہوا۔";

    /// Heading of the column of addresses.
    sources = "Sources", "ماخذ";
    source_of_record =
        concat!("Source: ", package_text!(publishers en)),
        concat!("ماخذ: ", package_text!(publishers ur));
    /// Names, joined.
    source_of(names: &str) = "Source: {names}", "ماخذ: {names}";
    /// When the last of the figures was published.
    published(date: &str) = "Published {date}", "تاریخِ اشاعت: {date}";
    /// Which vintage.
    figures(vintage: &str) = "Figures: {vintage}", "اعداد و شمار: {vintage}";
}
