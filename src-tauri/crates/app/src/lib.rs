//! L3: use cases, the only place that composes
