//! Every sector in a small picture of its own.
