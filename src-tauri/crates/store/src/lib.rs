//! L1: the workspace file: entities, queries, transactions, journal
