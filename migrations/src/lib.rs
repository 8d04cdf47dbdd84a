//! The ordered list of schema changes, one file each
