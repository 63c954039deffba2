//! Pakistan beside comparable countries.
