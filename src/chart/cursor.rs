//! How keys move the crosshair.

use super::{Point, Scene};

/// What a key asks for. Left and right are those of the screen, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Left,
    Right,
    Up,
    Down,
    YearBack,
    YearOn,
    First,
    Last,
}

impl Scene {
    /// The place in `points` to which a move leads from `cursor`; stays at the ends.
    /// Without a cursor it starts at the last column or the first row. `year` is the
    /// number of columns in a year.
    pub fn step(&self, cursor: Option<usize>, to: Move, year: usize) -> Option<usize> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        let is_list = first.x0 == last.x0 && first.index != last.index;
        let Some(from) = cursor.and_then(|place| self.points.get(place)) else {
            return match (is_list, to) {
                (_, Move::First) | (true, _) => self.point_of(first.index),
                (_, _) => self.point_of(last.index),
            };
        };
        let by_columns = |columns: isize| {
            if is_list {
                // Rows that found no room are not there.
                let place = cursor?.saturating_add_signed(columns);
                return Some(place.min(self.points.len() - 1));
            }
            let index = from.index.saturating_add_signed(columns).clamp(first.index, last.index);
            self.closest(Point { index, ..*from })
        };
        let by_series = |is_beyond: fn(usize, usize) -> bool| {
            let beyond = |it: &&Point| it.index == from.index && is_beyond(it.track, from.track);
            let next =
                self.points.iter().filter(beyond).min_by_key(|it| it.track.abs_diff(from.track));
            self.closest(*next.unwrap_or(from))
        };
        let year = year.max(1) as isize;
        match (to, is_list) {
            (Move::Left, _) | (Move::Up, true) => by_columns(-1),
            (Move::Right, _) | (Move::Down, true) => by_columns(1),
            (Move::Up, false) => by_series(|it, from| it > from),
            (Move::Down, false) => by_series(|it, from| it < from),
            (Move::YearBack, _) => by_columns(-year),
            (Move::YearOn, _) => by_columns(year),
            (Move::First, _) => self.closest(Point { index: first.index, ..*from }),
            (Move::Last, _) => self.closest(Point { index: last.index, ..*from }),
        }
    }

    /// The place of the point of the same column whose heading is nearest.
    fn closest(&self, wanted: Point) -> Option<usize> {
        self.points
            .iter()
            .enumerate()
            .filter(|(_, it)| it.index == wanted.index)
            .min_by_key(|(_, it)| it.track.abs_diff(wanted.track))
            .map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(index: usize, track: usize, x0: f64) -> Point {
        Point { index, series: 0, track, x0, x1: x0 + 10.0, y0: 0.0, y1: 10.0, mark: (x0, 0.0) }
    }

    fn scene(points: Vec<Point>) -> Scene {
        Scene { width: 100.0, height: 100.0, marks: Vec::new(), points }
    }

    #[test]
    fn keys_walk_through_columns_and_their_parts() {
        let parts = [(0, 0), (0, 1), (1, 0), (2, 0), (2, 3)];
        let points = parts.map(|(index, track)| point(index, track, index as f64 * 10.0));
        let scene = scene(points.to_vec());
        let cases = [
            (None, Move::Left, Some(3)),
            (None, Move::First, Some(0)),
            (Some(0), Move::Right, Some(2)),
            (Some(1), Move::Right, Some(2)),
            (Some(3), Move::Up, Some(4)),
            (Some(4), Move::Up, Some(4)),
            (Some(4), Move::Down, Some(3)),
            (Some(0), Move::Left, Some(0)),
            (Some(0), Move::YearOn, Some(3)),
            (Some(4), Move::First, Some(1)),
            (Some(0), Move::Last, Some(3)),
            (Some(99), Move::Right, Some(3)),
        ];
        for (cursor, to, expected) in cases {
            assert_eq!(scene.step(cursor, to, 12), expected, "{cursor:?} {to:?}");
        }
    }

    #[test]
    fn rows_are_walked_up_and_down() {
        let scene = scene((0..3).map(|index| point(index, 0, 0.0)).collect());
        assert_eq!(scene.step(None, Move::Down, 1), Some(0));
        assert_eq!(scene.step(Some(0), Move::Down, 1), Some(1));
        assert_eq!(scene.step(Some(1), Move::Up, 1), Some(0));
        assert_eq!(scene.step(Some(2), Move::Down, 1), Some(2));
    }

    #[test]
    fn nothing_to_point_at_is_no_place() {
        assert_eq!(scene(Vec::new()).step(None, Move::Right, 12), None);
    }
}
