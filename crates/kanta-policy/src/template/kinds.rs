//! What each kind of plan is made of.

use super::Template;
use super::block::{
    BACKUP, Block, CLIENT_DATA, CLIENT_DATA_POINT, CLIENT_DATA_SYSTEM, CRYPTOGRAPHY, JOINING,
    OF_CLIENT_DATA, OF_INTERMEDIARIES, OF_RENEWALS, PATIENT_DATA, POINT, PRESCRIPTION, PRIMARY,
    PRIVATE_PROVIDER, READINESS, SECURITY, SEPARATE_ROUTE, SIGNATURE, SYSTEM, TOP, VOLUME, Values,
};

/// The tables of a kind, in their order.
pub(super) const fn blocks(kind: Template) -> &'static [Block] {
    match kind {
        Template::Clinic => CLINIC,
        Template::Pharmacy => PHARMACY,
        Template::Hospital => HOSPITAL,
        Template::SocialWelfare => SOCIAL_WELFARE,
        Template::Intermediary => INTERMEDIARY,
        Template::TenantHost => TENANT_HOST,
        Template::Parallel => PARALLEL,
    }
}

const CLINIC: &[Block] = &[
    TOP,
    PRIVATE_PROVIDER,
    JOINING,
    SYSTEM,
    POINT,
    PATIENT_DATA,
    PRESCRIPTION,
    SIGNATURE,
    PRIMARY,
    BACKUP,
    VOLUME,
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];

const PHARMACY: &[Block] = &[
    Block::new(
        "",
        &[("format", "1")],
        &[("signature_certificate", "false")],
    ),
    Block::new(
        "party",
        &[("kind", "\"pharmacist\""), ("model", "\"direct\"")],
        &[
            ("name", "\"Apteekkari Aino Esimerkki\""),
            ("register", "\"pharmacy\""),
        ],
    )
    .without(&["health_care", "social_welfare", "oid", "security_plan"]),
    Block::new(
        "party.joining",
        &[],
        &[("service_descriptions", "{ prescription = 2025-09-15 }")],
    ),
    Block::new("pharmacy", &[("id", "\"apteekki\"")], &[]),
    Block::new(
        "system",
        &[("id", "\"apj\""), ("kind", "\"pharmacy-system\"")],
        &[],
    ),
    Block::new(
        "access_point",
        &[
            ("id", "\"ap1\""),
            ("administrator", "\"apteekki\""),
            ("systems", "[\"apj\"]"),
        ],
        &[
            ("oid", "\"1.2.246.553.1.1234.13.1\""),
            (
                "addresses",
                "[{ ip = \"192.31.196.7\", fixed = true, registered_to = \"apteekki\" }]",
            ),
        ],
    ),
    Block::new(
        "use",
        &[
            ("service", "\"prescription\""),
            ("for", "\"apteekki\""),
            ("access_point", "\"ap1\""),
            ("system", "\"apj\""),
        ],
        &[],
    )
    .without(OF_RENEWALS),
    PRIMARY,
    BACKUP,
    Block::new("volume", &[], &[]).without(&["documents_per_day"]),
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];

/// What images ask of a link.
const OF_IMAGING: Values = &[("down_mbit", "1000"), ("up_mbit", "1000")];
const OF_IMAGING_BACKUP: Values = &[
    ("role", "\"backup\""),
    ("down_mbit", "1000"),
    ("up_mbit", "1000"),
    ("separate_route", SEPARATE_ROUTE),
];

const HOSPITAL: &[Block] = &[
    TOP,
    Block::new(
        "party",
        &[
            ("kind", "\"provider\""),
            ("sector", "\"public\""),
            ("health_care", "true"),
            ("model", "\"direct\""),
        ],
        &[("name", "\"Esimerkin hyvinvointialue\"")],
    )
    .without(OF_INTERMEDIARIES),
    Block::new(
        "party.joining",
        &[],
        &[(
            "service_descriptions",
            "{ patient-data = 2025-09-15, prescription = 2025-09-15, imaging = 2025-09-15 }",
        )],
    ),
    SYSTEM,
    Block::new("system", &[("id", "\"pacs\"")], &[]),
    Block::new(
        "access_point",
        &[
            ("id", "\"ap1\""),
            ("administrator", "\"party\""),
            ("systems", "[\"emr\", \"pacs\"]"),
        ],
        &[],
    ),
    PATIENT_DATA,
    PRESCRIPTION,
    Block::new(
        "use",
        &[
            ("service", "\"imaging\""),
            ("for", "\"party\""),
            ("access_point", "\"ap1\""),
            ("system", "\"pacs\""),
        ],
        &[],
    )
    .without(OF_RENEWALS),
    SIGNATURE,
    Block::new(
        "link",
        &[
            ("id", "\"line-a\""),
            ("from", "\"ap1\""),
            ("to", "\"kanta\""),
        ],
        OF_IMAGING,
    )
    .without(&["separate_route"]),
    Block::new(
        "link",
        &[
            ("id", "\"line-b\""),
            ("from", "\"ap1\""),
            ("to", "\"kanta\""),
        ],
        OF_IMAGING_BACKUP,
    ),
    VOLUME,
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];

const SOCIAL_WELFARE: &[Block] = &[
    TOP,
    Block::new(
        "party",
        &[
            ("kind", "\"provider\""),
            ("health_care", "false"),
            ("social_welfare", "true"),
            ("model", "\"direct\""),
        ],
        &[("name", "\"Esimerkkihoiva Oy\"")],
    )
    .without(OF_INTERMEDIARIES),
    OF_CLIENT_DATA,
    CLIENT_DATA_SYSTEM,
    CLIENT_DATA_POINT,
    CLIENT_DATA,
    SIGNATURE,
    PRIMARY,
    BACKUP,
    VOLUME,
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];

const INTERMEDIARY: &[Block] = &[
    TOP,
    Block::new(
        "party",
        &[
            ("kind", "\"intermediary\""),
            ("register", "\"intermediary\""),
            ("model", "\"direct\""),
        ],
        &[
            ("name", "\"Esimerkkivälittäjä Oy\""),
            ("oid", "\"1.2.246.537.6.918.18.42\""),
        ],
    )
    .without(&["health_care", "social_welfare"]),
    Block::new("other_party", &[("id", "\"asiakas\"")], &[]),
    Block::new(
        "system",
        &[("id", "\"valitys\""), ("kind", "\"transfer-service\"")],
        &[("class", "\"A1\"")],
    ),
    Block::new("system", &[("id", "\"emr\"")], &[]),
    Block::new(
        "access_point",
        &[
            ("id", "\"ap1\""),
            ("administrator", "\"party\""),
            ("systems", "[\"valitys\", \"emr\"]"),
        ],
        &[("oid", "\"1.2.246.537.6.918.18.42.13.1\"")],
    ),
    Block::new(
        "use",
        &[
            ("service", "\"patient-data\""),
            ("for", "\"asiakas\""),
            ("access_point", "\"ap1\""),
            ("system", "\"emr\""),
        ],
        &[],
    )
    .without(OF_RENEWALS),
    PRIMARY,
    BACKUP,
    VOLUME,
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];

const TENANT_HOST: &[Block] = &[
    TOP,
    PRIVATE_PROVIDER,
    JOINING,
    Block::new(
        "tenant",
        &[
            ("id", "\"vuokralainen\""),
            ("in_party_premises", "true"),
            ("uses_party_system", "true"),
        ],
        &[],
    ),
    SYSTEM,
    POINT,
    PATIENT_DATA,
    PRESCRIPTION,
    SIGNATURE,
    PRIMARY,
    BACKUP,
    VOLUME,
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];

const PARALLEL: &[Block] = &[
    TOP,
    Block::new(
        "party",
        &[
            ("kind", "\"provider\""),
            ("sector", "\"private\""),
            ("social_welfare", "true"),
            ("model", "\"parallel\""),
        ],
        &[("name", "\"Esimerkkihoiva Oy\""), ("health_care", "false")],
    )
    .without(OF_INTERMEDIARIES),
    OF_CLIENT_DATA,
    Block::new(
        "organiser",
        &[
            ("id", "\"alue\""),
            ("uses_access_points", "[\"ap1\"]"),
            ("provides_system", "true"),
        ],
        &[],
    ),
    CLIENT_DATA_SYSTEM,
    Block::new(
        "access_point",
        &[
            ("id", "\"ap1\""),
            ("administrator", "\"alue\""),
            ("systems", "[\"asj\"]"),
        ],
        &[
            ("oid", "\"1.2.246.10.23456780.10.0.13.1\""),
            (
                "addresses",
                "[{ ip = \"192.31.196.7\", fixed = true, registered_to = \"alue\" }]",
            ),
        ],
    ),
    CLIENT_DATA,
    SIGNATURE,
    PRIMARY,
    BACKUP,
    VOLUME,
    READINESS,
    SECURITY,
    CRYPTOGRAPHY,
];
