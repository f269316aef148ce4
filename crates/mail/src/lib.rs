//! Mail behind a Mailer trait.
