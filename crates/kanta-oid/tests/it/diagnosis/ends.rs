//! The end of one form under the root of another, and other identifiers.

use kanta_oid::AccessPointOid;

use super::{check, sote};
use crate::common::SAMPLES;

pub(super) const WITH_UNIT: &str = "`1.2.246.10.xxx.10.y.13.n`, `1.2.246.537.10.xxx.10.y.13.n`";
pub(super) const WITHOUT_UNIT: &str = "`1.2.246.537.28.xxx.13.n`, `1.2.246.553.1.xxx.13.n`, \
                            `1.2.246.537.6.918.18.xxx.13.n`";

#[test]
fn the_end_of_each_form_under_the_root_of_each_other() {
    for root in &SAMPLES {
        for end in &SAMPLES {
            let end = &end.text[end.form.root().len()..];
            let text = format!("{}{end}", root.form.root());
            let pattern = root.form.pattern();
            match (root.form.has_unit(), end.matches('.').count() == 5) {
                (true, true) | (false, false) => {
                    assert_eq!(AccessPointOid::parse(&text).unwrap().form(), root.form);
                }
                (true, false) => {
                    let at = text.len() - ".13.n".len() + 1;
                    let arc = root.form.root_arcs().len() + 1;
                    check(
                        &text,
                        &format!("{}, found `13`", root.message(arc, at, "expected `10`")),
                        &[&format!(
                            "under this root a unit is needed: `{pattern}`; \
                             forms without a unit: {WITHOUT_UNIT}"
                        )],
                        None,
                    );
                }
                (false, true) => {
                    let at = text.len() - ".10.y.13.n".len() + 1;
                    let arc = root.form.root_arcs().len() + 1;
                    check(
                        &text,
                        &format!("{}, found `10`", root.message(arc, at, "expected `13`")),
                        &[&format!(
                            "under this root there is no unit: `{pattern}`; \
                             forms with a unit: {WITH_UNIT}"
                        )],
                        None,
                    );
                }
            }
        }
    }
}

#[test]
fn a_unit_of_several_arcs() {
    for sample in sote() {
        let arc = sample.arcs().len() - 2;
        for (extra, count) in [("7", 1), ("20.1010", 2), ("14010.2013.947", 3)] {
            let found = extra.split('.').next().unwrap();
            let message = sample.message(arc, sample.offset(arc), "expected `13`");
            check(
                &format!("{}.{extra}.13.1", sample.owner),
                &format!("{message}, found `{found}`"),
                &[&format!(
                    "the unit number is one arc: {count} too many before node `13`"
                )],
                None,
            );
        }
    }
}

#[test]
fn the_root_of_another_register() {
    let roots = [
        (
            "1.2.246.562",
            "root: expected `10`, `537` or `553` (arc 4, character 9), found `562`",
        ),
        (
            "1.2.246.537.26",
            "root: expected `6`, `10` or `28` (arc 5, character 13), found `26`",
        ),
        (
            "1.2.246.537.6.203",
            "root: expected `918` (arc 6, character 15), found `203`",
        ),
        (
            "1.2.246.537.6.918.17",
            "root: expected `18` (arc 7, character 19), found `17`",
        ),
        (
            "1.2.246.554.1",
            "root: expected `10`, `537` or `553` (arc 4, character 9), found `554`",
        ),
        (
            "1.2.752.11",
            "root: expected `246` (arc 3, character 5), found `752`",
        ),
        (
            "2.16.246",
            "root: expected `1` (arc 1, character 1), found `2`",
        ),
    ];
    for (root, message) in roots {
        for (end, patterns) in [(".7.10.1.13.2", WITH_UNIT), (".7.13.2", WITHOUT_UNIT)] {
            check(
                &format!("{root}{end}"),
                message,
                &[&format!("the end fits another root: {patterns}")],
                None,
            );
        }
    }
}

#[test]
fn the_oid_of_something_else() {
    for (text, message, kind) in [
        (
            "1.2.246.10.12345671",
            "unit node: missing (arc 6, character 20)",
            "organisation",
        ),
        (
            "1.2.246.10.12345671.93.2026.855",
            "unit node: expected `10` (arc 6, character 21), found `93`",
            "document",
        ),
        (
            "1.2.246.537.28",
            "practitioner code: missing (arc 6, character 15)",
            "root of a register",
        ),
        (
            "2.5.4.5",
            "root: expected `1` (arc 1, character 1), found `2`",
            "outside the Kanta registers",
        ),
    ] {
        check(
            text,
            message,
            &[&format!("kind of OID: {kind}, not an access point")],
            None,
        );
    }
}
