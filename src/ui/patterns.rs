//! What the fills of marks mean, for those that occur.

use yew::prelude::{Html, html};

use crate::data::Status;
use crate::i18n::Strings;

pub fn legend(
    statuses: &mut dyn Iterator<Item = Status>,
    has_spans: bool,
    words: &'static Strings,
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
