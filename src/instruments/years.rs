//! Fiscal years and calendar years laid over each other.
