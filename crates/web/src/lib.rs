//! Server-rendered Dutch pages.
