//! The application around the routes: limits, errors, headers, log. The same for production and tests.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{
    self, Data, JsonConfig, PathConfig, PayloadConfig, QueryConfig, ServiceConfig,
};
use actix_web::{App, Error};

use crate::{AppState, Fout, answer_errors, log_request, refuse_unreadable, set_security_headers};
use crate::{configure_health, configure_login};

/// A form of people is small. Files come in parts and have their own limit.
const FORMULIER_MAX: usize = 256 * 1024;
/// A question of a system.
const JSON_MAX: usize = 2 * 1024 * 1024;

/// The application with the routes of `configure`, health and login.
pub fn build_app(
    state: Data<AppState>,
    configure: fn(&mut ServiceConfig),
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    App::new()
        .app_data(state)
        .app_data(PayloadConfig::new(FORMULIER_MAX))
        .app_data(
            JsonConfig::default()
                .limit(JSON_MAX)
                .error_handler(|fout, _| Fout::from(fout).into()),
        )
        .app_data(QueryConfig::default().error_handler(|fout, _| Fout::from(fout).into()))
        .app_data(PathConfig::default().error_handler(|fout, _| Fout::from(fout).into()))
        .configure(configure_health)
        .configure(configure_login)
        .configure(configure)
        .default_service(web::to(async || Err::<&str, _>(Fout::niet_gevonden())))
        // The last one is the outermost.
        .wrap(from_fn(refuse_unreadable))
        .wrap(from_fn(answer_errors))
        .wrap(from_fn(set_security_headers))
        .wrap(from_fn(log_request))
}
