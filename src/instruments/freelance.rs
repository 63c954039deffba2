//! Freelance services inside and outside the total.
