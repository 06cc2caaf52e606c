//! The colours and fonts of pictures.

/// The fonts for words, none of which is fetched.
pub(super) const SANS: &str =
    "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif";
/// The fonts for identifiers.
pub(super) const MONO: &str = "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace";

/// A colour, as it is in the light and where styles are not understood.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    Ground,
    Lane,
    Frame,
    Card,
    Ink,
    Soft,
    Edge,
    Thin,
    Private,
    Internet,
    Bad,
    BadGround,
    Open,
    OpenGround,
    Advice,
    AdviceGround,
    Good,
    GoodGround,
}

impl Paint {
    pub(super) const fn plain(self) -> &'static str {
        match self {
            Self::Ground | Self::Card => "#ffffff",
            Self::Lane => "#f1f5f8",
            Self::Frame => "#e3eaf0",
            Self::Ink => "#1b2733",
            Self::Soft => "#526170",
            Self::Edge => "#a5b4c1",
            Self::Thin => "#7c92a6",
            Self::Private => "#1f5fa8",
            Self::Internet => "#b4540a",
            Self::Bad => "#b3261e",
            Self::BadGround => "#fdecea",
            Self::Open => "#7a5b00",
            Self::OpenGround => "#fff6db",
            Self::Advice => "#4b5a92",
            Self::AdviceGround => "#eceefa",
            Self::Good => "#22693f",
            Self::GoodGround => "#e7f5ec",
        }
    }
}

/// Colours by variables, so that a page can set its own; light and dark by the reader's setting, and light on paper.
pub(super) const SHEET: &str = "\
.kanta-picture{--kp-bg:#fff;--kp-lane:#f1f5f8;--kp-frame:#e3eaf0;--kp-card:#fff;--kp-ink:#1b2733;--kp-soft:#526170;\
--kp-edge:#a5b4c1;--kp-thin:#7c92a6;--kp-priv:#1f5fa8;--kp-net:#b4540a;--kp-bad:#b3261e;--kp-badbg:#fdecea;\
--kp-ask:#7a5b00;--kp-askbg:#fff6db;--kp-adv:#4b5a92;--kp-advbg:#eceefa;--kp-ok:#22693f;--kp-okbg:#e7f5ec;\
max-width:100%;height:auto}\
@media screen and (prefers-color-scheme:dark){.kanta-picture{--kp-bg:#12181f;--kp-lane:#19222b;--kp-frame:#232f3a;\
--kp-card:#1b2630;--kp-ink:#e6edf3;--kp-soft:#a3b3c2;--kp-edge:#4d5e6e;--kp-thin:#6d8296;--kp-priv:#7db4f0;\
--kp-net:#f0a35e;--kp-bad:#ff8a80;--kp-badbg:#3a1f1f;--kp-ask:#f2cf63;--kp-askbg:#332b12;--kp-adv:#aebaf5;\
--kp-advbg:#252b45;--kp-ok:#7fd39f;--kp-okbg:#16301f}}\
.kanta-picture text{fill:var(--kp-ink)}\
.kanta-picture .bg{fill:var(--kp-bg)}\
.kanta-picture .lane{fill:var(--kp-lane)}\
.kanta-picture .frame{fill:var(--kp-frame)}\
.kanta-picture .card{fill:var(--kp-card);stroke:var(--kp-edge)}\
.kanta-picture .badc{fill:var(--kp-badbg);stroke:var(--kp-bad)}\
.kanta-picture .askc{fill:var(--kp-askbg);stroke:var(--kp-ask)}\
.kanta-picture .advc{fill:var(--kp-advbg);stroke:var(--kp-adv)}\
.kanta-picture .okc{fill:var(--kp-okbg);stroke:var(--kp-ok)}\
.kanta-picture .badf{fill:var(--kp-bad);stroke:var(--kp-bad)}\
.kanta-picture .soft{fill:var(--kp-soft)}\
.kanta-picture .bad{fill:var(--kp-bad)}\
.kanta-picture .ask{fill:var(--kp-ask)}\
.kanta-picture .adv{fill:var(--kp-adv)}\
.kanta-picture .ok{fill:var(--kp-ok)}\
.kanta-picture .inv{fill:var(--kp-bg)}\
.kanta-picture .thin{stroke:var(--kp-thin)}\
.kanta-picture .priv{stroke:var(--kp-priv)}\
.kanta-picture .net{stroke:var(--kp-net)}\
.kanta-picture .gone{stroke:var(--kp-bad)}\
.kanta-picture .privf{fill:var(--kp-priv)}\
.kanta-picture .netf{fill:var(--kp-net)}\
.kanta-picture .thinf{fill:var(--kp-thin)}\
.kanta-picture .gonef{fill:var(--kp-bad)}\
.kanta-picture .ring{fill:var(--kp-lane);stroke:var(--kp-thin)}";
