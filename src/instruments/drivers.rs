//! What is behind the figures, as far as it is measured.
