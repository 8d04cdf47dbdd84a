//! L1: typeset documents
