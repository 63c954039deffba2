//! What fills and colours of marks mean, for those that occur.

use yew::prelude::{Html, html};

use crate::chart::Ink;
use crate::data::Status;
use crate::draw;
use crate::i18n::page::Words;

pub fn legend(
    statuses: &mut dyn Iterator<Item = Status>,
    has_spans: bool,
    words: &'static Words,
) -> Html {
    let (mut provisional, mut derived) = (false, false);
    for status in statuses {
        provisional |= status == Status::Provisional;
        derived |= status == Status::Derived;
    }
    html! {
        <ul class="legend small">
            if provisional {
                <li>{ words.pattern_provisional }</li>
            }
            if derived {
                <li>{ words.pattern_derived }</li>
            }
            if has_spans {
                <li>{ words.pattern_span }</li>
            }
        </ul>
    }
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
