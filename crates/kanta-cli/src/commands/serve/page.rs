//! The page itself. It tells nothing of the plan: its script asks for that with the token.

use kanta_conformance::Language;
use maud::{DOCTYPE, Markup, html};

use super::words::word;

pub(super) const STYLE: &str = include_str!("page.css");
pub(super) const SCRIPT: &str = include_str!("page.js");

/// The page, its words in that language; the script exchanges them where another is chosen.
pub(super) fn html(language: Language) -> String {
    let said = |name: &'static str| -> Markup {
        html! { span data-word=(name) { (word(name, language)) } }
    };
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (word("title", language)) }
                link rel="stylesheet" href="/kanta.css";
                script src="/kanta.js" defer {}
            }
            body {
                header.bar {
                    h1 { (said("title")) " " span #name {} }
                    p #unsaved.state hidden { (said("changed")) }
                    p #status role="status" {}
                    div.tools {
                        label { (said("day")) " " input #day type="date" min="2010-01-01" max="9999-12-31"; }
                        label { (said("language")) " "
                            select #language autocomplete="off" {
                                @for (code, name) in [("en", "English"), ("fi", "suomi"), ("sv", "svenska")] {
                                    option value=(code) lang=(code) selected[code == language.code()] { (name) }
                                }
                            }
                        }
                        button #save-plan type="button" disabled { (said("save-plan")) }
                        button #save-report type="button" disabled { (said("save-report")) }
                    }
                }
                main {
                    section.editor {
                        h2 { label for="text" { (said("plan")) } }
                        div.sheet {
                            pre #numbers aria-hidden="true" { "1" }
                            div.lines {
                                div #strips aria-hidden="true" {}
                                textarea #text wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off"
                                    readonly aria-describedby="status keys" {}
                            }
                            div #marks role="toolbar" aria-orientation="vertical" data-label="marks"
                                aria-label=(word("marks", language)) {}
                        }
                        p #keys.soft { (said("keys")) }
                        p.soft { (said("nothing-kept")) " " (said("no-kela")) }
                    }
                    section.told tabindex="0" data-label="report" aria-label=(word("report", language)) {
                        div #report {}
                    }
                }
            }
        }
    };
    page.into_string()
}
