//! Chapter 3: the access point, its place, its addresses, its identifier, its certificates.

use kanta_address_index::{JoiningModel, Register, Service};
use kanta_conformance::{
    Bound, Citation, Country, Date, Evidence, Example, InForce, Outcome, Requirement, Row, Text,
    Value, Version, Why,
};
use kanta_oid::Form;

use super::known::Open;
use super::{
    About, Chapter, MUST, OfAccessPoint, OfConsolidationPoint, OfPlan, SHOULD, V3_17, clause,
};
use crate::plan::{AccessPoint, Approval, Claim, ConsolidationPoint, TlsVersion, Who};

pub(super) static CHAPTER: Chapter = Chapter {
    access_points: ACCESS_POINTS,
    consolidation_points: CONSOLIDATION_POINTS,
    plan: PLAN,
    ..Chapter::EMPTY
};

/// Edition 3.17: Finland or the EU, and a separate approval outside Finland.
const LOCATION_OF_2025: Date = Date::constant(2025, 9, 1);

const ASK_KANTA: Text = Text::new(
    "ask Kanta Services for a separate approval before the connection is taken into use",
    "pyydä Kanta-palveluilta erillinen hyväksyntä ennen yhteyden käyttöönottoa",
    "be Kanta-tjänsterna om ett separat godkännande innan förbindelsen tas i bruk",
);

const IN_FINLAND: Text = Text::new("Finland", "Suomi", "Finland");
const IN_EU: Text = Text::new(
    "a member state of the EU",
    "EU:n jäsenvaltio",
    "en medlemsstat i EU",
);

static ACCESS_POINTS: &[Row<OfAccessPoint>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/access-point-outside-finland",
            citations: &[
                Citation::guide_until("2.3", Version::new(3, 9), Version::new(3, 12)),
                Citation::guide_until("3.1.1", Version::new(3, 13), Version::new(3, 16)),
            ],
            statement: Text::new(
                "the access point is in Finland",
                "liityntäpiste sijaitsee Suomessa",
                "anslutningspunkten finns i Finland",
            ),
            fault: Text::new(
                "the access point is outside Finland",
                "liityntäpiste on Suomen ulkopuolella",
                "anslutningspunkten finns utanför Finland",
            ),
            remedy: Text::new(
                "move the access point to Finland, or wait for edition 3.17 (1.9.2025), which allows the EU with an approval",
                "siirrä liityntäpiste Suomeen tai odota versiota 3.17 (1.9.2025), joka sallii EU-alueen hyväksynnällä",
                "flytta anslutningspunkten till Finland eller vänta på version 3.17 (1.9.2025), som tillåter EU med godkännande",
            ),
            reading: Some(Text::new(
                "Åland under its own country code (AX) is left open",
                "Ahvenanmaa omalla maakoodillaan (AX) jää avoimeksi",
                "Åland med sin egen landskod (AX) lämnas öppet",
            )),
            in_force: InForce {
                from: Bound::On(Date::constant(2021, 2, 16)),
                until: Bound::On(LOCATION_OF_2025),
            },
            purpose: Some(Text::new(
                "client data leave the party's own systems at the access point; the rule kept that place in Finland, and the guide gives no reason of its own",
                "asiakastiedot lähtevät liittyjän omista järjestelmistä liityntäpisteessä; sääntö piti sen paikan Suomessa, eikä ohje itse perustele sitä",
                "klientuppgifterna lämnar aktörens egna system i anslutningspunkten; regeln höll den platsen i Finland, och anvisningen motiverar det inte",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
country = "SE""#,
                after: r#"[[access_point]]
id = "ap1"
country = "FI""#,
            }),
            fields: &["country"],
            ..MUST
        },
        check: |about| match about.item.country {
            None => about.missing("country"),
            Some(Country::FINLAND) => Outcome::Satisfied,
            Some(country) if is_aland(country) => Outcome::ambiguous(ALAND),
            Some(country) => Outcome::violated(Value::Country(country), Value::Term(IN_FINLAND)),
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/access-point-outside-eu",
            citations: &[clause("3.1.1"), clause("7")],
            statement: Text::new(
                "the access point is in Finland or in the EU area",
                "liityntäpiste sijaitsee Suomessa tai EU-alueella",
                "anslutningspunkten finns i Finland eller i EU-området",
            ),
            fault: Text::new(
                "the access point is neither in Finland nor in the EU",
                "liityntäpiste ei ole Suomessa eikä EU-alueella",
                "anslutningspunkten finns varken i Finland eller i EU",
            ),
            remedy: Text::new(
                "move the access point to Finland or to a member state of the EU",
                "siirrä liityntäpiste Suomeen tai EU:n jäsenvaltioon",
                "flytta anslutningspunkten till Finland eller till en medlemsstat i EU",
            ),
            reading: Some(Text::new(
                "the EEA is not the EU; territories of member states with a code of their own are not treated in the guide",
                "ETA ei ole EU; ohje ei käsittele jäsenvaltioiden alueita, joilla on oma maakoodi",
                "EES är inte EU; anvisningen behandlar inte medlemsstaternas områden som har en egen landskod",
            )),
            in_force: InForce::from(LOCATION_OF_2025),
            purpose: Some(Text::new(
                "client data leave the party's own systems at the access point; the rule keeps that place in Finland or the EU, and the guide gives no reason of its own",
                "asiakastiedot lähtevät liittyjän omista järjestelmistä liityntäpisteessä; sääntö pitää sen paikan Suomessa tai EU:ssa, eikä ohje itse perustele sitä",
                "klientuppgifterna lämnar aktörens egna system i anslutningspunkten; regeln håller den platsen i Finland eller i EU, och anvisningen motiverar det inte",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
country = "NO""#,
                after: r#"[[access_point]]
id = "ap1"
country = "FI""#,
            }),
            fields: &["country"],
            ..MUST
        },
        check: |about| match about.item.country {
            None => about.missing("country"),
            Some(country) if country.is_eu_member() => Outcome::Satisfied,
            Some(country) if country.is_territory_of_eu_member() => Outcome::ambiguous(TERRITORY),
            Some(country) => Outcome::violated(Value::Country(country), Value::Term(IN_EU)),
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/access-point-abroad-not-approved",
            citations: &[clause("3.1.1"), clause("7")],
            statement: Text::new(
                "an access point anywhere but in Finland is approved separately by Kanta Services",
                "muualla kuin Suomessa sijaitseva liityntäpiste hyväksytään erikseen Kanta-palveluissa",
                "en anslutningspunkt någon annanstans än i Finland godkänns separat i Kanta-tjänsterna",
            ),
            fault: Text::new(
                "the access point is abroad and Kanta has not approved it separately",
                "liityntäpiste on ulkomailla, eikä Kanta ole hyväksynyt sitä erikseen",
                "anslutningspunkten finns utomlands och Kanta har inte godkänt den separat",
            ),
            remedy: ASK_KANTA,
            reading: Some(APPROVAL_OF_ITS_OWN),
            in_force: InForce::from(LOCATION_OF_2025),
            purpose: Some(Text::new(
                "Kanta judges each place abroad for itself before client data pass through it",
                "Kanta arvioi jokaisen ulkomaisen sijaintipaikan erikseen, ennen kuin asiakastietoja kulkee sen kautta",
                "Kanta bedömer varje plats utomlands för sig innan klientuppgifter passerar den",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
country = "SE"
approval = false"#,
                after: r#"[[access_point]]
id = "ap1"
country = "SE"
approval = { by = "Kanta-palvelut", on = 2025-10-01, reference = "123" }"#,
            }),
            fields: &["approval", "country"],
            ..MUST
        },
        check: |about| approved_abroad(&about, about.item.country, about.item.approval.as_ref()),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/several-addresses",
            citations: &[clause("3.1.2")],
            statement: Text::new(
                "one address in data communication is given for an access point",
                "liityntäpisteelle ilmoitetaan yksi tietoliikenneosoite",
                "en datakommunikationsadress anges för en anslutningspunkt",
            ),
            fault: Text::new(
                "the access point has several addresses",
                "liityntäpisteellä on useita osoitteita",
                "anslutningspunkten har flera adresser",
            ),
            remedy: Text::new(
                "keep one address, unless the others are needed, for example for a backup connection",
                "pidä yksi osoite, elleivät muut ole tarpeen esimerkiksi varayhteyttä varten",
                "behåll en adress, om inte de andra behövs till exempel för en reservförbindelse",
            ),
            purpose: Some(Text::new(
                "every further address is one more to register, to route and to protect",
                "jokainen lisäosoite on rekisteröitävä, reititettävä ja suojattava",
                "varje ytterligare adress ska registreras, dirigeras och skyddas",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
addresses = [
  { ip = "192.31.196.7", fixed = true, registered_to = "party" },
  { ip = "192.31.196.8", fixed = true, registered_to = "party" },
]"#,
                after: r#"[[access_point]]
id = "ap1"
addresses = [
  { ip = "192.31.196.7", fixed = true, registered_to = "party" },
]"#,
            }),
            fields: &["addresses"],
            ..SHOULD
        },
        check: |about| match about.item.addresses.as_deref() {
            None | Some([]) => about.missing("addresses"),
            Some([_]) => Outcome::Satisfied,
            Some(addresses) => {
                let count = u64::try_from(addresses.len()).unwrap_or(u64::MAX);
                Outcome::violated(Value::Count(count), Value::Count(1))
            }
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/oid-not-under-administrator",
            citations: &[clause("3.1.3")],
            statement: Text::new(
                "the access point's OID is formed in node 13 under the OID of whoever administers the access point",
                "liityntäpisteen OID-tunnus muodostetaan solmuun 13 liityntäpistettä hallinnoivan organisaation OID-tunnuksen alle",
                "anslutningspunktens OID-kod bildas i nod 13 under OID-koden för den som administrerar anslutningspunkten",
            ),
            fault: Text::new(
                "the access point's OID does not lie under its administrator's OID",
                "liityntäpisteen OID-tunnus ei ole hallinnoijansa OID-tunnuksen alla",
                "anslutningspunktens OID-kod ligger inte under administratörens OID-kod",
            ),
            remedy: Text::new(
                "form the OID from the administrator's own OID followed by .13 and a number, or name the right administrator",
                "muodosta tunnus hallinnoijan omasta OID-tunnuksesta, jota seuraa .13 ja numero, tai nimeä oikea hallinnoija",
                "bilda koden av administratörens egen OID-kod följd av .13 och ett nummer, eller ange rätt administratör",
            ),
            reading: Some(Text::new(
                "the administrator's present OID decides; another unit of the same organisation is left open",
                "hallinnoijan nykyinen OID-tunnus ratkaisee; saman organisaation toinen yksikkö jää avoimeksi",
                "administratörens nuvarande OID-kod avgör; en annan enhet i samma organisation lämnas öppen",
            )),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "the OID by itself tells who answers for the access point",
                "OID-tunnus kertoo jo sellaisenaan, kuka vastaa liityntäpisteestä",
                "OID-koden berättar redan i sig vem som svarar för anslutningspunkten",
            )),
            example: Some(Example {
                before: r#"[party]
oid = "1.2.246.10.12345671.10.0"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.10.76543212.10.0.13.1""#,
                after: r#"[party]
oid = "1.2.246.10.12345671.10.0"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.10.12345671.10.0.13.1""#,
            }),
            fields: &["oid", "administrator", "party.oid"],
            ..MUST
        },
        check: oid_under_administrator,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/oid-form-not-of-register",
            citations: &[clause("3.1.3")],
            statement: Text::new(
                "the form of the access point's OID is that of the register in which its administrator stands",
                "liityntäpisteen OID-tunnuksen muoto on sen rekisterin mukainen, jossa hallinnoija on",
                "formen på anslutningspunktens OID-kod följer det register där administratören finns",
            ),
            fault: Text::new(
                "the form of the access point's OID is not that of its administrator's register",
                "liityntäpisteen OID-tunnuksen muoto ei ole hallinnoijan rekisterin mukainen",
                "formen på anslutningspunktens OID-kod är inte den som hör till administratörens register",
            ),
            remedy: Text::new(
                "check in which register the administrator stands, and form the OID under the OID that it has there",
                "tarkista, missä rekisterissä hallinnoija on, ja muodosta tunnus siellä olevan OID-tunnuksen alle",
                "kontrollera i vilket register administratören finns och bilda koden under den OID-kod den har där",
            ),
            reading: Some(Text::new(
                "hospital pharmacies and medicine centres have no form of their own: that of the register in which they stand",
                "sairaala-apteekeilla ja lääkekeskuksilla ei ole omaa muotoa: muoto on sen rekisterin, jossa ne ovat",
                "sjukhusapotek och läkemedelscentraler har ingen egen form: formen är den i registret där de finns",
            )),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "the form tells in which register the administrator stands, so that the OID can be looked up there",
                "muoto kertoo, missä rekisterissä hallinnoija on, joten tunnuksen voi tarkistaa sieltä",
                "formen berättar i vilket register administratören finns, så att koden kan kontrolleras där",
            )),
            example: Some(Example {
                before: r#"[party]
register = "valvira"
oid = "1.2.246.537.28.10000222116"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.10.12345671.10.0.13.1""#,
                after: r#"[party]
register = "valvira"
oid = "1.2.246.537.28.10000222116"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.537.28.10000222116.13.1""#,
            }),
            fields: &["oid", "administrator", "party.register"],
            ..MUST
        },
        check: oid_form_of_register,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/oid-used-twice",
            citations: &[clause("3.1.3")],
            statement: Text::new(
                "every access point has an OID of its own",
                "jokaisella liityntäpisteellä on oma OID-tunnus",
                "varje anslutningspunkt har en egen OID-kod",
            ),
            fault: Text::new(
                "another access point has the same OID",
                "toisella liityntäpisteellä on sama OID-tunnus",
                "en annan anslutningspunkt har samma OID-kod",
            ),
            remedy: Text::new(
                "give each access point a number of its own after .13, or list one access point with several servers",
                "anna kullekin liityntäpisteelle oma numero .13:n jälkeen tai luettele yksi liityntäpiste, jolla on useita palvelimia",
                "ge varje anslutningspunkt ett eget nummer efter .13, eller ange en anslutningspunkt med flera servrar",
            ),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "rights and certificates name an access point by its OID; two with the same OID cannot be told apart",
                "oikeudet ja varmenteet nimeävät liityntäpisteen OID-tunnuksella; kahta samantunnuksista ei voi erottaa",
                "rättigheter och certifikat anger en anslutningspunkt med dess OID-kod; två med samma kod kan inte skiljas åt",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
oid = "1.2.246.10.12345671.10.0.13.1"

[[access_point]]
id = "ap2"
oid = "1.2.246.10.12345671.10.0.13.1""#,
                after: r#"[[access_point]]
id = "ap1"
oid = "1.2.246.10.12345671.10.0.13.1"

[[access_point]]
id = "ap2"
oid = "1.2.246.10.12345671.10.0.13.2""#,
            }),
            fields: &["oid"],
            ..MUST
        },
        check: oid_unique,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/server-certificate-missing",
            citations: &[clause("3.2"), clause("6")],
            statement: Text::new(
                "a social welfare and health care server certificate is installed for the access point",
                "liityntäpisteeseen asennetaan sosiaali- ja terveydenhuollon palvelinvarmenne",
                "ett servercertifikat för social- och hälsovården installeras för anslutningspunkten",
            ),
            fault: Text::new(
                "the access point has no server certificate",
                "liityntäpisteellä ei ole palvelinvarmennetta",
                "anslutningspunkten har inget servercertifikat",
            ),
            remedy: Text::new(
                "let the administrator of the access point order a server certificate from the Digital and Population Data Services Agency",
                "liityntäpistettä hallinnoiva organisaatio tilaa palvelinvarmenteen Digi- ja väestötietovirastolta",
                "den som administrerar anslutningspunkten beställer ett servercertifikat av Myndigheten för digitalisering och befolkningsdata",
            ),
            purpose: Some(Text::new(
                "with it Kanta identifies the access point, and the encrypted connection is formed",
                "sen avulla Kanta tunnistaa liityntäpisteen ja salattu yhteys muodostetaan",
                "med det identifierar Kanta anslutningspunkten och den krypterade förbindelsen bildas",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
certificate = false"#,
                after: r#"[[access_point]]
id = "ap1"
certificate = "certificates/clinic-server.pem""#,
            }),
            fields: &["certificate"],
            ..MUST
        },
        check: |about| match &about.item.certificate {
            Some(Claim::Stated(_)) => Outcome::Satisfied,
            Some(Claim::Denied) => Outcome::violated(NO, CERTIFICATE),
            None => about.missing("certificate"),
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/tls-version-too-old",
            citations: &[clause("abbreviations"), clause("3.2")],
            statement: Text::new(
                "connections are encrypted with TLS version 1.2",
                "yhteydet salataan TLS:n versiolla 1.2",
                "förbindelserna krypteras med TLS version 1.2",
            ),
            fault: Text::new(
                "the access point offers a protocol older than TLS 1.2",
                "liityntäpiste tarjoaa TLS 1.2:ta vanhempaa protokollaa",
                "anslutningspunkten erbjuder ett protokoll som är äldre än TLS 1.2",
            ),
            remedy: Text::new(
                "switch off every protocol older than TLS 1.2, and offer TLS 1.2",
                "poista käytöstä TLS 1.2:ta vanhemmat protokollat ja tarjoa TLS 1.2:ta",
                "slå av alla protokoll som är äldre än TLS 1.2 och erbjud TLS 1.2",
            ),
            reading: Some(Text::new(
                "older versions do not pass; 1.3 without 1.2 is left open",
                "vanhemmat versiot eivät kelpaa; 1.3 ilman 1.2:ta jää avoimeksi",
                "äldre versioner duger inte; 1.3 utan 1.2 lämnas öppet",
            )),
            purpose: Some(Text::new(
                "older protocols have known weaknesses through which traffic can be read or changed",
                "vanhemmissa protokollissa on tunnettuja heikkouksia, joiden kautta liikennettä voi lukea tai muuttaa",
                "äldre protokoll har kända svagheter genom vilka trafiken kan läsas eller ändras",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
tls = ["1.0", "1.2"]"#,
                after: r#"[[access_point]]
id = "ap1"
tls = ["1.2", "1.3"]"#,
            }),
            fields: &["tls"],
            ..MUST
        },
        check: |about| match about.item.tls.as_deref() {
            None => about.missing("tls"),
            Some([]) => {
                Outcome::violated(Value::Term(NO_TLS), Value::Term(TlsVersion::Tls12.name()))
            }
            Some(versions) => match versions.iter().min() {
                Some(oldest) if *oldest < TlsVersion::Tls12 => Outcome::violated(
                    Value::Term(oldest.name()),
                    Value::Term(TlsVersion::Tls12.name()).at_least(),
                ),
                _ if versions.contains(&TlsVersion::Tls12) => Outcome::Satisfied,
                _ => Outcome::ambiguous(TLS_1_3_ALONE),
            },
        },
    },
];

const NO: Value = Value::Term(Text::new("none", "ei ole", "inget"));
const CERTIFICATE: Value = Value::Term(Text::new(
    "a server certificate",
    "palvelinvarmenne",
    "ett servercertifikat",
));
const NO_TLS: Text = Text::new("no encryption", "ei salausta", "ingen kryptering");

const TLS_1_3_ALONE: Text = Text::new(
    "the guide says that version 1.2 is used; whether 1.3 alone will do it does not say",
    "ohjeen mukaan käytetään versiota 1.2; se ei sano, riittääkö pelkkä 1.3",
    "enligt anvisningen används version 1.2; den säger inte om 1.3 ensam räcker",
);

const ALAND: Text = Text::new(
    "whether Åland under its own country code counts as Finland, the guide does not say",
    "ohje ei sano, luetaanko Ahvenanmaa omalla maakoodillaan Suomeksi",
    "anvisningen säger inte om Åland med sin egen landskod räknas som Finland",
);

const TERRITORY: Text = Text::new(
    "whether the EU area includes territories of member states with a code of their own, the guide does not say",
    "ohje ei sano, kuuluvatko jäsenvaltioiden omalla maakoodilla merkityt alueet EU-alueeseen",
    "anvisningen säger inte om EU-området omfattar medlemsstaternas områden med egen landskod",
);

const APPROVAL_OF_ITS_OWN: Text = Text::new(
    "approval of the joining application is another thing and does not count",
    "liittymishakemuksen hyväksyminen on eri asia eikä riitä",
    "godkännandet av anslutningsansökan är en annan sak och räcker inte",
);

const OTHER_UNIT: Text = Text::new(
    "an access point under another unit of the same organisation is not treated in the guide",
    "ohje ei käsittele liityntäpistettä saman organisaation toisen yksikön alla",
    "anvisningen behandlar inte en anslutningspunkt under en annan enhet i samma organisation",
);

fn is_aland(country: Country) -> bool {
    country.code() == "AX"
}

/// Kanta's separate approval of a point that is not in Finland.
fn approved_abroad<T>(
    about: &About<'_, T>,
    country: Option<Country>,
    approval: Option<&Claim<Approval>>,
) -> Outcome {
    const APPROVED: Text = Text::new(
        "a separate approval by Kanta Services",
        "Kanta-palvelujen erillinen hyväksyntä",
        "ett separat godkännande av Kanta-tjänsterna",
    );
    const NONE: Text = Text::new("no approval", "ei hyväksyntää", "inget godkännande");
    match country {
        None => about.missing("country"),
        Some(Country::FINLAND) => Outcome::NotApplicable,
        Some(country) if is_aland(country) => Outcome::ambiguous(ALAND),
        Some(_) => match approval {
            None => about.missing("approval"),
            Some(Claim::Denied) => Outcome::violated(Value::Term(NONE), Value::Term(APPROVED)),
            Some(Claim::Stated(approval)) => match approval.on {
                None => about.missing("approval.on"),
                Some(day) if day > about.on => {
                    Outcome::violated(Value::Date(day), Value::Date(about.on).at_most())
                }
                Some(_) => Outcome::Satisfied,
            },
        },
    }
}

fn oid_under_administrator(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(administrator) = about.plan.administrator(about.item) else {
        return about.missing("administrator");
    };
    let Some(oid) = about.item.oid else {
        return about.missing("oid");
    };
    let Some(owner) = administrator.oid() else {
        return Outcome::missing(kanta_conformance::Path::new(&administrator.path(), "oid"));
    };
    if oid.owner() == owner {
        Outcome::Satisfied
    } else if oid.owner().same_organisation(&owner) {
        Outcome::silent(OTHER_UNIT)
    } else {
        const UNDER: Text = Text::new("under", "tunnuksen alla:", "under");
        Outcome::violated(
            Value::Oid(oid.to_string()),
            Value::About(UNDER, Box::new(Value::Oid(owner.to_string()))),
        )
    }
}

fn oid_form_of_register(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(administrator) = about.plan.administrator(about.item) else {
        return about.missing("administrator");
    };
    let register = match administrator {
        Who::Pharmacy(_) => Some(Register::Pharmacy),
        Who::Intermediary(_) => Some(Register::Intermediary),
        Who::Party(party) => party.register,
        Who::Tenant(tenant) => tenant.register,
        // Of other parties the plan says no register; their OID itself is compared in another row.
        Who::OtherParty(_) | Who::Organiser(_) => return Outcome::NotApplicable,
    };
    let Some(register) = register else {
        return Outcome::missing(kanta_conformance::Path::new(
            &administrator.path(),
            "register",
        ));
    };
    let Some(oid) = about.item.oid else {
        return about.missing("oid");
    };
    let forms: &[Form] = match register {
        Register::Sote => &[Form::Sote, Form::Sote537],
        Register::Valvira => &[Form::Valvira],
        Register::Pharmacy => &[Form::Pharmacy],
        Register::Intermediary => &[Form::Intermediary],
        _ => return about.missing("administrator"),
    };
    if forms.contains(&oid.form()) {
        Outcome::Satisfied
    } else {
        let patterns = forms
            .iter()
            .map(|form| Value::words(form.pattern()))
            .collect();
        Outcome::violated(Value::Oid(oid.to_string()), Value::OneOf(patterns))
    }
}

fn oid_unique(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(oid) = about.item.oid else {
        return about.missing("oid");
    };
    let others = || {
        about
            .plan
            .access_points
            .iter()
            .filter(|other| other.id != about.item.id)
    };
    if let Some(twin) = others().find(|other| other.oid == Some(oid)) {
        const ALSO: Text = Text::new(
            "also of access point",
            "myös liityntäpisteellä",
            "även hos anslutningspunkten",
        );
        const UNIQUE: Text = Text::new("an OID of its own", "oma OID-tunnus", "en egen OID-kod");
        let found = Value::List(vec![
            Value::Oid(oid.to_string()),
            Value::About(ALSO, Box::new(Value::words(&twin.id))),
        ]);
        return Outcome::violated(found, Value::Term(UNIQUE));
    }
    let open: Vec<_> = others()
        .filter(|other| other.oid.is_none())
        .map(|other| kanta_conformance::Path::new(&format!("access_point.{}", other.id), "oid"))
        .collect();
    if open.is_empty() {
        Outcome::Satisfied
    } else {
        Outcome::Undetermined(Why::InputMissing(open))
    }
}

static CONSOLIDATION_POINTS: &[Row<OfConsolidationPoint>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/consolidation-point-abroad-not-approved",
            citations: &[clause("3.1.1")],
            statement: Text::new(
                "a consolidation point anywhere but in Finland is approved separately by Kanta Services",
                "muualla kuin Suomessa sijaitseva tietoliikenteen kokoamispiste hyväksytään erikseen Kanta-palveluissa",
                "en samlingspunkt för datakommunikation någon annanstans än i Finland godkänns separat i Kanta-tjänsterna",
            ),
            fault: Text::new(
                "the consolidation point is abroad and Kanta has not approved it separately",
                "kokoamispiste on ulkomailla, eikä Kanta ole hyväksynyt sitä erikseen",
                "samlingspunkten finns utomlands och Kanta har inte godkänt den separat",
            ),
            remedy: ASK_KANTA,
            reading: Some(APPROVAL_OF_ITS_OWN),
            in_force: InForce::from(LOCATION_OF_2025),
            purpose: Some(Text::new(
                "the traffic of several access points passes through it: Kanta judges each place abroad for itself",
                "sen kautta kulkee usean liityntäpisteen liikenne: Kanta arvioi jokaisen ulkomaisen paikan erikseen",
                "trafiken från flera anslutningspunkter går genom den: Kanta bedömer varje plats utomlands för sig",
            )),
            example: Some(Example {
                before: r#"[[consolidation_point]]
id = "node1"
country = "SE"
approval = false"#,
                after: r#"[[consolidation_point]]
id = "node1"
country = "SE"
approval = { by = "Kanta-palvelut", on = 2025-10-01, reference = "123" }"#,
            }),
            fields: &["approval", "country"],
            ..MUST
        },
        check: |about| approved_abroad(&about, about.item.country, about.item.approval.as_ref()),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/consolidation-point-outside-eu",
            citations: &[Citation::guide("3.1.1", V3_17)],
            statement: Text::new(
                "where a consolidation point may lie, with an approval, is settled",
                "on selvitetty, missä kokoamispiste hyväksynnällä voi sijaita",
                "det är utrett var en samlingspunkt med godkännande får finnas",
            ),
            fault: Text::new(
                "the consolidation point is outside the EU, of which the guide does not speak",
                "kokoamispiste on EU-alueen ulkopuolella, mitä ohje ei käsittele",
                "samlingspunkten finns utanför EU, vilket anvisningen inte behandlar",
            ),
            remedy: Text::new(
                "ask Kanta Services whether a consolidation point may lie there, and record the ruling in the plan",
                "kysy Kanta-palveluilta, voiko kokoamispiste sijaita siellä, ja kirjaa ratkaisu suunnitelmaan",
                "fråga Kanta-tjänsterna om en samlingspunkt får finnas där och anteckna avgörandet i planen",
            ),
            reading: Some(Text::new(
                "inside the EU an approval is enough; outside it is left open",
                "EU-alueella hyväksyntä riittää; sen ulkopuolella asia jää avoimeksi",
                "inom EU räcker ett godkännande; utanför lämnas det öppet",
            )),
            in_force: InForce::from(LOCATION_OF_2025),
            purpose: Some(Text::new(
                "the guide names consolidation points where it asks for an approval, not where it names the EU: better asked before one is built there",
                "ohje mainitsee kokoamispisteet hyväksynnän yhteydessä mutta ei EU-alueen: asia on hyvä kysyä ennen rakentamista",
                "anvisningen nämner samlingspunkter vid godkännandet men inte vid EU-området: frågan bör ställas före byggandet",
            )),
            example: Some(Example {
                before: r#"[[consolidation_point]]
id = "node1"
country = "NO""#,
                after: r#"[[consolidation_point]]
id = "node1"
country = "SE""#,
            }),
            fields: &["country"],
            ..MUST
        },
        check: |about: About<'_, &ConsolidationPoint>| match about.item.country {
            None => about.missing("country"),
            Some(country) if country.is_eu_member() => Outcome::Satisfied,
            Some(country) if country.is_territory_of_eu_member() => Outcome::ambiguous(TERRITORY),
            Some(_) => Outcome::silent(CONSOLIDATION_OUTSIDE_EU),
        },
    },
];

const CONSOLIDATION_OUTSIDE_EU: Text = Text::new(
    "whether a consolidation point must lie in the EU, the guide does not say",
    "ohje ei sano, onko kokoamispisteen sijaittava EU-alueella",
    "anvisningen säger inte om en samlingspunkt ska finnas i EU",
);

static PLAN: &[Row<OfPlan>] = &[Row {
    requirement: Requirement {
        id: "connection-models/system-signature-certificate-missing",
        citations: &[
            Citation::guide_until("2.6", Version::new(3, 7), Version::new(3, 12)),
            Citation::guide("3.3", Version::new(3, 13)),
            Citation::guide("6", Version::new(3, 13)),
        ],
        statement: Text::new(
            "whoever uses the Patient Data Repository or the Client Data Repository has a system signature certificate",
            "Potilastietovarannon tai Sosiaalihuollon asiakastietovarannon käyttäjällä on järjestelmäallekirjoitusvarmenne",
            "den som använder Patientdatalagret eller Socialvårdens klientdatalager har ett systemsignaturcertifikat",
        ),
        fault: Text::new(
            "there is no system signature certificate",
            "järjestelmäallekirjoitusvarmenne puuttuu",
            "systemsignaturcertifikat saknas",
        ),
        remedy: Text::new(
            "order a system signature certificate from the Digital and Population Data Services Agency",
            "tilaa järjestelmäallekirjoitusvarmenne Digi- ja väestötietovirastolta",
            "beställ ett systemsignaturcertifikat av Myndigheten för digitalisering och befolkningsdata",
        ),
        reading: Some(Text::new(
            "not asked for where only the Prescription Service or the Imaging Data Repository is used",
            "ei vaadita, jos käytetään vain Resepti-palvelua tai Kuva-aineistojen tietovarantoa",
            "krävs inte om bara Recepttjänsten eller Datalagret för bildmaterial används",
        )),
        in_force: InForce::seen(Date::constant(2019, 12, 9)),
        purpose: Some(Text::new(
            "its key signs the documents that no professional signs, so that their origin can be shown",
            "sen avaimella allekirjoitetaan asiakirjat, joita ammattihenkilö ei allekirjoita, jotta niiden alkuperä voidaan osoittaa",
            "med dess nyckel signeras de handlingar som ingen yrkesutbildad person signerar, så att deras ursprung kan visas",
        )),
        example: Some(Example {
            before: r#"signature_certificate = false"#,
            after: r#"[signature_certificate]
file = "certificates/clinic-signature.pem"
holder = "party""#,
        }),
        fields: &["signature_certificate", "use.service", "party.model"],
        ..MUST
    },
    check: signature_certificate,
}];

const IN_PARALLEL_JOINING: Text = Text::new(
    "whether a producer in parallel joining, whose documents arise in the organiser's system, needs a certificate of its own",
    "tarvitseeko rinnakkaisliittymisen palveluntuottaja oman varmenteen, kun asiakirjat syntyvät järjestäjän järjestelmässä",
    "behöver en tjänsteproducent i parallell anslutning ett eget certifikat när handlingarna uppstår i anordnarens system",
);

fn signature_certificate(about: About<'_, ()>) -> Outcome {
    let plan = about.plan;
    let asks = |service: Service| matches!(service, Service::PatientData | Service::SocialWelfare);
    if !plan.uses.iter().any(|u| asks(u.service)) {
        return Outcome::NotApplicable;
    }
    let in_patient_data = plan.uses.iter().any(|u| u.service == Service::PatientData);
    let mut open = Open::default();
    let root = |field| move || kanta_conformance::Path::new("", field);
    let given = plan
        .signature_certificate
        .as_ref()
        .map(|claim| matches!(claim, Claim::Stated(_)));
    let given = open.flag(given, root("signature_certificate"));
    let model = open.input(
        plan.party.as_ref().and_then(|party| party.model),
        JoiningModel::ALL,
        root("party.model"),
    );
    open.decide(|choice| {
        Some(match (given.under(choice)?, model.under(choice)?) {
            (true, _) => Outcome::Satisfied,
            (false, JoiningModel::Parallel) if !in_patient_data => {
                Outcome::ambiguous(IN_PARALLEL_JOINING)
            }
            (false, _) => Outcome::violated(
                NO,
                Value::Term(Text::new(
                    "a system signature certificate",
                    "järjestelmäallekirjoitusvarmenne",
                    "ett systemsignaturcertifikat",
                )),
            ),
        })
    })
}
