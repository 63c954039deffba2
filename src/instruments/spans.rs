//! Exports of the chosen sectors over spans as they were published.
