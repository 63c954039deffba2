//! What months and years are called. The build script reads this file as well, for texts that depend on the package.

/// In English, the same for axes, in Urdu.
const MONTHS: [[&str; 3]; 12] = [
    ["January", "Jan", "جنوری"],
    ["February", "Feb", "فروری"],
    ["March", "Mar", "مارچ"],
    ["April", "Apr", "اپریل"],
    ["May", "May", "مئی"],
    ["June", "Jun", "جون"],
    ["July", "Jul", "جولائی"],
    ["August", "Aug", "اگست"],
    ["September", "Sep", "ستمبر"],
    ["October", "Oct", "اکتوبر"],
    ["November", "Nov", "نومبر"],
    ["December", "Dec", "دسمبر"],
];

pub const MONTHS_EN: [&str; 12] = column(0);
pub const MONTHS_EN_SHORT: [&str; 12] = column(1);
pub const MONTHS_UR: [&str; 12] = column(2);

const fn column(at: usize) -> [&'static str; 12] {
    let mut names = [""; 12];
    let mut month = 0;
    while month < 12 {
        names[month] = MONTHS[month][at];
        month += 1;
    }
    names
}

/// Words for years, by their keys in `package_text!`: English and Urdu, for fiscal years and for those of the calendar.
pub const YEARS: [(&str, [&str; 2], [&str; 2]); 3] = [
    ("year", ["fiscal year", "مالی سال"], ["year", "سال"]),
    ("Year", ["Fiscal year", "مالی سال"], ["Year", "سال"]),
    ("years of", ["fiscal years", "مالی برسوں"], ["years", "برسوں"]),
];
