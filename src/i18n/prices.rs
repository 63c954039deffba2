//! Words of exports in rupees and in US prices: labels and notes.

use super::isolate;

words! {
    /// Of the upper row of bars and the lower, which has the unit `money`.
    rupees_unit(money: &str) =
        "Billion rupees a fiscal year; below, {money}",
        "ارب روپے فی مالی سال؛ نیچے {money}";
    us_prices_unit(money: &str, base: &str) =
        "{money} a fiscal year in US prices of {base}; below, as published",
        "{base} کی امریکی قیمتوں پر {money} فی مالی سال؛ نیچے جیسے شائع ہوئے";
    rupees_row = "Billion rupees", "ارب روپے";
    us_prices_row(base: &str) = "In US prices of {base}", "{base} کی امریکی قیمتوں پر";
    dollars_row = "As published", "جیسے شائع ہوئے";
    /// What a row shows, and how many times its first year the last is.
    times_first(row: &str, times: &str, first: &str) =
        "{row}: {times} times {first}",
        "{row}: {first} کا {times} گنا";
    in_rupees =
        "In rupees: dollars × mean rate (billion rupees)",
        "روپوں میں: ڈالر × اوسط شرح (ارب روپے)";
    in_us_prices(money: &str, base: &str, index: &str) =
        "In US prices of {base}: dollars × {index} ÷ index ({money})",
        format!("{base} کی امریکی قیمتوں پر: ڈالر × {} ÷ اشاریہ ({money})", isolate(index));
    in_dollars(money: &str) = "In dollars ({money})", "ڈالروں میں ({money})";
    change_in_rupees = "Change on the year in rupees", "روپوں میں سالانہ تبدیلی";
    change_in_us_prices = "Change on the year in US prices", "امریکی قیمتوں پر سالانہ تبدیلی";
    change_in_dollars = "Change on the year in dollars", "ڈالروں میں سالانہ تبدیلی";
    mean_rate =
        "Mean rate (rupees for a dollar, months weighted by exports)",
        "اوسط شرح (ایک ڈالر کے روپے، ہر مہینہ اپنی برآمدات کے تناسب سے)";
    mean_index =
        "US consumer prices (mean index, 1982–84 = 100)",
        "امریکی صارف قیمتیں (اوسط اشاریہ، \u{2066}1982–84 = 100\u{2069})";
    rate_of_year(rate: &str) = "mean rate: Rs {rate} for a dollar", "اوسط شرح: ایک ڈالر {rate} روپے";
    index_of_year(index: &str) = "US consumer prices: {index}", "امریکی صارف قیمتوں کا اشاریہ: {index}";
    note_rupees =
        "Method: each month's dollars times the average of its interbank closing rates, added up over the fiscal year.",
        "طریقہ: ہر مہینے کے ڈالروں کو اس مہینے کی اوسط انٹر بینک اختتامی شرح سے ضرب دے کر پورے مالی سال کو جمع کیا گیا ہے۔";
    note_us_prices(base: &str) =
        "Method: the dollars of a fiscal year times the mean index of US consumer prices in {base}, divided by that of the year.",
        "طریقہ: مالی سال کے ڈالروں کو {base} کے امریکی صارف قیمتوں کے اوسط اشاریے سے ضرب اور اسی سال کے اشاریے سے تقسیم کیا گیا ہے۔";
    note_total =
        "Shown is the total, whichever sub-sectors are chosen.",
        "ذیلی شعبے کوئی بھی منتخب ہوں، یہاں کل برآمدات دکھائی گئی ہیں۔";
}
