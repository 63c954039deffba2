//! Urdu, as its newspapers write it.

use super::Strings;
use crate::data::Status;
use crate::measure::Measure;

const MONTHS: [&str; 12] = [
    "جنوری",
    "فروری",
    "مارچ",
    "اپریل",
    "مئی",
    "جون",
    "جولائی",
    "اگست",
    "ستمبر",
    "اکتوبر",
    "نومبر",
    "دسمبر",
];

pub const STRINGS: Strings = Strings {
    title: "پاکستان کی آئی ٹی برآمدات",
    months: MONTHS,
    months_short: MONTHS,
    status: |status| match status {
        Status::Final => "حتمی",
        Status::Revised => "نظرثانی شدہ",
        Status::Derived => "اخذ کردہ",
        Status::Provisional => "عبوری",
    },
    measure: |measure| match measure {
        Measure::Level => "برآمدات",
        Measure::Mom => "پچھلی مدت سے تبدیلی",
        Measure::Yoy => "سالانہ تبدیلی",
        Measure::Ytd => "مالی سال تا حال",
        Measure::Sum12 => "گزشتہ 12 ماہ",
        Measure::Avg12 => "12 ماہ کی اوسط",
        Measure::PerDay => "فی یومِ کار",
        Measure::Index => "اشاریہ",
    },
};
