//! What the rows require and leave open, in three languages.

use super::{HOLDER, IN_SUBJECT, KIND, NAME, OID, POINT, POLICY, USAGE, question};
use crate::common::{DAY, certificate, in_each, outcome, request};
use kanta_cert::{Asked, Examination, Holder, Profile, Question};
use kanta_conformance::{
    AskedDay, Date, EachDay, FieldPath, Finding, Language, Outcome, Text, Value, Why,
};
use kanta_testkit::{
    CLIENT_AUTH, CertificateBuilder, KeyUsage, SERVER_AUTH, server_certificate,
    system_signature_certificate,
};

fn required(outcome: &Outcome) -> [String; 3] {
    match outcome {
        Outcome::Violated { required, .. } => in_each(required),
        other => panic!("not violated: {other:?}"),
    }
}

/// The question that stays open.
fn open(outcome: &Outcome) -> [&'static str; 3] {
    match outcome {
        Outcome::Undetermined(Why::GuideSilent(text)) => {
            Language::ALL.map(|language| text.get(language))
        }
        other => panic!("not open: {other:?}"),
    }
}

/// The words, each in backticks, joined as a list in each language.
fn all_of(words: &[&str]) -> [String; 3] {
    let words = words.iter().map(|&word| Value::words(word));
    in_each(&Value::List(words.collect()))
}

const SEVERAL: [&str; 3] = [
    "which one counts where the subject holds several",
    "mikä pätee, kun haltijalla on useita",
    "vilket som gäller när innehavaren har flera",
];

#[test]
fn a_certificate_of_nobody_is_to_be_the_administrators() {
    let nobodys = server_certificate().without_organisation();
    let of = |asked: &Question<'_>| required(&outcome(Profile::Server, &nobodys, asked, HOLDER));
    assert_eq!(of(&question()), ["`Esimerkkiklinikka Oy`"; 3]);
    let missing = Asked::Missing(FieldPath::table("party").field("name"));
    let unknown = Question::on(DAY).holder_asked(missing);
    assert_eq!(
        of(&unknown),
        ["an organisation", "organisaatio", "en organisation"]
    );
}

#[test]
fn several_organisations_are_open_for_their_number_and_one_for_its_form() {
    let form = [
        "whether the organisation that the certificate names is the administrator under another form of its name",
        "onko varmenteen nimeämä organisaatio hallinnoija toisella nimen muodolla",
        "om den organisation som certifikatet anger är administratören under en annan namnform",
    ];
    for (organisations, expected) in [
        ("O=Esimerkkiklinikka Oy, O=Kolmas Oy", SEVERAL),
        ("O=Toinen Oy, O=Esimerkkiklinikka Oy", SEVERAL),
        ("O=Toinen Oy, O=Kolmas Oy", form),
        ("O=Kolmas Oy", form),
    ] {
        let subject = format!("C=FI, {organisations}, serialNumber={OID}, CN={NAME}");
        let builder = server_certificate().subject(&subject);
        let found = outcome(Profile::Server, &builder, &question(), HOLDER);
        assert_eq!(open(&found), expected, "{organisations}");
    }
}

#[test]
fn where_the_right_value_is_missing_several_stay_open_for_their_number() {
    let path = || FieldPath::named("access_point", "ap1");
    let asked = Question::on(DAY)
        .access_point_asked(Asked::Missing(path().field("oid")))
        .dns_name_asked(Asked::Missing(path().field("dns_name")));
    let on = |subject: &str, id| {
        let builder = server_certificate().subject(subject);
        outcome(Profile::Server, &builder, &asked, id)
    };
    for serials in [
        format!("serialNumber={OID}, serialNumber={OID}.1"),
        format!("serialNumber={OID}, serialNumber=1234567-1"),
        // One of them cannot be read: PrintableString has no ä.
        format!("serialNumber=ä, serialNumber={OID}"),
    ] {
        let found = on(&format!("{serials}, CN={NAME}"), POINT);
        assert_eq!(open(&found), SEVERAL, "{serials}");
    }
    let found = on(
        &format!("serialNumber={OID}, CN={NAME}, CN=a.example"),
        IN_SUBJECT,
    );
    assert_eq!(open(&found), SEVERAL);
    // The same value twice is one.
    let twice = format!("serialNumber={OID}, serialNumber={OID}, CN={NAME}, CN={NAME}");
    for (id, field) in [(POINT, "oid"), (IN_SUBJECT, "dns_name")] {
        assert_eq!(on(&twice, id), Outcome::missing(path().field(field)));
    }
}

#[test]
fn of_usages_and_purposes_those_that_are_missing_are_required() {
    use KeyUsage::{DigitalSignature, KeyEncipherment};
    let good = server_certificate;
    let cases: [(&str, CertificateBuilder, &[&str]); 6] = [
        (
            "no key usage",
            good().without_extension("2.5.29.15"),
            &["digitalSignature"],
        ),
        (
            "another key usage",
            good().key_usage(&[KeyEncipherment]),
            &["digitalSignature"],
        ),
        (
            "no purposes",
            good().without_extended_key_usage(),
            &["serverAuth", "clientAuth"],
        ),
        (
            "a client's only",
            good().extended_key_usage(&[CLIENT_AUTH]),
            &["serverAuth"],
        ),
        (
            "a server's only",
            good().extended_key_usage(&[SERVER_AUTH]),
            &["clientAuth"],
        ),
        (
            "nothing at all",
            good()
                .key_usage(&[KeyEncipherment])
                .without_extended_key_usage(),
            &["digitalSignature", "serverAuth", "clientAuth"],
        ),
    ];
    for (words, builder, missing) in cases {
        let found = outcome(Profile::Server, &builder, &question(), USAGE);
        assert_eq!(required(&found), all_of(missing), "{words}");
    }
    // A request that asks for some asks for too little; one that asks for none leaves it to the CA.
    let asked = |builder: &kanta_testkit::RequestBuilder| {
        let request = request(builder);
        let outcomes = Profile::Server.outcomes(&request, &Question::on(DAY));
        let found = outcomes.into_iter().find(|(row, _)| row.id() == USAGE);
        found.unwrap().1
    };
    let some = kanta_testkit::request().with(|it| {
        it.key_usage(&[DigitalSignature])
            .without_extended_key_usage()
    });
    assert_eq!(
        required(&asked(&some)),
        all_of(&["serverAuth", "clientAuth"])
    );
    let none = kanta_testkit::request().without_extensions();
    assert_eq!(asked(&none), Outcome::NotApplicable);
}

#[test]
fn the_address_that_is_missing_is_required() {
    let id = "observed-certificates/no-revocation-address";
    let (list, authority) = ("2.5.29.31", "1.3.6.1.5.5.7.1.1");
    let without = |oids: &[&str]| {
        let builder = oids
            .iter()
            .fold(server_certificate(), |it, oid| it.without_extension(oid));
        required(&outcome(Profile::Server, &builder, &question(), id))
    };
    let (points, access) = ("cRLDistributionPoints", "authorityInfoAccess");
    assert_eq!(without(&[list]), all_of(&[points]));
    assert_eq!(without(&[authority]), all_of(&[access]));
    assert_eq!(without(&[list, authority]), all_of(&[points, access]));
}

#[test]
fn the_policies_of_the_second_generation_are_not_known() {
    let second = "C=FI, O=Vaestorekisterikeskus CA, \
                  CN=VRK CA for Social Welfare and Healthcare Service Providers - G2";
    let signature_policy = "observed-certificates/signature-policy";
    for (profile, builder, id, policy) in [
        (
            Profile::Server,
            server_certificate(),
            POLICY,
            "`1.2.246.517.1.10.3xx.1`",
        ),
        (
            Profile::SystemSignature,
            system_signature_certificate(),
            signature_policy,
            "`1.2.246.517.1.10.3xx.2`",
        ),
    ] {
        let builder = builder.policies(&["0.4.0.2042.1.7"]);
        let third = outcome(profile, &builder, &question(), id);
        assert_eq!(required(&third), [policy; 3], "{id}");
        let found = outcome(profile, &builder.issuer(second), &question(), id);
        assert!(
            matches!(found, Outcome::Undetermined(Why::EvidenceOutside(_))),
            "{id}: {found:?}"
        );
    }
}

#[test]
fn of_two_serial_numbers_of_a_signature_certificate_neither_counts_alone() {
    let id = "observed-certificates/signature-without-serial-number";
    let with = |serials: &str| {
        let subject = format!("O=Esimerkkiklinikka Oy, {serials}, CN=Järjestelmä");
        let builder = system_signature_certificate().subject(&subject);
        outcome(Profile::SystemSignature, &builder, &Question::on(DAY), id)
    };
    for serials in [
        "serialNumber=1.2.246.10.12345671.10.0, serialNumber=1.2.246.10.12345671.10.1",
        "serialNumber=1234567-1, serialNumber=1.2.246.10.12345671.10.0",
    ] {
        assert_eq!(open(&with(serials)), SEVERAL, "{serials}");
    }
    let neither = with("serialNumber=1234567-1, serialNumber=7654321-2");
    assert_eq!(required(&neither), ["an OID", "OID-tunnus", "en OID-kod"]);
}

#[test]
fn a_certificate_is_examined_on_one_day_after_the_other() {
    let read = certificate(&server_certificate());
    let signs = certificate(&system_signature_certificate());
    let at = FieldPath::named("access_point", "ap1");
    let question = question();
    for (profile, read) in [
        (Profile::Server, &read),
        (Profile::Server, &signs),
        (Profile::SystemSignature, &signs),
    ] {
        let asked = AskedDay::new(DAY);
        let examination = Examination::new(profile, read, &question, &asked);
        let mut each_day = EachDay::new(&asked);
        examination.add_to(&at, &mut each_day);
        assert_eq!(each_day.len(), profile.outcomes(read, &question).len());
        let mut found: Vec<Finding> = Vec::new();
        for day in [
            DAY,
            Date::constant(2026, 8, 31),
            Date::constant(2026, 9, 1),
            Date::constant(2025, 8, 31),
        ] {
            each_day.find(day, &mut found);
            let asked = Question::on(day).access_point(OID).dns_name(NAME);
            let asked = asked.holder(Holder {
                administrator: "Esimerkkiklinikka Oy",
                others: &["Toinen Oy"],
            });
            assert_eq!(found, profile.findings(read, &asked, &at), "{day}");
        }
    }
}

#[test]
fn a_certificate_of_another_kind_is_told_with_both_kinds() {
    let found = outcome(
        Profile::Server,
        &system_signature_certificate(),
        &question(),
        KIND,
    );
    let told = |text: Text| Language::ALL.map(|language| text.get(language).to_owned());
    assert_eq!(required(&found), told(Profile::Server.name()));
}
