//! What a reader takes away from an exhibit.

use std::rc::Rc;

use yew::prelude::Html;

use super::Page;
use super::actions::takeaways;
use crate::exhibit::Exhibit;

pub fn takeaway(page: &Rc<Page>, exhibit: &Exhibit) -> Html {
    takeaways(page, None, &exhibit.reading.sentence)
}
