//! A plan against rules: twenty branches on plain numbers, with nothing said of what was found or where.

/// What twenty rules need to know of a plan, already looked up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Whether the access point is in the EU.
    pub in_eu: bool,
    /// Whether it is in Finland.
    pub in_finland: bool,
    /// Whether Kanta has approved it separately.
    pub approved: bool,
    /// Whether its address is fixed.
    pub fixed: bool,
    /// How many addresses it has.
    pub addresses: u32,
    /// Whether a stateful firewall protects it.
    pub firewall: bool,
    /// Whether it is protected against malware.
    pub malware: bool,
    /// The oldest version of TLS that it offers, as 10 times its number.
    pub oldest_tls: u32,
    /// Whether it has a server certificate.
    pub server_certificate: bool,
    /// Whether another access point has its OID.
    pub oid_twice: bool,
    /// How many links start there.
    pub links: u32,
    /// Whether the primary goes over the open internet.
    pub primary_open: bool,
    /// Whether the backup does.
    pub backup_open: bool,
    /// Whether that is justified.
    pub justified: bool,
    /// Whether its risks are heeded.
    pub risks: bool,
    /// Whether imaging is used.
    pub imaging: bool,
    /// How many of the three halls the primary reaches.
    pub halls: u32,
    /// Mbit/s down.
    pub down: u32,
    /// Mbit/s up.
    pub up: u32,
    /// Documents archived a day.
    pub documents: u32,
    /// The need that is defined; none when 0.
    pub need: u32,
    /// Whether the connection can be scaled.
    pub scalable: bool,
    /// Whether documents have to be signed by a system.
    pub signs: bool,
    /// Whether there is a system signature certificate.
    pub signature_certificate: bool,
}

/// How many of twenty rules the plan breaks.
#[must_use]
pub fn broken(f: &Facts) -> u32 {
    let mut broken = 0;
    let mut rule = |breaks: bool| broken += u32::from(breaks);
    rule(!f.in_eu);
    rule(!f.in_finland && !f.approved);
    rule(!f.fixed);
    rule(f.addresses > 1);
    rule(!f.firewall);
    rule(!f.malware);
    rule(f.oldest_tls < 12);
    rule(!f.server_certificate);
    rule(f.oid_twice);
    rule(f.links < 2);
    rule((f.primary_open || f.backup_open) && !f.justified);
    rule((f.primary_open || f.backup_open) && !f.risks);
    rule((f.primary_open || f.backup_open) && f.imaging);
    rule(!f.primary_open && f.halls < 3);
    rule(f.down != f.up);
    rule(f.documents < 10_000 && (f.down < 30 || f.up < 30));
    rule(f.need == 0);
    rule(f.down < f.need || f.up < f.need);
    rule(!f.scalable);
    rule(f.signs && !f.signature_certificate);
    broken
}
