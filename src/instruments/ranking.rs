//! The parts of a period in order of size, each with its course over time.
