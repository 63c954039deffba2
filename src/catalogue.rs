//! The catalogue: the blocks of the page, and the views that they offer, a row each.
//!
//! A view is one way to look at the record. Its row here says all that others need to know of it: codes
//! in addresses, menus, names of files, the page for webmasters and the tests of completeness follow from
//! the rows. What it shows is in the module of `views` that the row names.

/// A part of the page that can stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    Headline,
    Trend,
    Breakdown,
    Drivers,
    Peers,
    Targets,
    Data,
}

impl Block {
    /// In reading order.
    pub const ALL: [Block; 7] = [
        Block::Headline,
        Block::Trend,
        Block::Breakdown,
        Block::Drivers,
        Block::Peers,
        Block::Targets,
        Block::Data,
    ];

    /// Those that the document holds from the start and the second part of the program takes over.
    pub const LATER: [Block; 4] = [Block::Breakdown, Block::Drivers, Block::Peers, Block::Targets];

    /// Whether the package has what it shows.
    pub fn is_offered(self) -> bool {
        match self {
            Block::Drivers => package_text!(has drivers),
            Block::Peers => package_text!(has peers),
            Block::Targets => package_text!(has targets),
            Block::Headline | Block::Trend | Block::Breakdown | Block::Data => true,
        }
    }

    pub fn offered() -> impl Iterator<Item = Block> {
        Block::ALL.into_iter().filter(|it| it.is_offered())
    }

    /// As in addresses, and the id of its section.
    pub fn code(self) -> &'static str {
        match self {
            Block::Headline => "headline",
            Block::Trend => "trend",
            Block::Breakdown => "breakdown",
            Block::Drivers => "drivers",
            Block::Peers => "peers",
            Block::Targets => "targets",
            Block::Data => "data",
        }
    }

    /// The views that the reader can choose from, in the order of the menu. The first is the usual one.
    pub fn menu(self) -> impl Iterator<Item = ViewId> {
        ViewId::MENUS.into_iter().filter(move |it| it.block() == self && it.is_offered())
    }
}

/// Passes the rows to a macro, which makes of them what it needs.
///
/// - `module`: the module of `views` whose function `exhibit` makes the view;
/// - `code`: its value of the key `chart` in addresses, or `measure`: see [`ViewId::is_measure`]; no two are alike;
/// - `file`: in names of files and ids of elements;
/// - `offered`: whether the package has what it shows;
/// - `en`, `ur`: its name in the menu.
macro_rules! with_views {
    ($then:ident) => {
        $then! {
            menus {
                Time {
                    block: Trend, module: time, code: "time", file: "trend", offered: true,
                    en: "Over time",
                    ur: "وقت کے ساتھ",
                }
                Events {
                    block: Trend, module: events, code: "events", file: "events", offered: package_text!(has events),
                    en: "Events",
                    ur: "واقعات",
                }
                FiscalYears {
                    block: Trend, module: fiscal_years, code: "fy", file: "fiscal-years", offered: true,
                    en: concat!(package_text!(Year en), "s"),
                    ur: package_text!(year ur),
                }
                Seasons {
                    block: Trend, module: seasons, code: "seasons", file: "seasons", offered: true,
                    en: "Seasons",
                    ur: "موسم وار",
                }
                Heat {
                    block: Trend, module: heat, code: "heat", file: "heat", offered: true,
                    en: "Heat table",
                    ur: "ماہ و سال جدول",
                }
                FirstPrints {
                    block: Trend, module: first_prints, code: "prints", file: "first-prints", offered: true,
                    en: "First prints",
                    ur: "پہلی اشاعت",
                }
                TwoMonths {
                    block: Trend, module: two_months, code: "months", file: "two-months", offered: true,
                    en: "Two months",
                    ur: "دو مہینے",
                }
                Adjusted {
                    block: Trend, module: adjusted, code: "adjusted", file: "adjusted", offered: package_text!(has adjusted),
                    en: "Adjusted",
                    ur: "ایڈجسٹ شدہ",
                }
                SeasonPattern {
                    block: Trend, module: season_pattern, code: "season", file: "season-pattern", offered: package_text!(has adjusted),
                    en: "The season",
                    ur: "موسمی رجحان",
                }
                Rupees {
                    block: Trend, module: rupees, code: "pkr", file: "in-rupees", offered: package_text!(has rupees),
                    en: "In rupees",
                    ur: "روپوں میں",
                }
                UsPrices {
                    block: Trend, module: us_prices, code: "real", file: "in-us-prices", offered: package_text!(has us prices),
                    en: "In US prices",
                    ur: "امریکی قیمتوں پر",
                }
                Contributions {
                    block: Breakdown, module: contributions, code: "contrib", file: "contributions", offered: true,
                    en: "What drove growth",
                    ur: "اضافے میں حصہ",
                }
                Pairs {
                    block: Breakdown, module: pairs, code: "pairs", file: "breakdown", offered: true,
                    en: "Against a year ago",
                    ur: "پچھلے سال سے موازنہ",
                }
                Ranking {
                    block: Breakdown, module: ranking, code: "table", file: "ranking", offered: true,
                    en: "Ranking",
                    ur: "درجہ بندی",
                }
                Stack {
                    block: Breakdown, module: stack, code: "stack", file: "stack", offered: true,
                    en: "Over time",
                    ur: "وقت کے ساتھ",
                }
                Shares {
                    block: Breakdown, module: shares, code: "share", file: "shares", offered: true,
                    en: "Shares over time",
                    ur: "وقت کے ساتھ حصے",
                }
                Multiples {
                    block: Breakdown, module: multiples, code: "multiples", file: "multiples", offered: true,
                    en: "Side by side",
                    ur: "الگ الگ خاکے",
                }
                Spans {
                    block: Breakdown, module: spans, code: "spans", file: "spans", offered: true,
                    en: "As published",
                    ur: "جیسے شائع ہوا",
                }
                Freelance {
                    block: Breakdown, module: freelance, code: "freelance", file: "freelance", offered: package_text!(has freelance),
                    en: "Freelance",
                    ur: "فری لانس",
                }
            }
            // Those that a block shows without being asked.
            fixed {
                Month { block: Headline, module: month, file: "month" }
                Drivers { block: Drivers, module: drivers, file: "drivers" }
                // The place of a driver or obstacle among all.
                Driver(place: usize) { block: Drivers, module: driver, file: "driver" }
                Peers { block: Peers, module: peers, file: "peers" }
                Targets { block: Targets, module: targets, file: "targets" }
            }
        }
    };
}

macro_rules! define_views {
    (
        menus { $($view:ident {
            block: $block:ident, module: $module:ident, code: $code:literal, file: $file:literal,
            offered: $offered:expr, en: $en:expr, ur: $ur:expr,
        })+ }
        fixed { $($fixed:ident $(($argument:ident: $type:ty))? {
            block: $fixed_block:ident, module: $fixed_module:ident, file: $fixed_file:literal
        })+ }
    ) => {
        /// One way to look at the record: a row of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ViewId {
            $($view,)+
            $($fixed $(($type))?,)+
        }

        impl ViewId {
            /// Those that stand in menus, in their order.
            pub const MENUS: [ViewId; [$($code),+].len()] = [$(ViewId::$view),+];

            pub fn block(self) -> Block {
                match self {
                    $(ViewId::$view => Block::$block,)+
                    $(ViewId::$fixed { .. } => Block::$fixed_block,)+
                }
            }

            /// In addresses; empty for those that no menu offers.
            pub fn code(self) -> &'static str {
                match self {
                    $(ViewId::$view => $code,)+
                    $(ViewId::$fixed { .. } => "",)+
                }
            }

            /// In names of files and ids of elements.
            pub fn file(self) -> &'static str {
                match self {
                    $(ViewId::$view => $file,)+
                    $(ViewId::$fixed { .. } => $fixed_file,)+
                }
            }

            /// Whether the package has what it shows.
            pub fn is_offered(self) -> bool {
                match self {
                    $(ViewId::$view => $offered,)+
                    $(ViewId::$fixed { .. } => self.block().is_offered(),)+
                }
            }

            /// Its name in the English menu. See [`crate::i18n::Lang::view`].
            pub(crate) fn en(self) -> &'static str {
                match self {
                    $(ViewId::$view => $en,)+
                    $(ViewId::$fixed { .. } => "",)+
                }
            }

            /// Its name in the Urdu menu.
            pub(crate) fn ur(self) -> &'static str {
                match self {
                    $(ViewId::$view => $ur,)+
                    $(ViewId::$fixed { .. } => "",)+
                }
            }
        }
    };
}
with_views!(define_views);

impl ViewId {
    /// Whether it is the total in another unit: its code then stands beside those of measures, under their key.
    pub fn is_measure(self) -> bool {
        matches!(self, ViewId::Adjusted | ViewId::Rupees | ViewId::UsPrices)
    }

    /// Whether it is the first of its block's menu.
    pub fn is_usual(self) -> bool {
        self.block().menu().next() == Some(self)
    }

    /// The view that a code means, if the package has it.
    pub fn from_code(code: &str) -> Option<ViewId> {
        ViewId::MENUS.into_iter().find(|it| it.code() == code && it.is_offered())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_files_name_one_view_each() {
        for (place, view) in ViewId::MENUS.into_iter().enumerate() {
            for other in &ViewId::MENUS[..place] {
                assert_ne!(view.code(), other.code());
                assert_ne!(view.file(), other.file());
            }
            assert_eq!(ViewId::from_code(view.code()), view.is_offered().then_some(view));
        }
        assert_eq!(ViewId::from_code(""), None);
    }
}
