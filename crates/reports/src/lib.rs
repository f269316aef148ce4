//! Documents: a read model in, bytes out.
