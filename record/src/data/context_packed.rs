//! The compact form in which the context travels inside the program: texts and numbers, as the
//! record does.

use super::context::{
    Bound, Context, Country, CountryId, CountryKind, Decimal, Driver, DriverId, DriverKind, Event,
    EventId, EventKind, Figure, FigureKind, Indicator, PageId, Peer, PeerFigure, PriceSeries,
    Prices, Target, TargetKind, TargetOf, Texts, Unit,
};
use super::packed::{NONE, Packed, Reader, day};
use super::{Amount, Bilingual, SectorId, Source};
use crate::calendar::{Date, Month, Span};

/// What is expected of a peer's figure: the value of the row before, if that is of the same
/// country and kind; where people are counted, as much more as that was more than the one
/// before it.
fn expected(rows: &[Peer], country: CountryId, people: bool) -> i64 {
    let mut alike = rows
        .iter()
        .rev()
        .map(|it| (it.country, it.figure.parts()))
        .take_while(|&(of, (kind, _))| of == country && kind == people)
        .map(|(_, (_, value))| value);
    match (alike.next(), alike.next()) {
        (Some(last), Some(before)) if people => last + (last - before),
        (last, _) => last.unwrap_or(0),
    }
}

/// The columns of [`Context::peers`] in whole numbers.
const COLUMNS: usize = 5;

/// Texts and numbers in the order in which they are read again.
#[derive(Default)]
struct Writer {
    texts: Vec<String>,
    numbers: Vec<i64>,
}

impl Writer {
    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Writer, &T)) {
        self.numbers.push(items.len() as i64);
        for it in items {
            write(self, it);
        }
    }

    fn text(&mut self, text: &str) {
        self.texts.push(text.to_owned());
    }

    fn bilingual(&mut self, it: &Bilingual, texts: Texts) {
        self.text(if texts == Texts::Urdu { "" } else { &it.en });
        self.text(if texts == Texts::English { "" } else { &it.ur });
    }

    fn month(&mut self, it: Month) {
        self.numbers.push(it.since(Month::ZERO).into());
    }

    fn date(&mut self, it: Date) {
        self.month(it.month);
        self.numbers.push(day(it));
    }

    fn span(&mut self, it: Span) {
        self.month(it.start());
        self.numbers.push(it.len() as i64 - 1);
    }
}

impl Packed {
    pub fn of_context(context: &Context, texts: Texts) -> Packed {
        let mut out = Writer::default();
        out.list(&context.countries, |out, it| {
            out.text(&it.code);
            out.bilingual(&it.name, texts);
            out.bilingual(&it.note, texts);
            out.numbers.extend([it.kind as i64, it.break_year.map_or(NONE, i64::from)]);
        });
        out.list(&context.drivers, |out, it| {
            out.text(&it.code);
            out.bilingual(&it.title, texts);
            out.bilingual(&it.sentence, texts);
            out.numbers.push(it.kind as i64);
            out.list(&it.sectors, |out, id| out.numbers.push(id.0.into()));
            out.list(&it.events, |out, id| out.numbers.push(id.0.into()));
        });
        out.list(&context.indicators, |out, it| {
            out.text(&it.code);
            out.bilingual(&it.name, texts);
            out.numbers.extend([it.driver.0.into(), it.unit as i64]);
            out.list(&it.figures, |out, it| {
                out.bilingual(&it.note, texts);
                out.span(it.period);
                out.numbers.extend([
                    it.value.digits,
                    it.value.decimals.into(),
                    it.bound as i64,
                    it.kind as i64,
                    it.series.map_or(NONE, i64::from),
                    it.page.0.into(),
                ]);
            });
        });
        out.list(&context.targets, |out, it| {
            out.text(&it.id);
            out.bilingual(&it.announcer, texts);
            out.bilingual(&it.note, texts);
            out.span(it.announced);
            out.list(it.period.as_slice(), |out, it| out.span(*it));
            out.numbers.extend([
                it.day.unwrap_or(0).into(),
                it.kind as i64,
                it.what as i64,
                it.amount.thousands(),
                it.page.0.into(),
            ]);
        });
        out.list(&context.events, |out, it| {
            out.bilingual(&it.title, texts);
            out.bilingual(&it.text, texts);
            out.date(it.date);
            out.numbers.extend([it.kind as i64, it.page.0.into()]);
        });
        out.list(&context.prices, |out, it| {
            out.numbers.push(it.series as i64);
            out.month(it.first);
            // No price is zero.
            let mut before = 0;
            out.list(&it.months, |out, it| {
                out.numbers.push(it.unwrap_or(0) - before);
                before = it.unwrap_or(0);
            });
            out.list(&it.pages, |out, it| out.numbers.push(it.0.into()));
        });
        out.list(&context.pages, |out, it| {
            out.text(&it.publisher);
            out.text(&it.outlet);
            out.text(&it.url);
            out.numbers.push(it.dated.into());
        });
        let rows = &context.peers;
        out.numbers.push(rows.len() as i64);
        let mut columns: [Vec<i64>; COLUMNS] = Default::default();
        for (place, it) in rows.iter().enumerate() {
            let (people, value) = it.figure.parts();
            let row: [i64; COLUMNS] = [
                people.into(),
                it.country.0.into(),
                it.year.into(),
                it.page.0.into(),
                value - expected(&rows[..place], it.country, people),
            ];
            for (column, number) in columns.iter_mut().zip(row) {
                column.push(number);
            }
        }
        out.numbers.extend(columns.into_iter().flatten());
        Packed { texts: out.texts.join("\n"), numbers: out.numbers }
    }

    /// The context that was packed.
    pub fn unpack_context(&self) -> Context {
        let mut packed = self.reader();
        let countries = (0..packed.number()).map(|_| packed.country()).collect();
        let drivers = (0..packed.number()).map(|_| packed.driver()).collect();
        let indicators = (0..packed.number()).map(|_| packed.indicator()).collect();
        let targets = (0..packed.number()).map(|_| packed.target()).collect();
        let events = (0..packed.number()).map(|_| packed.event()).collect();
        let prices = (0..packed.number()).map(|_| packed.prices()).collect();
        let pages = (0..packed.number()).map(|_| packed.source()).collect();
        let mut peers: Vec<Peer> = Vec::new();
        let rows = packed.number() as usize;
        let columns = packed.numbers.as_slice();
        for row in 0..rows {
            let number = |column: usize| columns.get(column * rows + row).copied().unwrap_or(0);
            let (people, country) = (number(0) != 0, CountryId(number(1) as u8));
            let value = expected(&peers, country, people) + number(4);
            let figure = PeerFigure::new(people, value);
            let page = PageId(number(3) as u16);
            peers.push(Peer { country, year: number(2) as i32, figure, page });
        }
        Context { countries, peers, drivers, indicators, targets, events, prices, pages }
    }
}

impl Reader<'_> {
    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.number() as usize % all.len()]
    }

    fn page(&mut self) -> PageId {
        PageId(self.number() as u16)
    }

    fn date(&mut self) -> Date {
        let month = self.month();
        let day = self.number();
        Date { month, day: (day > 0).then_some(day as u8) }
    }

    fn span(&mut self) -> Span {
        let start = self.month();
        Span::new(start, start.plus(self.number() as i32)).unwrap_or(start.into())
    }

    fn country(&mut self) -> Country {
        Country {
            code: self.text(),
            name: self.bilingual(),
            note: self.bilingual(),
            kind: self.one_of(&CountryKind::ALL),
            break_year: Some(self.number()).filter(|&it| it != NONE).map(|it| it as i32),
        }
    }

    fn driver(&mut self) -> Driver {
        Driver {
            code: self.text(),
            title: self.bilingual(),
            sentence: self.bilingual(),
            kind: self.one_of(&DriverKind::ALL),
            sectors: (0..self.number()).map(|_| SectorId(self.number() as u8)).collect(),
            events: (0..self.number()).map(|_| EventId(self.number() as u8)).collect(),
        }
    }

    fn indicator(&mut self) -> Indicator {
        Indicator {
            code: self.text(),
            name: self.bilingual(),
            driver: DriverId(self.number() as u8),
            unit: self.one_of(&Unit::ALL),
            figures: (0..self.number()).map(|_| self.figure()).collect(),
        }
    }

    fn figure(&mut self) -> Figure {
        Figure {
            note: self.bilingual(),
            period: self.span(),
            value: Decimal { digits: self.number(), decimals: self.number() as u8 },
            bound: self.one_of(&Bound::ALL),
            kind: self.one_of(&FigureKind::ALL),
            series: Some(self.number()).filter(|&it| it != NONE).map(|it| it as u8),
            page: self.page(),
        }
    }

    fn target(&mut self) -> Target {
        Target {
            id: self.text(),
            announcer: self.bilingual(),
            note: self.bilingual(),
            announced: self.span(),
            period: (0..self.number()).map(|_| self.span()).last(),
            day: Some(self.number() as u8).filter(|&it| it > 0),
            kind: self.one_of(&TargetKind::ALL),
            what: self.one_of(&TargetOf::ALL),
            amount: Amount::from_thousands(self.number()),
            page: self.page(),
        }
    }

    fn event(&mut self) -> Event {
        Event {
            title: self.bilingual(),
            text: self.bilingual(),
            date: self.date(),
            kind: self.one_of(&EventKind::ALL),
            page: self.page(),
        }
    }

    fn prices(&mut self) -> Prices {
        let (series, first) = (self.one_of(&PriceSeries::ALL), self.month());
        let mut before = 0;
        let mut next = |more: i64| {
            before += more;
            Some(before).filter(|&it| it != 0)
        };
        Prices {
            series,
            first,
            months: (0..self.number()).map(|_| next(self.number())).collect(),
            pages: (0..self.number()).map(|_| self.page()).collect(),
        }
    }

    fn source(&mut self) -> Source {
        Source {
            publisher: self.text(),
            outlet: self.text(),
            url: self.text(),
            dated: self.number() != 0,
        }
    }
}
