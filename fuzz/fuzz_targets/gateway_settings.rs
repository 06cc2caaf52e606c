//! The configuration of a gateway: no text makes its reader fail, every fault has a place and words in three languages,
//! and what is read says the same wherever its folder is.
#![no_main]

use std::path::Path;

use kanta_conformance::Language;
use kanta_rustls::settings::Settings;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Settings::read(bytes) {
        Ok(settings) => {
            assert!(settings.audit.checkpoint_every > 0);
            assert!(settings.listener.connections > 0);
            assert!(!settings.listener.handshake.is_zero());
            assert!(!settings.audit.origin.contains(char::is_control));
            let there = settings.clone().in_folder(Path::new("/there"));
            let again = there.clone().in_folder(Path::new("/elsewhere"));
            assert_eq!(there, again, "absolute paths stay");
            assert_eq!(there.exchanged().len(), settings.exchanged().len());
        }
        Err(faults) => {
            assert!(!faults.as_slice().is_empty());
            for fault in faults.as_slice() {
                for language in [Language::En, Language::Fi, Language::Sv] {
                    assert!(!fault.message(language).is_empty());
                }
            }
        }
    }
});
