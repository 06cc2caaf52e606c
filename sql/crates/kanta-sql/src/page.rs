//! The answers as one page for the browser, with nothing that it would have to fetch.

use kanta_conformance::Language;
use maud::{DOCTYPE, html};

use crate::report::Answer;
use crate::words;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}\
.wide{overflow-x:auto}\
table{border-collapse:collapse;font-size:.9rem}\
th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8886;vertical-align:top}\
td{font-variant-numeric:tabular-nums}";

pub(crate) fn page(answers: &[Answer], language: Language) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (words::TITLE.get(language)) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (words::TITLE.get(language)) }
                    @for answer in answers { (section(answer, language)) }
                }
            }
        }
    };
    page.into_string()
}

fn section(answer: &Answer, language: Language) -> maud::Markup {
    let rest = answer.whole.saturating_sub(answer.rows.len());
    html! {
        section {
            h2 id=(answer.question.name) { (answer.question.title.get(language)) }
            p { (answer.question.about.get(language)) }
            @if answer.whole == 0 {
                p { (words::NONE.get(language)) }
            } @else {
                div.wide tabindex="0" role="region" aria-labelledby=(answer.question.name) {
                    table {
                        thead {
                            tr {
                                @for column in &answer.header {
                                    th scope="col" { (words::told(column, language)) }
                                }
                            }
                        }
                        tbody {
                            @for row in &answer.rows {
                                tr { @for cell in row { td { (cell) } } }
                            }
                        }
                    }
                }
            }
            @if rest > 0 { p { (words::more(rest, language)) } }
        }
    }
}
