//! Two months side by side.
