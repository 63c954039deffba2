//! What each sector contributed to growth.
