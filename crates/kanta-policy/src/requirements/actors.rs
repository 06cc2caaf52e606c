//! Chapter 2: who takes services into use, in which register they stand, and what they have agreed.

use kanta_address_index::{PartyKind, Register};
use kanta_conformance::{
    Date, Example, InForce, Outcome, Path, Requirement, Row, Text, Value, Why,
};

use super::facts::{AGREEMENT_FIELDS, Applies, done, in_force, t, where_it_applies};
use super::{About, Chapter, MUST, OfParty, OfTenant, OfUse, clause};
use crate::plan::{Claim, Done, Joining, Use, Who};

pub(super) static CHAPTER: Chapter = Chapter {
    party: PARTY,
    tenants: TENANTS,
    uses: USES,
    ..Chapter::EMPTY
};

const ENTER: Text = t(
    "have it entered in its register in the Code Service, and state since when it stands there",
    "huolehdi, että se merkitään rekisteriinsä koodistopalvelussa, ja ilmoita, mistä lähtien se on siellä",
    "se till att den införs i sitt register i kodtjänsten, och ange sedan när den står där",
);

const NEWCOMERS: Text = t(
    "the guide secures only those who stood in Valvira's register on 31.12.2023; of later ones it says nothing",
    "ohje turvaa vain ne, jotka olivat Valviran rekisterissä 31.12.2023; myöhemmistä se ei sano mitään",
    "anvisningen tryggar bara dem som fanns i Valviras register 31.12.2023; om senare säger den inget",
);

const JOINED_STEPS: Text = t(
    "the customer relation starts with the first service, and nothing may be used before it",
    "asiakkuus alkaa ensimmäisestä palvelusta, eikä mitään voi käyttää sitä ennen",
    "kundrelationen börjar med den första tjänsten, och inget får användas före den",
);

static PARTY: &[Row<OfParty>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/party-in-no-register",
            citations: &[clause("2.2")],
            statement: t(
                "a joining party stands in the SOTE organisation register, in Valvira's register or in Fimea's pharmacy register",
                "liittyjä on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
                "en anslutande aktör finns i organisationsregistret för social- och hälsovården, i Valviras register eller i Fimeas apoteksregister",
            ),
            fault: t(
                "the joining party stands in none of the three registers",
                "liittyjä ei ole missään kolmesta rekisteristä",
                "den anslutande aktören finns inte i något av de tre registren",
            ),
            remedy: ENTER,
            reading: Some(t(
                "the register of Kanta intermediaries is none of the three",
                "Kanta-välittäjärekisteri ei ole yksi näistä kolmesta",
                "registret över Kanta-förmedlare är inte ett av de tre",
            )),
            purpose: Some(t(
                "Kanta takes the basic facts on whoever joins from these registers",
                "Kanta saa liittyjien perustiedot näistä rekistereistä",
                "Kanta får basfakta om anslutande aktörer från dessa register",
            )),
            example: Some(Example {
                before: "[party]\nregister = \"sote\"\nregistered = false\n",
                after: "[party]\nregister = \"sote\"\nregistered = 2021-03-01\n",
            }),
            fields: &["register", "registered", "kind"],
            ..MUST
        },
        check: |about| {
            let party = about.plan.party.as_ref();
            let outcome = in_a_register(
                &about,
                party.and_then(|party| party.register),
                party.and_then(|party| party.registered.as_ref()),
            );
            where_it_applies(joins(&about), outcome)
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/entered-in-valviras-register-after-2023",
            citations: &[clause("2.2, note")],
            statement: t(
                "whoever joins from Valvira's register of self-employed professionals stood there on 31.12.2023",
                "Valviran itsenäisten ammatinharjoittajien rekisteristä liittyvä oli siinä 31.12.2023",
                "den som ansluter sig från Valviras register över självständiga yrkesutövare fanns där 31.12.2023",
            ),
            fault: t(
                "the joining party came into Valvira's register after 31.12.2023",
                "liittyjä on merkitty Valviran rekisteriin 31.12.2023 jälkeen",
                "den anslutande aktören infördes i Valviras register efter 31.12.2023",
            ),
            remedy: ASK_WHICH_REGISTER,
            reading: Some(NEWCOMERS),
            purpose: Some(BECAME_PRODUCERS),
            example: Some(Example {
                before: "[party]\nregister = \"valvira\"\nregistered = 2024-02-01\n",
                after: "[party]\nregister = \"sote\"\nregistered = 2024-02-01\n",
            }),
            in_force: SELF_EMPLOYED,
            fields: &["registered", "register"],
            ..MUST
        },
        check: |about| {
            let party = about.plan.party.as_ref();
            by_the_end_of_2023(
                &about,
                party.and_then(|party| party.register),
                party.and_then(|party| party.registered.as_ref()),
            )
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/commitment-not-given",
            citations: &[
                clause("2.2"),
                clause("4"),
                clause("4.1.1"),
                clause("4.1.2"),
                clause("4.1.3"),
            ],
            statement: t(
                "a joining party gives a commitment on the use of Kanta with its first service",
                "liittyjä antaa sitoumuksen Kannan käytöstä ensimmäisen palvelun yhteydessä",
                "en anslutande aktör avger en förbindelse om användningen av Kanta med sin första tjänst",
            ),
            fault: t(
                "the joining party has given no commitment",
                "liittyjä ei ole antanut sitoumusta",
                "den anslutande aktören har inte avgett någon förbindelse",
            ),
            remedy: t(
                "sign the commitment on the use of Kanta, and state when",
                "allekirjoita sitoumus Kannan käytöstä ja ilmoita, milloin",
                "underteckna förbindelsen om användningen av Kanta, och ange när",
            ),
            reading: Some(t(
                "one commitment is enough; a pharmacist's covers all pharmacies held, and a producer in parallel joining gives its own",
                "yksi sitoumus riittää; apteekkarin sitoumus kattaa kaikki hallussa olevat apteekit, ja rinnakkaisliittymisen palveluntuottaja antaa omansa",
                "en förbindelse räcker; apotekarens omfattar alla apotek som innehas, och en producent i parallell anslutning avger sin egen",
            )),
            purpose: Some(JOINED_STEPS),
            example: Some(Example {
                before: "[party.joining]\ncommitment = false\n",
                after: "[party.joining]\ncommitment = 2025-09-15\n",
            }),
            fields: &["joining.commitment", "kind"],
            ..MUST
        },
        check: |about| {
            step(
                &about,
                |joining| joining.commitment.as_ref(),
                "joining.commitment",
            )
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/terms-of-supply-not-accepted",
            citations: &[clause("2.2"), clause("4")],
            statement: t(
                "a joining party accepts the general terms of supply with its first service",
                "liittyjä hyväksyy yleiset toimitusehdot ensimmäisen palvelun yhteydessä",
                "en anslutande aktör godkänner de allmänna leveransvillkoren med sin första tjänst",
            ),
            fault: t(
                "the general terms of supply are not accepted",
                "yleisiä toimitusehtoja ei ole hyväksytty",
                "de allmänna leveransvillkoren är inte godkända",
            ),
            remedy: t(
                "accept the general terms of supply, and state when",
                "hyväksy yleiset toimitusehdot ja ilmoita, milloin",
                "godkänn de allmänna leveransvillkoren, och ange när",
            ),
            purpose: Some(JOINED_STEPS),
            example: Some(Example {
                before: "[party.joining]\nterms_of_supply = false\n",
                after: "[party.joining]\nterms_of_supply = 2025-09-15\n",
            }),
            fields: &["joining.terms_of_supply", "kind"],
            ..MUST
        },
        check: |about| {
            step(
                &about,
                |joining| joining.terms_of_supply.as_ref(),
                "joining.terms_of_supply",
            )
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/system-and-point-not-declared",
            citations: &[clause("2.2"), clause("4"), clause("4.2")],
            statement: t(
                "a joining party tells Kanta with which systems and through which access points it uses the services",
                "liittyjä ilmoittaa Kannalle, millä järjestelmillä ja minkä liityntäpisteiden kautta se käyttää palveluja",
                "en anslutande aktör meddelar Kanta med vilka system och via vilka anslutningspunkter den använder tjänsterna",
            ),
            fault: t(
                "Kanta has not been told with which systems and through which access points the services are used",
                "Kannalle ei ole ilmoitettu, millä järjestelmillä ja minkä liityntäpisteiden kautta palveluja käytetään",
                "Kanta har inte meddelats med vilka system och via vilka anslutningspunkter tjänsterna används",
            ),
            remedy: t(
                "declare systems and access points with the application, and state when (`declared`)",
                "ilmoita järjestelmät ja liityntäpisteet hakemuksessa ja kirjaa päivä (`declared`)",
                "uppge system och anslutningspunkter i ansökan, och ange när (`declared`)",
            ),
            purpose: Some(t(
                "the rights in access management are given by this declaration",
                "käyttövaltuudet annetaan tämän ilmoituksen perusteella",
                "rättigheterna i åtkomsthanteringen ges utifrån detta meddelande",
            )),
            example: Some(Example {
                before: "[party.joining]\ndeclared = false\n",
                after: "[party.joining]\ndeclared = 2025-09-15\n",
            }),
            fields: &["joining.declared", "kind"],
            ..MUST
        },
        check: |about| {
            step(
                &about,
                |joining| joining.declared.as_ref(),
                "joining.declared",
            )
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/joining-not-approved",
            citations: &[clause("2.2"), clause("4"), clause("4.2"), clause("4.2.1")],
            statement: t(
                "rights are given to the services for which Kanta has approved the application",
                "käyttövaltuudet annetaan palveluihin, joita koskevan hakemuksen Kanta on hyväksynyt",
                "rättigheter ges till de tjänster för vilka Kanta har godkänt ansökan",
            ),
            fault: t(
                "Kanta has not approved the application",
                "Kanta ei ole hyväksynyt hakemusta",
                "Kanta har inte godkänt ansökan",
            ),
            remedy: t(
                "wait for the approval before the connection is taken into use, and state when it came",
                "odota hyväksymistä ennen yhteyden käyttöönottoa ja ilmoita sen päivä",
                "vänta på godkännandet innan förbindelsen tas i bruk, och ange när det kom",
            ),
            purpose: Some(t(
                "no approval, no rights: requests would be turned away",
                "ilman hyväksymistä ei ole valtuuksia: pyynnöt torjuttaisiin",
                "utan godkännande inga rättigheter: begäran skulle avvisas",
            )),
            example: Some(Example {
                before: "[party.joining]\napproved = false\n",
                after: "[party.joining]\napproved = 2025-10-06\n",
            }),
            fields: &["joining.approved", "kind"],
            ..MUST
        },
        check: |about| {
            step(
                &about,
                |joining| joining.approved.as_ref(),
                "joining.approved",
            )
        },
    },
];

const ASK_WHICH_REGISTER: Text = t(
    "ask Kanta Services which register counts, and record the ruling in the plan",
    "kysy Kanta-palveluilta, mikä rekisteri ratkaisee, ja kirjaa ratkaisu suunnitelmaan",
    "fråga Kanta-tjänsterna vilket register som gäller och anteckna avgörandet i planen",
);

const BECAME_PRODUCERS: Text = t(
    "by act 741/2023 self-employed professionals became private service producers on 1.1.2024",
    "lain 741/2023 mukaan itsenäisistä ammatinharjoittajista tuli yksityisiä palveluntuottajia 1.1.2024",
    "enligt lagen 741/2023 blev självständiga yrkesutövare privata tjänsteproducenter 1.1.2024",
);

/// Act 741/2023, which the guide's note names with its day.
const SELF_EMPLOYED: InForce = InForce::from(Date::constant(2024, 1, 1));

/// Whether the party joins; an intermediary does not.
pub(super) fn joins<T>(about: &About<'_, T>) -> Applies {
    let kind = about.plan.party.as_ref().and_then(|party| party.kind);
    Applies::known_or(kind.map(PartyKind::can_join), || Path::new("party", "kind"))
}

/// A step of joining, of a party that joins.
pub(super) fn step<'a>(
    about: &About<'a, ()>,
    fact: impl FnOnce(&'a Joining) -> Option<&'a Done>,
    field: &'static str,
) -> Outcome {
    let fact = about
        .plan
        .party
        .as_ref()
        .and_then(|party| fact(&party.joining));
    where_it_applies(joins(about), done(about, fact, || about.path(field)))
}

/// Whether a party or a tenant stands in one of the three registers.
fn in_a_register<T>(
    about: &About<'_, T>,
    register: Option<Register>,
    registered: Option<&Done>,
) -> Outcome {
    let three = || {
        let names = [Register::Sote, Register::Valvira, Register::Pharmacy]
            .map(|register| Value::Term(register.name()));
        Value::OneOf(names.to_vec())
    };
    if register == Some(Register::Intermediary) {
        return Outcome::violated(Value::Term(Register::Intermediary.name()), three());
    }
    if let Some(Claim::Denied) = registered {
        const NOWHERE: Text = t("in no register", "ei rekisterissä", "inte i något register");
        return Outcome::violated(Value::Term(NOWHERE), three());
    }
    let entered = done(about, registered, || about.path("registered"));
    match (register, entered) {
        (_, violated @ Outcome::Violated { .. }) => violated,
        (Some(_), entered) => entered,
        (None, entered) => {
            let mut fields = vec![about.path("register")];
            if let Outcome::Undetermined(Why::InputMissing(more)) = entered {
                fields.extend(more);
            }
            Outcome::Undetermined(Why::InputMissing(fields))
        }
    }
}

/// Of those in Valvira's register: whether they stood there on 31.12.2023.
fn by_the_end_of_2023<T>(
    about: &About<'_, T>,
    register: Option<Register>,
    registered: Option<&Done>,
) -> Outcome {
    const LAST: Date = Date::constant(2023, 12, 31);
    let applies = Applies::known_or(register.map(|its| its == Register::Valvira), || {
        about.path("register")
    });
    let outcome = match registered {
        Some(Claim::Denied) => Outcome::NotApplicable,
        Some(Claim::Stated(Some(day))) if *day <= LAST => Outcome::Satisfied,
        Some(Claim::Stated(Some(_))) => Outcome::silent(NEWCOMERS),
        Some(Claim::Stated(None)) | None => about.missing("registered"),
    };
    where_it_applies(applies, outcome)
}

static TENANTS: &[Row<OfTenant>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/tenant-in-no-register",
            citations: &[clause("2.2")],
            statement: t(
                "a tenant stands in the SOTE organisation register, in Valvira's register or in Fimea's pharmacy register",
                "vuokralainen on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
                "en hyresgäst finns i organisationsregistret för social- och hälsovården, i Valviras register eller i Fimeas apoteksregister",
            ),
            fault: t(
                "the tenant stands in none of the three registers",
                "vuokralainen ei ole missään kolmesta rekisteristä",
                "hyresgästen finns inte i något av de tre registren",
            ),
            remedy: ENTER,
            purpose: Some(t(
                "messages name the tenant as the user, so it has to be known to the Code Service",
                "sanomat nimeävät vuokralaisen käyttäjäksi, joten koodistopalvelun on tunnettava se",
                "meddelanden anger hyresgästen som användare, så kodtjänsten måste känna till den",
            )),
            example: Some(Example {
                before: "[[tenant]]\nid = \"t1\"\nregister = \"intermediary\"\nregistered = 2022-01-01\n",
                after: "[[tenant]]\nid = \"t1\"\nregister = \"sote\"\nregistered = 2022-01-01\n",
            }),
            fields: &["register", "registered"],
            ..MUST
        },
        check: |about| in_a_register(&about, about.item.register, about.item.registered.as_ref()),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/tenant-entered-in-valviras-register-after-2023",
            citations: &[clause("2.2, note")],
            statement: t(
                "a tenant in Valvira's register of self-employed professionals stood there on 31.12.2023",
                "Valviran itsenäisten ammatinharjoittajien rekisterissä oleva vuokralainen oli siinä 31.12.2023",
                "en hyresgäst i Valviras register över självständiga yrkesutövare fanns där 31.12.2023",
            ),
            fault: t(
                "the tenant came into Valvira's register after 31.12.2023",
                "vuokralainen on merkitty Valviran rekisteriin 31.12.2023 jälkeen",
                "hyresgästen infördes i Valviras register efter 31.12.2023",
            ),
            remedy: ASK_WHICH_REGISTER,
            reading: Some(NEWCOMERS),
            purpose: Some(BECAME_PRODUCERS),
            example: Some(Example {
                before: "[[tenant]]\nid = \"t1\"\nregister = \"valvira\"\nregistered = 2024-02-01\n",
                after: "[[tenant]]\nid = \"t1\"\nregister = \"valvira\"\nregistered = 2020-02-01\n",
            }),
            in_force: SELF_EMPLOYED,
            fields: &["registered", "register"],
            ..MUST
        },
        check: |about| {
            by_the_end_of_2023(&about, about.item.register, about.item.registered.as_ref())
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/tenant-agreement-missing",
            citations: &[clause("2.3"), clause("4.1.1"), clause("7.4")],
            statement: t(
                "the joining party and the tenant settle duties and responsibilities in a mutual agreement",
                "liittyjä ja vuokralainen sopivat vastuista ja velvollisuuksista keskinäisessä sopimuksessa",
                "den anslutande aktören och hyresgästen avtalar om ansvar och skyldigheter i ett inbördes avtal",
            ),
            fault: t(
                "there is no agreement between the joining party and the tenant",
                "liittyjän ja vuokralaisen välillä ei ole sopimusta",
                "det finns inget avtal mellan den anslutande aktören och hyresgästen",
            ),
            remedy: t(
                "conclude the agreement, and state when it was signed and until when it runs (`false` if it has no end)",
                "tehkää sopimus ja ilmoittakaa sen päiväys ja päättymispäivä (`false`, jos sillä ei ole loppua)",
                "ingå avtalet, och ange när det undertecknades och hur länge det löper (`false` om det saknar slut)",
            ),
            purpose: Some(t(
                "the tenant gives no commitment to Kanta, so its duties rest on this agreement alone",
                "vuokralainen ei anna sitoumusta Kannalle, joten sen velvollisuudet nojaavat vain tähän sopimukseen",
                "hyresgästen avger ingen förbindelse till Kanta, så dess skyldigheter vilar på detta avtal",
            )),
            example: Some(Example {
                before: "[[tenant]]\nid = \"t1\"\nagreement = false\n",
                after: "[[tenant]]\nid = \"t1\"\nagreement = { signed = 2025-09-01, until = false }\n",
            }),
            fields: &["agreement"],
            ..MUST
        },
        check: |about| {
            in_force(
                &about,
                about.item.agreement.as_ref(),
                about.at,
                &AGREEMENT_FIELDS,
            )
        },
    },
];

static USES: &[Row<OfUse>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/service-used-by-intermediary",
            citations: &[clause("2.1"), clause("2.2")],
            statement: t(
                "a service is taken into use by a provider or a pharmacist",
                "palvelun ottaa käyttöön palvelunantaja tai apteekkari",
                "en tjänst tas i bruk av en tjänstetillhandahållare eller en apotekare",
            ),
            fault: t(
                "the service is to be used by an intermediary, which joins nothing itself",
                "palvelun käyttäjäksi on merkitty välittäjä, joka ei itse liity palveluihin",
                "tjänsten ska användas av en förmedlare, som inte själv ansluter sig",
            ),
            remedy: t(
                "name the party that the intermediary serves (`for`)",
                "nimeä liittyjä, jota välittäjä palvelee (`for`)",
                "ange den anslutande aktör som förmedlaren betjänar (`for`)",
            ),
            reading: Some(t(
                "nobody else than a provider or a pharmacist is named",
                "muita kuin palvelunantajaa tai apteekkaria ei nimetä",
                "ingen annan än en tjänstetillhandahållare eller en apotekare nämns",
            )),
            purpose: Some(t(
                "an intermediary carries the traffic of those that have joined",
                "välittäjä välittää liittyneiden liikennettä",
                "en förmedlare förmedlar trafiken för dem som har anslutit sig",
            )),
            example: Some(Example {
                before: "[party]\nkind = \"intermediary\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
                after: "[party]\nkind = \"intermediary\"\n[[other_party]]\nid = \"klinikka\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\nfor = \"klinikka\"\n",
            }),
            fields: &["for", "party.kind"],
            ..MUST
        },
        check: used_by_intermediary,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/service-description-not-accepted",
            citations: &[clause("2.2"), clause("4")],
            statement: t(
                "a joining party accepts the description of each service that it takes into use",
                "liittyjä hyväksyy jokaisen käyttöön ottamansa palvelun palvelukuvauksen",
                "en anslutande aktör godkänner beskrivningen av varje tjänst som den tar i bruk",
            ),
            fault: t(
                "the description of the service is not accepted",
                "palvelun palvelukuvausta ei ole hyväksytty",
                "beskrivningen av tjänsten är inte godkänd",
            ),
            remedy: t(
                "accept the description of the service, and state when under `service_descriptions`",
                "hyväksy palvelukuvaus ja kirjaa päivä kohtaan `service_descriptions`",
                "godkänn tjänstebeskrivningen, och ange när under `service_descriptions`",
            ),
            reading: Some(t(
                "asked for each of the four services; later ones need this and the application only",
                "vaaditaan kustakin neljästä palvelusta; myöhemmille riittävät tämä ja hakemus",
                "krävs för var och en av de fyra tjänsterna; för senare räcker detta och ansökan",
            )),
            purpose: Some(JOINED_STEPS),
            example: Some(Example {
                before: "[party.joining]\nservice_descriptions = { prescription = false }\n",
                after: "[party.joining]\nservice_descriptions = { prescription = 2025-09-15 }\n",
            }),
            fields: &["service", "party.joining.service_descriptions"],
            ..MUST
        },
        check: description_accepted,
    },
];

fn used_by_intermediary(about: About<'_, &Use>) -> Outcome {
    let required = || {
        Value::OneOf(
            [PartyKind::Provider, PartyKind::Pharmacist]
                .map(|kind| Value::Term(kind.name()))
                .to_vec(),
        )
    };
    match about.plan.who(&about.item.user) {
        Some(Who::Intermediary(intermediary)) => {
            Outcome::violated(Value::words(&intermediary.id), required())
        }
        Some(Who::Party(party)) => match party.kind {
            None => Outcome::missing(Path::new("party", "kind")),
            Some(kind) if kind.can_join() => Outcome::Satisfied,
            Some(kind) => Outcome::violated(Value::Term(kind.name()), required()),
        },
        Some(_) => Outcome::Satisfied,
        None => Outcome::missing(Path::new("party", "kind")),
    }
}

fn description_accepted(about: About<'_, &Use>) -> Outcome {
    let service = about.item.service;
    let own =
        about.item.user == "party" || about.plan.who(&about.item.user).is_some_and(Who::is_own);
    if !service.is_one_of_the_four() || !own {
        return Outcome::NotApplicable;
    }
    let accepted = about.plan.party.as_ref().and_then(|party| {
        let descriptions = &party.joining.service_descriptions;
        descriptions.iter().find(|(its, _)| *its == service)
    });
    let accepted = done(&about, accepted.map(|(_, done)| done), || {
        Path::new("party.joining.service_descriptions", service.code())
    });
    where_it_applies(joins(&about), accepted)
}
