//! First prints and latest figures.
