//! Words of the instruments that look at the total through time.
