//! Words of the total with working days and season taken out: labels and notes.

words! {
    unit(money: &str) =
        "{money} a month; bars as published, line adjusted for working days and season by this page",
        "{money} ماہانہ؛ ستون جیسے شائع ہوئے، لکیر اس صفحے کی ایڈجسٹ کردہ: ایامِ کار اور موسمی رجحان کے بغیر";
    adjusted_line = "adjusted (this page)", "ایڈجسٹ شدہ (یہ صفحہ)";
    trend_line = "trend", "رجحان";
    about(level: &str) = "adjusted (this page): about {level}", "ایڈجسٹ شدہ (یہ صفحہ): تقریباً {level}";
    /// Read from left to right in either language: a word between them would turn the figures round.
    to(low: &str, high: &str) = "{low} to {high}", "{low} … {high}";
    published(money: &str) = "As published ({money})", "جیسے شائع ہوئے ({money})";
    effective_days = "Effective days", "مؤثر ایامِ کار";
    adjusted(money: &str) = "Adjusted by this page ({money})", "اس صفحے کا ایڈجسٹ شدہ عدد ({money})";
    change = "Adjusted change on the month", "ایڈجسٹ شدہ ماہانہ تبدیلی";
    range = "Range (four in five)", "حد (پانچ میں سے چار بار)";
    verdict = "What may be said", "کیا کہا جا سکتا ہے";
    three_months = "Three months on the three before, adjusted", "تین ماہ پچھلے تین ماہ کے مقابلے میں، ایڈجسٹ شدہ";
    method =
        concat!("Adjusted for working days and season by this page; not published by the ", package_text!(publisher en), ". A public holiday counts as half a lost working day, three quarters of a difference in days are taken out, then a fixed pattern of the twelve months. It changes a little with every new month."),
        concat!("ایامِ کار اور موسمی رجحان کا فرق اس صفحے نے نکالا ہے؛ یہ ", package_text!(publisher ur), " کا شائع کردہ عدد نہیں۔ سرکاری تعطیل آدھا ضائع شدہ یومِ کار شمار ہوتی ہے، دنوں کے فرق کا تین چوتھائی نکالا جاتا ہے، پھر بارہ مہینوں کا مستقل رجحان۔ ہر نئے مہینے کے ساتھ یہ اعداد تھوڑے بہت بدلتے ہیں۔");
    of_total =
        "Shown is the total, whichever sub-sectors are chosen: sub-sectors are never adjusted.",
        "ذیلی شعبے کوئی بھی منتخب ہوں، یہاں کل برآمدات ہیں: ذیلی شعبے ایڈجسٹ نہیں کیے جاتے۔";
    // The season
    pattern_unit =
        "Per cent above or below the trend, by this page's calculation; beside it, the range",
        "رجحان سے کتنے فیصد اوپر یا نیچے، اس صفحے کے حساب سے؛ ساتھ حد";
    factor = "Against the trend", "رجحان کے مقابلے میں";
    against_trend = "against the trend", "رجحان کے مقابلے میں";
    note_pattern =
        "What is usual of a month once working days are taken out. Each figure is uncertain by about three points either way.",
        "ایامِ کار کا فرق نکالنے کے بعد کسی مہینے کا معمول۔ ہر عدد میں دونوں طرف تقریباً تین فیصد پوائنٹ کی گنجائش ہے۔";
}
