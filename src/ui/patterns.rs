//! What fills and colours of marks mean, for those that occur.

use yew::prelude::{Html, html};

use crate::chart::Ink;
use crate::data::Status;
use crate::draw;
use crate::i18n::page::Words;

/// In one line, each after what stands before it.
pub fn legend(
    statuses: &mut dyn Iterator<Item = Status>,
    has_spans: bool,
    words: &'static Words,
) -> String {
    let (mut provisional, mut derived) = (false, false);
    for status in statuses {
        provisional |= status == Status::Provisional;
        derived |= status == Status::Derived;
    }
    let meanings = [
        (provisional, words.pattern_provisional),
        (derived, words.pattern_derived),
        (has_spans, words.pattern_span),
    ];
    let mut line = String::new();
    for (_, meaning) in meanings.into_iter().filter(|it| it.0) {
        line.push_str(words.semicolon);
        line.push_str(meaning);
    }
    line
}

/// A patch of the colour that something has in the picture.
pub fn swatch(ink: Ink) -> Html {
    patch(format!("var(--{})", draw::variable(ink)))
}

pub fn patch(fill: String) -> Html {
    html! {
        <svg class="swatch" aria-hidden="true" viewBox="0 0 1 1">
            <rect width="1" height="1" {fill} />
        </svg>
    }
}
