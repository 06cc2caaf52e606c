//! Where engine and oracle differ about figures, and why.

use crate::oracle_comparison::compare::Difference;

/// The guide gives no figure for intermediaries and consolidation points; the engine reads that as: for the links of points
/// that the party administers. The oracle leaves out those two and no others.
const NOT_ITS_OWN: &str = "another party answers for the capacity of its own access point";

/// The oracle asks what the party is; the engine whose point the link starts from.
const PHARMACYS_OWN: &str =
    "a point that a pharmacy administers needs what that pharmacy needs, whoever plans it";

/// The same for the need that the party has defined, which the oracle holds against every link of the plan.
const NEED_OF_ITS_OWN: &str = "the party orders its own links to suit its need, and no others";

/// Alternative figures are one group (reading 54): where every way to fill in what is not said breaks none, or one, that is
/// the answer. The oracle asks each row by itself.
const GROUP: &str = "what every alternative comes to is the answer of them all";

pub(super) const SMALL: &[Difference] = &[
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "satisfied",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "violated",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:silent",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:input",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("pharmacy", &["unknown"]),
            ("administrator", &["party", "pharmacy"]),
            ("role", &["primary"]),
            ("from", &["access-point"]),
            ("down", &["9"]),
            ("up", &["9"]),
        ],
        oracle: "undetermined:input",
        engine: "violated",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("pharmacy", &["unknown"]),
            ("administrator", &["party", "pharmacy"]),
            ("role", &["primary"]),
            ("from", &["consolidation-point"]),
            ("down", &["9"]),
            ("up", &["9", "10", "11", "unknown"]),
        ],
        oracle: "undetermined:input",
        engine: "undetermined:silent",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("pharmacy", &["unknown"]),
            ("administrator", &["party", "pharmacy"]),
            ("role", &["primary"]),
            ("from", &["consolidation-point"]),
            ("down", &["10", "11", "unknown"]),
            ("up", &["9"]),
        ],
        oracle: "undetermined:input",
        engine: "undetermined:silent",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("pharmacy", &["hospital-pharmacy", "no-pharmacy"]),
            ("administrator", &["pharmacy"]),
            ("role", &["primary"]),
            ("from", &["access-point"]),
            ("down", &["9"]),
            ("up", &["9"]),
        ],
        oracle: "not-applicable",
        engine: "violated",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("pharmacy", &["hospital-pharmacy", "no-pharmacy"]),
            ("administrator", &["pharmacy"]),
            ("role", &["primary"]),
            ("from", &["consolidation-point"]),
            ("down", &["9"]),
            ("up", &["9", "10", "11", "unknown"]),
        ],
        oracle: "not-applicable",
        engine: "undetermined:silent",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("pharmacy", &["hospital-pharmacy", "no-pharmacy"]),
            ("administrator", &["pharmacy"]),
            ("role", &["primary"]),
            ("from", &["consolidation-point"]),
            ("down", &["10", "11", "unknown"]),
            ("up", &["9"]),
        ],
        oracle: "not-applicable",
        engine: "undetermined:silent",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-small-pharmacy",
        when: &[
            ("administrator", &["pharmacy"]),
            ("pharmacy", &["hospital-pharmacy", "no-pharmacy"]),
            ("role", &["primary", "unknown"]),
        ],
        oracle: "not-applicable",
        engine: "undetermined:input",
        because: PHARMACYS_OWN,
    },
];

pub(super) const LARGE: &[Difference] = &[
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "satisfied",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "violated",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:silent",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:input",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[
            ("pharmacy", &["unknown"]),
            ("administrator", &["party", "pharmacy"]),
            ("role", &["primary"]),
            ("down", &["30", "31"]),
            ("up", &["30", "31"]),
        ],
        oracle: "undetermined:input",
        engine: "satisfied",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[
            ("pharmacy", &["hospital-pharmacy", "no-pharmacy"]),
            ("administrator", &["pharmacy"]),
            ("role", &["primary"]),
            ("down", &["30", "31"]),
            ("up", &["30", "31"]),
        ],
        oracle: "not-applicable",
        engine: "satisfied",
        because: GROUP,
    },
    Difference {
        row: "link-too-slow-for-large-pharmacy",
        when: &[
            ("administrator", &["pharmacy"]),
            ("pharmacy", &["hospital-pharmacy", "no-pharmacy"]),
            ("role", &["primary", "unknown"]),
        ],
        oracle: "not-applicable",
        engine: "undetermined:input",
        because: PHARMACYS_OWN,
    },
];

pub(super) const UNDER: &[Difference] = &[
    Difference {
        row: "link-too-slow-under-10000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "satisfied",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-under-10000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "violated",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-under-10000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:silent",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-under-10000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:input",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
];

pub(super) const OVER: &[Difference] = &[
    Difference {
        row: "link-too-slow-over-100000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "satisfied",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-over-100000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "violated",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-over-100000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:silent",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-over-100000-documents",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:input",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-over-100000-documents",
        when: &[
            ("documents", &["unknown"]),
            ("pharmacy", &["no-pharmacy"]),
            ("administrator", &["party", "pharmacy"]),
            ("role", &["primary"]),
            ("down", &["500", "501"]),
            ("up", &["500", "501"]),
        ],
        oracle: "undetermined:input",
        engine: "satisfied",
        because: GROUP,
    },
];

pub(super) const IMAGING: &[Difference] = &[
    Difference {
        row: "link-too-slow-for-imaging",
        when: &[("administrator", &["other-party"])],
        oracle: "satisfied",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-imaging",
        when: &[("administrator", &["other-party"])],
        oracle: "violated",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-imaging",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:silent",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
    Difference {
        row: "link-too-slow-for-imaging",
        when: &[("administrator", &["other-party"])],
        oracle: "undetermined:input",
        engine: "not-applicable",
        because: NOT_ITS_OWN,
    },
];

pub(super) const NEED: &[Difference] = &[
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["other-party", "intermediary"])],
        oracle: "satisfied",
        engine: "not-applicable",
        because: NEED_OF_ITS_OWN,
    },
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["other-party", "intermediary"])],
        oracle: "violated",
        engine: "not-applicable",
        because: NEED_OF_ITS_OWN,
    },
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["other-party", "intermediary"])],
        oracle: "undetermined:silent",
        engine: "not-applicable",
        because: NEED_OF_ITS_OWN,
    },
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["other-party", "intermediary"])],
        oracle: "undetermined:input",
        engine: "not-applicable",
        because: NEED_OF_ITS_OWN,
    },
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["unknown"])],
        oracle: "satisfied",
        engine: "undetermined:input",
        because: NEED_OF_ITS_OWN,
    },
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["unknown"])],
        oracle: "violated",
        engine: "undetermined:input",
        because: NEED_OF_ITS_OWN,
    },
    Difference {
        row: "link-below-defined-need",
        when: &[("administrator", &["unknown"])],
        oracle: "undetermined:silent",
        engine: "undetermined:input",
        because: NEED_OF_ITS_OWN,
    },
];
