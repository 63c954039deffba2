//! Freelance work: what is counted in IT exports beside what is published outside them.

use crate::calendar::Span;
use crate::data::{Amount, Dataset, ObservationId, SectorId};
use crate::i18n::{Format, Lang};
use crate::query::Vintage;
use crate::reading::text::{Percent, Say, Text, say};
use crate::reading::ur;

/// IT exports beside all services exports, both of one publication.
#[derive(Clone, Debug, PartialEq)]
pub struct ServicesShare {
    pub span: Span,
    pub exports: Amount,
    pub services: Amount,
    pub observations: Vec<ObservationId>,
}

impl ServicesShare {
    /// Percent; `None` where no services were exported.
    pub fn percent(&self) -> Option<f64> {
        Some(self.exports.ratio_to(self.services)? * 100.0)
    }
}

/// The share of IT exports in all services exports of a span, where one publication gives
/// both.
pub fn share_of_services(data: &Dataset, vintage: Vintage, span: Span) -> Option<ServicesShare> {
    let all = data.sectors.by_code("all_services")?;
    let both = data.splits().iter().filter(|it| it.span == span).filter_map(|it| {
        Some(ServicesShare {
            span,
            exports: it.amount(data, SectorId::TOTAL)?,
            services: it.amount(data, all)?,
            observations: [SectorId::TOTAL, all]
                .into_iter()
                .filter_map(|sector| it.observation(data, sector))
                .collect(),
        })
    });
    vintage.choose(both.collect::<Vec<_>>().into_iter())
}

/// One sentence.
pub fn share_sentence(share: &ServicesShare, format: Format) -> String {
    let text = &mut Text::new(format);
    let Some(percent) = share.percent() else { return String::new() };
    match format.lang.spoken() {
        Lang::En => {
            say!(text, "In ", share.span, " IT exports, ", share.exports, ", were ");
            say!(text, Percent(percent), " of all services exports, ", share.services);
        }
        Lang::Ur => {
            say!(text, ur::Period(share.span), " میں آئی ٹی برآمدات (", share.exports);
            say!(text, ") خدمات کی کل برآمدات (", share.services, ") کا ", Percent(percent));
            say!(text, " تھیں");
        }
    }
    text.stop();
    text.take()
}
