//! L0: pure types and rules of customer success; no I/O, no async, no clock, no SQL
