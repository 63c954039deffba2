//! Announced targets against the path.
