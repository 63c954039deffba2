//! Words of the settings.

words! {
    numbers = "Large numbers", "بڑے اعداد";
    numbers_international = "Million, billion", "ملین، ارب";
    numbers_pakistani = "Crore, arab", "کروڑ، ارب";
    vintage_first = "Earliest", "سب سے پہلے کے";
    theme = "Colours", "رنگ";
    theme_auto = "As the device", "آلے کے مطابق";
    theme_light = "Light", "روشن";
    theme_dark = "Dark", "تاریک";
}
