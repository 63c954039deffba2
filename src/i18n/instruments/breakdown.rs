//! Words of the instruments that take the total apart.
