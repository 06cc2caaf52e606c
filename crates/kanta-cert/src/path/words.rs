//! What the rows say, in three languages.

use kanta_conformance::{Text, text};
use x509_cert::ext::pkix::CrlReason;

macro_rules! texts {
    ($($name:ident: $en:literal, $fi:literal, $sv:literal;)+) => {
        $(pub(super) const $name: Text = text! { en: $en, fi: $fi, sv: $sv };)+
    };
}

texts! {
    OF: "of", "varmenne", "för";
    IN: "in", "varmenteessa", "i";
    NO_ISSUER: "no certificate of its issuer was given", "sen myöntäjän varmennetta ei ole annettu", "utfärdarens certifikat har inte angetts";
    NO_ANCHOR: "no trust anchor was given", "luottamusankkuria ei ole annettu", "inget förtroendeankare har angetts";
    NAME_WRITTEN_OTHERWISE: "the issuer's name is written with other characters or in another string type than in the issuer's own certificate, and the path check compares octets", "myöntäjän nimi on kirjoitettu toisin tai toisella merkkijonotyypillä kuin myöntäjän omassa varmenteessa, ja polun tarkistus vertaa tavuja", "utfärdarens namn är skrivet på annat sätt eller i en annan strängtyp än i utfärdarens eget certifikat, och kontrollen av kedjan jämför byte";
    PATH_ENDS: "the path ends before a trust anchor, and what stands above is not known", "polku päättyy ennen luottamusankkuria, eikä sen yläpuolella olevaa tiedetä", "kedjan slutar före ett förtroendeankare, och vad som finns ovanför är inte känt";
    FALSE: "the signature does not verify", "allekirjoitus ei täsmää", "signaturen stämmer inte";
    TRIED: "with the key of", "avaimella, jonka haltija on", "med nyckeln för";
    TRIED_COUNT: "issuers of this name tried", "kokeiltuja tämännimisiä myöntäjiä", "prövade utfärdare med detta namn";
    UNKNOWN_ALGORITHM: "signed with an algorithm or a kind of key that is not verified here", "allekirjoitettu algoritmilla tai avaintyypillä, jota ei tarkisteta tässä", "signerat med en algoritm eller nyckeltyp som inte verifieras här";
    SHORT_KEY: "signed with a key too short to be verified", "allekirjoitettu avaimella, joka on liian lyhyt tarkistettavaksi", "signerat med en nyckel som är för kort för att verifieras";
    EXPIRED: "expired", "vanhentunut", "har gått ut";
    NOT_YET: "not yet valid", "ei vielä voimassa", "ännu inte giltigt";
    INVERTED: "its validity ends before it begins", "sen voimassaolo päättyy ennen kuin alkaa", "dess giltighet slutar innan den börjar";
    NOT_A_CA: "not a CA by its basic constraints", "ei varmentaja (basicConstraints)", "inte en utfärdare enligt basicConstraints";
    MAY_NOT_SIGN: "its key usage leaves out the signing of certificates", "sen avaimen käyttötarkoituksiin ei kuulu varmenteiden allekirjoitus", "dess nyckelanvändning omfattar inte signering av certifikat";
    TOO_MANY_BELOW: "more CAs stand below it than it allows", "sen alla on enemmän varmentajia kuin se sallii", "under det finns fler utfärdare än det tillåter";
    ALLOWED: "allowed", "sallittu", "tillåtna";
    BELOW: "there are", "on", "det finns";
    OUTSIDE_NAMES: "a name lies outside the name constraints", "jokin nimi ei ole nimirajoitusten sisällä", "ett namn ligger utanför namnbegränsningarna";
    NAMES_HIDDEN: "name constraints that were not looked at, because another fault came first", "nimirajoitukset, joita ei tarkasteltu, koska toinen vika oli edellä", "namnbegränsningar som inte granskades, eftersom ett annat fel kom först";
    NAMES_UNPROCESSED: "name constraints that are not fully processed, on other names than DNS names and IP addresses or above a CA that is its own issuer", "nimirajoitukset, joita ei käsitellä kokonaan: muita kuin DNS-nimiä ja IP-osoitteita koskevat tai itsensä myöntäneen varmentajan yläpuolella", "namnbegränsningar som inte behandlas helt: på andra namn än DNS-namn och IP-adresser, eller ovanför en utfärdare som är sin egen utfärdare";
    REVOKED: "revoked", "suljettu", "spärrat";
    ON: "on", "päivänä", "den";
    REASON: "reason", "syy", "skäl";
    REVOKED_LATER: "revoked after the time asked about", "suljettu kysytyn ajan jälkeen", "spärrat efter den tid som frågan gäller";
    NO_LIST: "no list of revoked certificates of its issuer was given; it is published at", "sen myöntäjän sulkulistaa ei ole annettu; se julkaistaan osoitteessa", "utfärdarens spärrlista har inte angetts; den publiceras på";
    NO_LIST_NO_ADDRESS: "no list of revoked certificates of its issuer was given, and the certificate does not say where one is published", "sen myöntäjän sulkulistaa ei ole annettu, eikä varmenne kerro, missä se julkaistaan", "utfärdarens spärrlista har inte angetts, och certifikatet anger inte var den publiceras";
    ONLY_OCSP: "no list of revoked certificates of its issuer was given; the certificate names only a service that is asked by OCSP, and nothing is asked here", "sen myöntäjän sulkulistaa ei ole annettu; varmenne mainitsee vain OCSP-palvelun, eikä tässä kysytä mitään", "utfärdarens spärrlista har inte angetts; certifikatet nämner bara en OCSP-tjänst, och här frågas ingenting";
    OTHER_LISTS: "the lists given are of", "annetut listat ovat myöntäjältä", "de angivna listorna är av";
    LIST_OUT_OF_SCOPE: "the list given is for other certificates of its issuer; the certificate names", "annettu lista koskee muita saman myöntäjän varmenteita; varmenne mainitsee osoitteen", "den angivna listan gäller andra certifikat av samma utfärdare; certifikatet anger";
    LIST_FALSE: "the list of revoked certificates was not signed by its issuer", "sulkulista ei ole sen myöntäjän allekirjoittama", "spärrlistan är inte signerad av dess utfärdare";
    LIST_UNKNOWN_ALGORITHM: "the list of revoked certificates is signed with an algorithm or a kind of key that is not verified here", "sulkulista on allekirjoitettu algoritmilla tai avaintyypillä, jota ei tarkisteta tässä", "spärrlistan är signerad med en algoritm eller nyckeltyp som inte verifieras här";
    LIST_STALE: "the list of revoked certificates is stale; the next one was due", "sulkulista on vanhentunut; seuraava oli määrä julkaista", "spärrlistan är föråldrad; nästa skulle ha kommit";
    LIST_LATER: "the list of revoked certificates was issued after the time asked about", "sulkulista on julkaistu kysytyn ajan jälkeen", "spärrlistan utfärdades efter den tid som frågan gäller";
    LIST_SIGNER: "its issuer's key usage leaves out the signing of lists of revoked certificates", "sen myöntäjän avaimen käyttötarkoituksiin ei kuulu sulkulistojen allekirjoitus", "utfärdarens nyckelanvändning omfattar inte signering av spärrlistor";
    CRITICAL_POLICIES: "certificate policies that are critical: no policies are processed on a path here", "kriittiset varmennepolitiikat: polun politiikkoja ei käsitellä tässä", "kritiska certifikatpolicyer: policyer på en kedja behandlas inte här";
    CRITICAL_EXTENSION: "a critical extension that is not processed", "kriittinen laajennus, jota ei käsitellä", "ett kritiskt tillägg som inte behandlas";
    LEAF_IS_CA: "it is a CA's own certificate, and those are not verified as an end entity's", "se on varmentajan oma varmenne, eikä sellaista tarkisteta loppukäyttäjän varmenteena", "det är en utfärdares eget certifikat, och sådana verifieras inte som slutanvändarens";
    PATH_CHECK_STOPPED: "the path check stopped with", "polun tarkistus päättyi virheeseen", "kontrollen av kedjan stannade med";
    PART_OF_DAY: "whether a day counts on which this holds only for a part of it; ask about a moment instead", "lasketaanko päivä, jona tämä pitää paikkansa vain osan aikaa; kysy hetkestä", "om en dag räknas då detta gäller bara en del av den; fråga om en tidpunkt i stället";

    ONE_ANCHOR: "a path to one of the trust anchors given", "polku johonkin annetuista luottamusankkureista", "en kedja till ett av de angivna förtroendeankarna";
    GENUINE: "a signature of the issuer on every certificate", "myöntäjän allekirjoitus jokaisessa varmenteessa", "utfärdarens signatur på varje certifikat";
    VALID: "every certificate of the path valid", "polun jokainen varmenne voimassa", "varje certifikat i kedjan giltigt";
    CAS: "only CAs above the certificate", "varmenteen yläpuolella vain varmentajia", "bara utfärdare ovanför certifikatet";
    SHORT_ENOUGH: "no more CAs on the path than each allows below it", "polulla enintään niin monta varmentajaa kuin kukin sallii alleen", "inte fler utfärdare i kedjan än vad var och en tillåter under sig";
    NAMES_INSIDE: "names inside the name constraints of every CA", "nimet jokaisen varmentajan nimirajoitusten sisällä", "namn inom varje utfärdares namnbegränsningar";
    NOT_REVOKED: "not revoked", "ei suljettu", "inte spärrat";
    PROCESSED: "nothing critical that is not processed", "ei mitään kriittistä, jota ei käsitellä", "inget kritiskt som inte behandlas";
    PRODUCTION_ONLY: "roots of the production hierarchy only", "vain tuotantohierarkian juurivarmentajia", "bara rotutfärdare i produktionshierarkin";
    THE_ROOT: "the certificate of that root", "kyseisen juurivarmentajan varmenne", "den rotutfärdarens certifikat";
}

/// Why a certificate was revoked, in the words of RFC 5280 section 5.3.1.
pub(super) const fn reason(reason: Option<CrlReason>) -> Text {
    match reason {
        Some(CrlReason::KeyCompromise) => text! {
            en: "the key was compromised",
            fi: "avain on vaarantunut",
            sv: "nyckeln har röjts",
        },
        Some(CrlReason::CaCompromise) => text! {
            en: "the CA was compromised",
            fi: "varmentaja on vaarantunut",
            sv: "utfärdaren har röjts",
        },
        Some(CrlReason::AffiliationChanged) => text! {
            en: "the holder's details changed",
            fi: "haltijan tiedot ovat muuttuneet",
            sv: "innehavarens uppgifter har ändrats",
        },
        Some(CrlReason::Superseded) => text! {
            en: "replaced by another certificate",
            fi: "korvattu toisella varmenteella",
            sv: "ersatt av ett annat certifikat",
        },
        Some(CrlReason::CessationOfOperation) => {
            text! { en: "no longer used", fi: "ei enää käytössä", sv: "används inte längre" }
        }
        Some(CrlReason::CertificateHold) => text! {
            en: "suspended for now",
            fi: "toistaiseksi keskeytetty",
            sv: "tills vidare spärrat",
        },
        Some(CrlReason::PrivilegeWithdrawn) => text! {
            en: "the right was withdrawn",
            fi: "oikeus on peruttu",
            sv: "rätten har återkallats",
        },
        Some(CrlReason::AaCompromise) => text! {
            en: "the attribute authority was compromised",
            fi: "attribuuttivarmentaja on vaarantunut",
            sv: "attribututfärdaren har röjts",
        },
        Some(CrlReason::RemoveFromCRL) => text! {
            en: "taken off the list",
            fi: "poistettu listalta",
            sv: "borttaget från listan",
        },
        _ => text! { en: "not given", fi: "ei mainittu", sv: "inte angivet" },
    }
}
