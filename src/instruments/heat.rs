//! Months by years, the more the darker.
