//! What is asked of a certificate.

use kanta_conformance::{Date, Environment, FieldPath};

use crate::issuer::IssuerList;
use crate::time::Moment;

/// One thing that a certificate can be held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asked<T> {
    /// It is not asked about: the rows that need it are not run.
    #[default]
    NotAsked,
    /// It is asked about and not known; this is the field to fill in.
    Missing(FieldPath),
    /// It is asked about and known.
    Is(T),
}

impl<T> Asked<T> {
    /// Known, or else missing at that place.
    pub fn or_missing(value: Option<T>, path: impl FnOnce() -> FieldPath) -> Self {
        value.map_or_else(|| Self::Missing(path()), Self::Is)
    }

    pub(crate) const fn is_asked(&self) -> bool {
        !matches!(self, Self::NotAsked)
    }
}

/// Who is meant to hold the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder<'a> {
    /// Whoever administers the access point, by name.
    pub administrator: &'a str,
    /// The others who are known by name: a certificate made out to one of them is someone else's.
    pub others: &'a [&'a str],
}

/// The time asked about: the civil day in Finland, and its first and last second, or for a single
/// moment that moment twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) day: Date,
    pub(crate) first: Moment,
    pub(crate) last: Moment,
}

impl When {
    /// A civil day.
    pub(crate) fn day(day: Date) -> Self {
        Self {
            day,
            first: Moment::start_of(day),
            last: Moment::end_of(day),
        }
    }
}

/// What is asked of a certificate: a time, and what it is held against.
///
/// ```
/// use kanta_cert::{Environment, Question};
/// use kanta_conformance::Date;
///
/// let question = Question::on(Date::constant(2025, 12, 1))
///     .environment(Environment::Production)
///     .access_point("1.2.246.10.12345671.10.0.13.1")
///     .dns_name("kanta.klinikka.example");
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Question<'a> {
    pub(crate) when: When,
    pub(crate) environment: Asked<Environment>,
    pub(crate) access_point: Asked<&'a str>,
    pub(crate) dns_name: Asked<&'a str>,
    pub(crate) holder: Asked<Holder<'a>>,
    pub(crate) issuers: &'a IssuerList,
}

impl<'a> Question<'a> {
    /// Asks about a civil day in Finland. A day of which only a part lies inside the validity is
    /// undetermined.
    pub fn on(day: Date) -> Self {
        Self::when(When::day(day))
    }

    /// Asks about one moment.
    pub fn at(moment: Moment) -> Self {
        Self::when(When {
            day: moment.finnish_day(),
            first: moment,
            last: moment,
        })
    }

    fn when(when: When) -> Self {
        Self {
            when,
            environment: Asked::NotAsked,
            access_point: Asked::NotAsked,
            dns_name: Asked::NotAsked,
            holder: Asked::NotAsked,
            issuers: IssuerList::built_in(),
        }
    }

    /// The environment that the certificate is to be used in.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Asked::Is(environment);
        self
    }

    /// The same, where it may be missing.
    pub fn environment_asked(mut self, environment: Asked<Environment>) -> Self {
        self.environment = environment;
        self
    }

    /// The OID of the access point that the certificate is for.
    pub fn access_point(mut self, oid: &'a str) -> Self {
        self.access_point = Asked::Is(oid);
        self
    }

    /// The same, where it may be missing.
    pub fn access_point_asked(mut self, oid: Asked<&'a str>) -> Self {
        self.access_point = oid;
        self
    }

    /// The DNS name of the access point's primary connection.
    pub fn dns_name(mut self, name: &'a str) -> Self {
        self.dns_name = Asked::Is(name);
        self
    }

    /// The same, where it may be missing.
    pub fn dns_name_asked(mut self, name: Asked<&'a str>) -> Self {
        self.dns_name = name;
        self
    }

    /// Who is meant to hold the certificate.
    pub fn holder(mut self, holder: Holder<'a>) -> Self {
        self.holder = Asked::Is(holder);
        self
    }

    /// The same, where it may be missing.
    pub fn holder_asked(mut self, holder: Asked<Holder<'a>>) -> Self {
        self.holder = holder;
        self
    }

    /// Another list of CAs than the built-in one.
    pub fn issuers(mut self, issuers: &'a IssuerList) -> Self {
        self.issuers = issuers;
        self
    }

    /// The day asked about.
    #[must_use]
    pub const fn day(&self) -> Date {
        self.when.day
    }
}

impl From<Date> for Question<'_> {
    fn from(day: Date) -> Self {
        Self::on(day)
    }
}

impl From<Moment> for Question<'_> {
    fn from(moment: Moment) -> Self {
        Self::at(moment)
    }
}
