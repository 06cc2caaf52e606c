//! What a certificate, the request for one, an index or an order tells of a plan to start from.

use std::path::{Component, Path, PathBuf};

use kanta_address_index::{AccessPoint, Party, Pharmacy, RegisterEntry, Right, Service};
use kanta_cert::{CertificateOrRequest, Profile, ReadError};
use kanta_conformance::Language;
use kanta_oid::{AccessPointOid, OidForm, OwnerOid};
use kanta_report::asking::put;
use toml_edit::{DocumentMut, Item, Value};

use super::told::Unclear;
use crate::commands::index::input::{self, Failure};
use crate::files;

/// A plan being filled in.
pub(super) struct Filling<'a> {
    pub(super) text: String,
    /// Whom an index is asked about, where it names several.
    pub(super) subject: Option<&'a str>,
    /// The folder of the plan, where files that it names are looked for.
    pub(super) folder: &'a Path,
}

impl Filling<'_> {
    /// Fills in what a file tells.
    pub(super) fn from(&mut self, path: &Path, language: Language) -> Result<(), Unclear> {
        let bytes = files::read_file(path, kanta_address_index::SOURCE_LIMIT)
            .map_err(|fault| Unclear::File(fault.message(language)))?;
        match CertificateOrRequest::from_pem_or_der(&bytes) {
            Ok(one) => {
                self.certificate(path, &one);
                Ok(())
            }
            // Neither DER nor PEM: an index or an order, if anything.
            Err(ReadError::NotFound | ReadError::TooLarge { .. }) => self.index(path),
            Err(error) => Err(Unclear::File(error.message(language))),
        }
    }

    /// Fills in a field that the plan has a place for.
    fn put(&mut self, path: &str, value: impl Into<Value>) -> bool {
        let text = put(&self.text, path, &value.into().to_string());
        let is_put = text.is_some();
        self.text = text.unwrap_or_else(|| core::mem::take(&mut self.text));
        is_put
    }

    /// The first access point of the plan, and who administers it.
    fn point(&self) -> Option<(String, String)> {
        let plan: DocumentMut = self.text.parse().ok()?;
        let point = plan.get("access_point")?.as_array_of_tables()?.get(0)?;
        let word = |key| point.get(key).and_then(Item::as_str).map(str::to_owned);
        Some((word("id")?, word("administrator")?))
    }

    /// The table of whoever administers the plan's access point.
    fn administrator(&self) -> Option<String> {
        let (_, administrator) = self.point()?;
        Some(match administrator.as_str() {
            "party" => "party".to_owned(),
            other => {
                let plan: DocumentMut = self.text.parse().ok()?;
                let holds = |table: &str| {
                    let list = plan.get(table).and_then(Item::as_array_of_tables);
                    list.is_some_and(|list| {
                        let mut ids = list.iter().map(|it| it.get("id").and_then(Item::as_str));
                        ids.any(|id| id == Some(other))
                    })
                };
                let table = [
                    "pharmacy",
                    "tenant",
                    "intermediary",
                    "other_party",
                    "organiser",
                ]
                .into_iter()
                .find(|it| holds(it))?;
                format!("{table}.{other}")
            }
        })
    }

    fn certificate(&mut self, path: &Path, one: &CertificateOrRequest) {
        let file = match one {
            CertificateOrRequest::Certificate(_) => self.beside(path),
            CertificateOrRequest::Request(_) => None,
        };
        let (serial, name, domain) = match one {
            CertificateOrRequest::Certificate(its) => (
                its.subject_serial_number(),
                its.organisation(),
                its.dns_names().next(),
            ),
            CertificateOrRequest::Request(its) => (
                its.subject_serial_number(),
                its.organisation(),
                its.dns_names().next(),
            ),
        };
        let holder = self.administrator();
        if Profile::of(one) == Profile::SystemSignature {
            if let Some(file) = file {
                self.put("signature_certificate.file", file);
            }
            if let Some(name) = name {
                self.put("party.name", &*name);
            }
            return;
        }
        if let (Some(holder), Some(name)) = (&holder, name) {
            self.put(&format!("{holder}.name"), &*name);
        }
        let Some((point, _)) = self.point() else {
            return;
        };
        if let Some(oid) = serial.and_then(|text| AccessPointOid::parse(&text).ok()) {
            self.put(&format!("access_point.{point}.oid"), oid.to_string());
            if let Some(holder) = &holder {
                self.owner(holder, oid.owner());
            }
        }
        if let Some(domain) = domain {
            self.put(&format!("access_point.{point}.dns_name"), domain);
        }
        if let Some(file) = file {
            self.put(&format!("access_point.{point}.certificate"), file);
        }
    }

    /// Whose OID it is, and with it in which register.
    fn owner(&mut self, holder: &str, oid: OwnerOid) {
        self.put(&format!("{holder}.oid"), oid.to_string());
        if holder == "party" {
            let register = match oid.form() {
                OidForm::Sote | OidForm::Sote537 => "sote",
                OidForm::Valvira => "valvira",
                OidForm::Pharmacy => "pharmacy",
                OidForm::Intermediary => "intermediary",
            };
            self.put("party.register", register);
        }
    }

    /// A file as the plan names it: from the plan's own folder.
    fn beside(&self, path: &Path) -> Option<String> {
        let plain = |path: &Path| -> PathBuf {
            path.components()
                .filter(|it| *it != Component::CurDir)
                .collect()
        };
        let (path, folder) = (plain(path), plain(self.folder));
        if path.is_absolute() != folder.is_absolute() && !folder.as_os_str().is_empty() {
            return None;
        }
        Some(path.strip_prefix(folder).ok()?.to_str()?.to_owned())
    }

    fn index(&mut self, path: &Path) -> Result<(), Unclear> {
        let paths = [path.to_owned()];
        let data = match input::index(&paths) {
            Ok(index) => index.to_data_set(),
            // An order says of its own records what an index says.
            Err(failure) => match input::order_alone(path) {
                Ok(order) => order,
                Err(failure @ Failure::Io(_)) => return Err(Unclear::Index(failure)),
                Err(Failure::Input { .. }) => return Err(Unclear::Index(failure)),
            },
        };
        let plan: Option<DocumentMut> = self.text.parse().ok();
        let kind = plan
            .as_ref()
            .and_then(|plan| plan.get("party")?.get("kind")?.as_str());
        let fits = |party: &&Party| match self.subject {
            Some(name) => party.id == name || party.oid.is_some_and(|oid| oid.to_string() == name),
            None => Some(party.kind.code()) == kind,
        };
        let parties: Vec<&Party> = data.parties.iter().filter(fits).collect();
        let [party] = parties.as_slice() else {
            let all: Vec<&Party> = data.parties.iter().collect();
            let names = if parties.is_empty() { all } else { parties };
            let names = names.into_iter().map(|party| party.id.clone());
            return Err(Unclear::Party(names.collect()));
        };
        let party = (*party).clone();
        self.party(&party);
        let pharmacy = data.pharmacies.iter().find(|it| it.pharmacist == party.id);
        let pharmacy = pharmacy.and_then(|its| self.pharmacy(its));
        let whose = |point: &&AccessPoint| {
            let of_pharmacy = data
                .pharmacies
                .iter()
                .find(|it| it.id == point.administrator);
            point.administrator == party.id
                || of_pharmacy.is_some_and(|it| it.pharmacist == party.id)
        };
        let points: Vec<&AccessPoint> = data.access_points.iter().filter(whose).collect();
        let points = self.points(&points);
        let owns = |right: &&Right| {
            let mut pharmacies = data
                .pharmacies
                .iter()
                .filter(|it| it.pharmacist == party.id);
            Some(right.subject) == party.oid || pharmacies.any(|it| it.oid == right.subject)
        };
        let rights = data.rights.iter().filter(owns);
        let subject = pharmacy.as_deref().unwrap_or("party");
        for right in rights {
            let point = points.iter().find(|(oid, _)| *oid == right.access_point);
            if let Some((_, point)) = point {
                self.right(subject, point, right.service);
            }
        }
        Ok(())
    }

    fn party(&mut self, party: &Party) {
        if let Some(name) = &party.name {
            self.put("party.name", name.as_str());
        }
        if let Some(oid) = party.oid {
            self.put("party.oid", oid.to_string());
        }
        if let Some(register) = party.register {
            self.put("party.register", register.code());
        }
        if let Some(sector) = party.sector {
            self.put("party.sector", sector.code());
        }
        if let Some(flag) = party.health_care {
            self.put("party.health_care", flag);
        }
        if let Some(flag) = party.social_welfare {
            self.put("party.social_welfare", flag);
        }
        if let Some(RegisterEntry::Entered(entry)) = party.register_entry
            && let Some(day) = entry.from
            && let Ok(day) = day.to_string().parse::<Value>()
        {
            self.put("party.registered", day);
        }
    }

    /// Fills in the plan's pharmacy; the id that it has there.
    fn pharmacy(&mut self, pharmacy: &Pharmacy) -> Option<String> {
        let administrator = self.administrator()?;
        let id = administrator.strip_prefix("pharmacy.")?.to_owned();
        self.put(&format!("{administrator}.oid"), pharmacy.oid.to_string());
        if let Some(name) = &pharmacy.name {
            self.put(&format!("{administrator}.name"), name.as_str());
        }
        Some(id)
    }

    /// Fills in the plan's access point with the first, and adds the others; the id that each has there.
    fn points(&mut self, points: &[&AccessPoint]) -> Vec<(AccessPointOid, String)> {
        let Some((first, administrator)) = self.point() else {
            return Vec::new();
        };
        let mut ids = Vec::new();
        for (number, point) in (1_usize..).zip(points) {
            let id = if number == 1 {
                first.clone()
            } else {
                format!("{first}-{number}")
            };
            if number > 1 {
                let quoted = Value::from(administrator.as_str());
                let table = format!(
                    "\n[[access_point]]\nid = \"{id}\"\nadministrator ={quoted}\n",
                    quoted = quoted.decorated(" ", "")
                );
                self.text.push_str(&table);
            }
            self.put(&format!("access_point.{id}.oid"), point.oid.to_string());
            // A plan names addresses one by one.
            let single = point
                .addresses
                .iter()
                .filter(|it| it.prefix_len() == it.max_prefix_len());
            let list: Vec<String> = single
                .map(|it| format!("{{ ip = \"{}\" }}", it.addr()))
                .collect();
            if let (false, Ok(list)) = (
                list.is_empty(),
                format!("[{}]", list.join(", ")).parse::<Value>(),
            ) {
                self.put(&format!("access_point.{id}.addresses"), list);
            }
            ids.push((point.oid, id));
        }
        ids
    }

    /// Adds a use that the plan does not have yet.
    fn right(&mut self, subject: &str, point: &str, service: Service) {
        let plan: Option<DocumentMut> = self.text.parse().ok();
        let uses = plan
            .as_ref()
            .and_then(|plan| plan.get("use")?.as_array_of_tables());
        let is_there = uses.is_some_and(|uses| {
            uses.iter().any(|it| {
                let word = |key| it.get(key).and_then(Item::as_str);
                word("service") == Some(service.code()) && word("access_point") == Some(point)
            })
        });
        if !is_there {
            self.text.push_str(&format!(
                "\n[[use]]\nservice = \"{}\"\nfor = \"{subject}\"\naccess_point = \"{point}\"\n",
                service.code()
            ));
        }
    }
}
