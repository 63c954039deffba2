//! Sorting of short lists.

/// `items` in the order of their keys; equals keep their order.
///
/// Lists here have at most a few hundred items. The standard sort is faster on long ones
/// and costs the reader about a kilobyte for every type it is used with.
pub fn sorted_by_key<T, K: Ord>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let place = {
            let key_of_item = key(&item);
            sorted.partition_point(|it| key(it) <= key_of_item)
        };
        sorted.insert(place, item);
    }
    sorted
}

/// A key that orders figures as numbers, the highest last.
pub fn number(figure: f64) -> i64 {
    let bits = figure.to_bits() as i64;
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_standard_sort(items: Vec<(u8, u32)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            prop_assert_eq!(sorted_by_key(items, |it| it.0), expected);
        }

        #[test]
        fn keys_of_figures_order_as_the_figures(one in -1e9..1e9, other in -1e9..1e9) {
            prop_assert_eq!(number(one).cmp(&number(other)), one.total_cmp(&other));
        }
    }
}
