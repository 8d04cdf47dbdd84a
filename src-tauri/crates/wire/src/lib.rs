//! L1: requests, views, the command list, error codes, cache tags
