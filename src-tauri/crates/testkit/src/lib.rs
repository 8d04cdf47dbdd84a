//! Dev only: builders, fixed clock, temporary workspaces, window driver
