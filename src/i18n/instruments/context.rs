//! Words of events, drivers, peers and targets.
