//! The words that a plan is written in.

use kanta_conformance::{Date, Text, text};

/// A fact that can be denied: `justification = "…"` states it, `justification = false` denies it.
/// A field that holds `Option<Claim<T>>` is unknown when it is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim<T> {
    /// It is not so.
    Denied,
    /// It is so.
    Stated(T),
}

/// Something that was done on a day: denied, or stated with its day where the plan gives one.
pub type Done = Claim<Option<Date>>;

macro_rules! vocabulary {
    ($(#[$doc:meta])* $type:ident, $vocabulary:literal { $($(#[$variant_doc:meta])* $variant:ident => $code:literal, $en:literal, $fi:literal, $sv:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $type { $($(#[$variant_doc])* $variant,)+ }

        kanta_conformance::words! { $type, $vocabulary, $($variant => $code),+ }

        impl $type {
            /// In words, in three languages.
            #[must_use]
            pub const fn name(self) -> Text {
                match self { $(Self::$variant => text! { en: $en, fi: $fi, sv: $sv },)+ }
            }
        }
    };
}

vocabulary! {
    /// How far joining has come. Steps that come later are not yet due.
    Stage, "stage of joining" {
        /// The application is being prepared.
        Preparing => "preparing", "preparing", "valmistelu", "förberedelse";
        /// The application is sent, and Kanta has not answered.
        Applied => "applied", "applied for", "haettu", "ansökt";
        /// Kanta has approved the application.
        Approved => "approved", "approved", "hyväksytty", "godkänd";
    }
}

vocabulary! {
    /// The kind of an information system (guide, clauses 3.1.1 and 5.1).
    SystemKind, "kind of system" {
        /// A patient data system.
        PatientData => "patient-data-system", "patient data system", "potilastietojärjestelmä", "patientdatasystem";
        /// A client data system of social welfare.
        ClientData => "client-data-system", "client data system", "asiakastietojärjestelmä", "klientdatasystem";
        /// A pharmacy system.
        Pharmacy => "pharmacy-system", "pharmacy system", "apteekkijärjestelmä", "apotekssystem";
        /// A client data transfer service.
        Transfer => "transfer-service", "client data transfer service", "asiakastietojen välityspalvelu", "förmedlingstjänst för kunduppgifter";
    }
}

vocabulary! {
    /// The class of an information system by THL's regulation 4/2024.
    SystemClass, "class of system" {
        /// A client data transfer service.
        A1 => "A1", "class A1", "luokka A1", "klass A1";
        /// A system of limited content or purpose that is joined to Kanta.
        A2 => "A2", "class A2", "luokka A2", "klass A2";
        /// A patient or client data system that is joined to Kanta.
        A3 => "A3", "class A3", "luokka A3", "klass A3";
        /// A system that is not joined to Kanta.
        B => "B", "class B", "luokka B", "klass B";
    }
}

vocabulary! {
    /// What a link is for (guide, clause 5).
    LinkRole, "role of a link" {
        /// It carries the traffic.
        Primary => "primary", "primary connection", "ensisijainen yhteys", "primär förbindelse";
        /// It takes over in a disturbance.
        Backup => "backup", "backup connection", "varayhteys", "reservförbindelse";
    }
}

vocabulary! {
    /// The kind of network that a link goes over (guide, clause 5.1).
    Network, "network" {
        /// A private network, such as MPLS.
        Private => "private", "private network", "yksityinen verkko", "privat nät";
        /// The open internet.
        OpenInternet => "open-internet", "open internet", "avoin internet", "öppet internet";
        /// An encrypted tunnel over the open internet, of which the guide does not speak.
        Tunnel => "tunnel", "encrypted tunnel over the open internet", "salattu tunneli avoimen internetin yli", "krypterad tunnel över öppet internet";
    }
}

vocabulary! {
    /// One of Kanta's server halls (guide, clause 5.2).
    Hall, "hall" {
        /// Hall A.
        A => "A", "hall A", "sali A", "hall A";
        /// Hall B.
        B => "B", "hall B", "sali B", "hall B";
        /// Hall C.
        C => "C", "hall C", "sali C", "hall C";
    }
}

vocabulary! {
    /// A version of the protocol that encrypts a connection, oldest first.
    TlsVersion, "version of TLS" {
        /// SSL 2.0.
        Ssl2 => "ssl-2.0", "SSL 2.0", "SSL 2.0", "SSL 2.0";
        /// SSL 3.0.
        Ssl3 => "ssl-3.0", "SSL 3.0", "SSL 3.0", "SSL 3.0";
        /// TLS 1.0.
        Tls10 => "1.0", "TLS 1.0", "TLS 1.0", "TLS 1.0";
        /// TLS 1.1.
        Tls11 => "1.1", "TLS 1.1", "TLS 1.1", "TLS 1.1";
        /// TLS 1.2.
        Tls12 => "1.2", "TLS 1.2", "TLS 1.2", "TLS 1.2";
        /// TLS 1.3.
        Tls13 => "1.3", "TLS 1.3", "TLS 1.3", "TLS 1.3";
    }
}

vocabulary! {
    /// The size of a pharmacy; the guide uses the words and does not define them (clause 5.5).
    PharmacySize, "size of a pharmacy" {
        /// Small.
        Small => "small", "small pharmacy", "pieni apteekki", "litet apotek";
        /// Large.
        Large => "large", "large pharmacy", "suuri apteekki", "stort apotek";
    }
}

vocabulary! {
    /// Main or branch pharmacy (guide, clause 4.2.2).
    PharmacyKind, "kind of pharmacy" {
        /// Main pharmacy.
        Main => "main", "main pharmacy", "pääapteekki", "huvudapotek";
        /// Branch pharmacy.
        Branch => "branch", "branch pharmacy", "sivuapteekki", "filialapotek";
    }
}

vocabulary! {
    /// How much message traffic there is; the guide says "small" and does not define it (clause 5.1, table 1).
    Traffic, "amount of message traffic" {
        /// Small.
        Small => "small", "small message traffic", "vähäinen sanomaliikenne", "liten meddelandetrafik";
        /// Not small.
        Large => "large", "message traffic that is not small", "muu kuin vähäinen sanomaliikenne", "meddelandetrafik som inte är liten";
    }
}
