//! Each measure explained with the figures at hand.
