//! The picture of a plan, and the same facts as a table.

use maud::{Markup, html};

use super::{Page, heading, labels};
use crate::picture::{PictureView, in_page};

impl Page<'_> {
    pub(super) fn picture(&self, picture: &PictureView) -> Markup {
        let name = self.say(labels::PICTURE);
        let same = self.say(labels::SAME_FACTS);
        let table = picture.table(self.language);
        html! {
            section {
                (heading(self.top.saturating_add(1), &html! { (name) }))
                div.wide.picture tabindex="0" role="region" aria-label=(self.region(name)) {
                    (in_page(picture, self.language, !self.live))
                }
                details {
                    summary { (same) }
                    div.wide tabindex="0" role="region" aria-label=(self.region(same)) {
                        table {
                            thead { tr { @for column in &table.head { th scope="col" { (column) } } } }
                            tbody {
                                @for row in &table.rows { tr { @for cell in row { td { (cell) } } } }
                            }
                        }
                    }
                }
            }
        }
    }
}
