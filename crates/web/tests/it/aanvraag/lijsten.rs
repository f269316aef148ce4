//! The mandate register and the work list.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn who_may_decide_is_read_by_all_whom_it_concerns() {
    let (app, wie) = caseload().await;
    let leeg = app.get(&wie, "/GM0294/mandaten").await;
    assert!(leeg.tekst().contains("Er is nog geen mandaat vastgelegd."));
    give_mandate(&app).await;
    let lijst = app.get(&wie, "/GM0294/aanvragen").await;
    assert!(hrefs(&lijst, "main a").contains(&"/GM0294/mandaten".to_owned()));
    for rol in Rol::ALL {
        let lezer = app.login(actor(rol, winterswijk())).await;
        let pagina = app.get(&lezer, "/GM0294/mandaten").await;
        let may = domain::bevoegdheid::Permission::MandaatLezen.is_given_to(rol);
        if !may {
            assert_ne!(pagina.status, StatusCode::OK, "{rol:?}");
            continue;
        }
        assert_eq!(pagina.status, StatusCode::OK, "{rol:?}");
        assert_eq!(count(&pagina, "main .sh-kaart"), 8, "{rol:?}");
        assert!(pagina.tekst().contains("namens het dagelijks bestuur"));
        assert!(texts(&pagina, "dd").contains(&"01-01-2026".to_owned()));
    }
    let elders = app.login(actor(Rol::Consulent, nijkerk())).await;
    let niet = app.get(&elders, "/GM0294/mandaten").await;
    assert_eq!(niet.status, StatusCode::NOT_FOUND);
    let anoniem = app.get(&Bezoeker::default(), "/GM0294/mandaten").await;
    assert_eq!(anoniem.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_work_list_is_turned_page_by_page() {
    let (app, wie) = caseload().await;
    for nummer in 0..21 {
        let dossier = find(&app, &wie, nummer).await;
        let dag = format!("{}-11-2026", 1 + nummer % 20);
        let velden = [
            ("regeling", "algemene-bijstand"),
            ("ontvangenOp", dag.as_str()),
            ("kanaal", "post"),
        ];
        accepted(&app, &wie, &format!("{dossier}/aanvragen/nieuw"), &velden).await;
    }
    let eerste = app.get(&wie, "/GM0294/aanvragen").await;
    assert_eq!(count(&eerste, "table tbody tr"), 20);
    assert!(eerste.tekst().contains("21 aanvragen"));
    let volgende = hrefs(&eerste, "a[rel=next]");
    let tweede = app.get(&wie, &volgende[0]).await;
    assert_eq!(count(&tweede, "table tbody tr"), 1);
    assert!(hrefs(&tweede, "a[rel=next]").is_empty());
    assert_eq!(hrefs(&tweede, "a[rel=prev]"), ["/GM0294/aanvragen"]);
    let onzin = app.get(&wie, "/GM0294/aanvragen?na=gisteren").await;
    assert_eq!(onzin.status, StatusCode::NOT_FOUND);
}
