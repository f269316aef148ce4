//! Takes jobs from the queue and runs use cases.
