//! Shared by web and api: tenant, actor, problem details, metrics.
