//! Words of the settings.

words! {
    numbers = "Large numbers", "بڑے اعداد";
    numbers_international = "Million, billion", "ملین، ارب";
    numbers_pakistani = "Crore, arab", "کروڑ، ارب";
    vintage_first = "As first published", "جیسے پہلی بار شائع ہوئے";
    theme = "Colours", "رنگ";
    theme_auto = "As the device", "آلے کے مطابق";
    theme_light = "Light", "روشن";
    theme_dark = "Dark", "تاریک";
}
