//! Pictures: everything in its place, every finding marked, and a document that every reader of XML takes.

use kanta_conformance::Language;
use kanta_policy::{ConnectionPlan, FileFault, PlanFile, evaluate};
use kanta_report::picture::layout::{Label, Layout, Placed, Rect};
use kanta_report::picture::{ItemKind, PictureView, dot, mermaid, svg};
use kanta_report::view::{Outcome, PlanReport};

use crate::harness::DATA;

/// Every plan among the examples, with its report.
pub(crate) fn examples() -> Vec<(PlanFile, PlanReport)> {
    let names = crate::harness::examples();
    names.iter().map(|report| example(&report.plan)).collect()
}

/// An example with its report.
pub(crate) fn example(name: &str) -> (PlanFile, PlanReport) {
    let folder = std::path::Path::new(DATA);
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let mut load = |file: &str| std::fs::read(folder.join(file)).map_err(|_| FileFault::NotFound);
    let file = PlanFile::read(&bytes, &mut load).unwrap();
    let report = PlanReport::new(name, &file, &evaluate(&file.plan, file.as_of.unwrap()));
    (file, report)
}

/// The picture of an example.
pub(crate) fn picture(name: &str) -> (ConnectionPlan, PictureView) {
    let (file, report) = example(name);
    let view = PictureView::of_plan(&file.plan, &report);
    (file.plan, view)
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.x < other.x + other.w
        && other.x < one.x + one.w
        && one.y < other.y + other.h
        && other.y < one.y + one.h
}

fn within(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.w <= outer.x + outer.w
        && inner.y + inner.h <= outer.y + outer.h
}

/// The room that words take at most.
fn room(label: &Label) -> Rect {
    let size = label.font.size();
    Rect {
        x: label.x,
        y: label.y - 0.8 * size,
        w: label.font.width(&label.words),
        h: size,
    }
}

fn apart(all: &[(String, Rect)]) {
    for (index, (name, one)) in all.iter().enumerate() {
        for (other_name, other) in &all[index + 1..] {
            assert!(
                !overlap(*one, *other),
                "{name} {one:?} {other_name} {other:?}"
            );
        }
    }
}

fn full(placed: &Placed, what: &str) {
    let mut inside: Vec<(String, Rect)> = Vec::new();
    for label in &placed.labels {
        assert!(
            within(room(label), placed.rect),
            "{what}: `{}` leaves its box",
            label.words
        );
        inside.push((label.words.clone(), room(label)));
    }
    for badge in &placed.badges {
        assert!(within(badge.rect, placed.rect), "{what}: {badge:?}");
        inside.push((badge.number.to_string(), badge.rect));
    }
    apart(&inside);
}

/// No two boxes overlap, no words leave their box, and nothing leaves the picture.
pub(crate) fn in_place(view: &PictureView) {
    for language in Language::ALL {
        let layout = Layout::of(view, language);
        let whole = Rect {
            x: 0.0,
            y: 0.0,
            w: layout.width,
            h: layout.height,
        };
        let mut all = Vec::new();
        for placed in &layout.boxes {
            let item = &view.items[placed.index];
            full(placed, &item.id);
            assert!(
                layout
                    .lanes
                    .iter()
                    .any(|lane| within(placed.rect, lane.rect)),
                "{} stands in no lane: {:?}",
                item.id,
                placed.rect
            );
            if let (Some(id), ItemKind::AccessPoint) = (&item.frame, item.kind) {
                let frame = layout.frames.iter();
                let mut frame = frame.filter(|frame| view.frames[frame.index].id == *id);
                let frame = frame.next().unwrap();
                assert!(
                    within(placed.rect, frame.rect),
                    "{} leaves its frame",
                    item.id
                );
                for label in &frame.labels {
                    assert!(!overlap(room(label), placed.rect), "{}", label.words);
                }
            }
            all.push((item.id.clone(), placed.rect));
        }
        assert_eq!(layout.boxes.len(), view.items.len(), "everything is drawn");
        apart(&all);
        let frames: Vec<(String, Rect)> = layout
            .frames
            .iter()
            .map(|frame| (view.frames[frame.index].id.clone(), frame.rect))
            .collect();
        layout.frames.iter().for_each(|frame| full(frame, "frame"));
        apart(&frames);
        let lanes: Vec<(String, Rect)> = layout
            .lanes
            .iter()
            .map(|lane| (lane.label.words.clone(), lane.rect))
            .collect();
        apart(&lanes);
        for lane in &layout.lanes {
            assert!(within(room(&lane.label), lane.rect), "{}", lane.label.words);
            let below = |rect: &Rect| !overlap(room(&lane.label), *rect);
            assert!(all.iter().all(|(_, rect)| below(rect)));
        }
        let foot = layout.legend.iter().map(|its| &its.label);
        let notes = layout.notes.iter().flat_map(|note| &note.labels);
        let foot: Vec<(String, Rect)> = foot
            .chain(notes)
            .map(|label| (label.words.clone(), room(label)))
            .chain(
                layout
                    .notes
                    .iter()
                    .map(|note| (String::new(), note.badge.rect)),
            )
            .collect();
        apart(&foot);
        for (words, rect) in foot.iter().chain(&lanes) {
            assert!(within(*rect, whole), "`{words}` leaves the picture");
        }
    }
}

/// Every finding that is not satisfied is a number at a box, and a note.
pub(crate) fn all_marked(view: &PictureView, report: &PlanReport) {
    let layout = Layout::of(view, Language::En);
    for finding in &report.findings {
        let open = matches!(finding.outcome, Outcome::Violated | Outcome::Undetermined);
        let found = view.marks.iter().find_map(|mark| {
            let same = mark.requirement == finding.requirement && mark.outcome == finding.outcome;
            let place = mark.places.iter().find(|place| place.path == finding.path);
            place.filter(|_| same).map(|place| (mark.number, place))
        });
        assert_eq!(
            found.is_some(),
            open,
            "{} {}",
            finding.requirement,
            finding.path
        );
        let Some((number, place)) = found else {
            continue;
        };
        let boxes = layout.boxes.iter();
        let boxes = boxes.filter(|placed| view.items[placed.index].id == place.at);
        let frames = layout.frames.iter();
        let frames = frames.filter(|placed| view.frames[placed.index].id == place.at);
        let carries = |placed: &Placed| placed.badges.iter().any(|badge| badge.number == number);
        assert!(boxes.chain(frames).any(carries), "{number} stands nowhere");
        assert!(layout.notes.iter().any(|note| note.badge.number == number));
    }
}

/// It is one SVG element with a name, without script and without an address but that of its namespace.
pub(crate) fn well_formed(view: &PictureView) {
    for language in Language::ALL {
        let text = svg(view, language);
        assert_eq!(text, svg(view, language), "the same bytes each time");
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "svg");
        assert_eq!(root.attribute("role"), Some("img"));
        let first = root.first_element_child().unwrap();
        assert_eq!(first.tag_name().name(), "title");
        assert!(!first.text().unwrap().is_empty());
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(!["script", "image", "a", "use", "foreignObject"].contains(&name));
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on") && attribute.name() != "href");
            }
        }
        // Words may name an address; nothing else does but the namespace, which is no attribute.
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let said = node.attributes().map(|attribute| attribute.value());
            let style = (node.tag_name().name() == "style").then(|| node.text().unwrap());
            for said in said.chain(style) {
                assert!(
                    !["http", "url(", "@import"]
                        .iter()
                        .any(|word| said.contains(word))
                );
            }
        }
    }
}

#[test]
fn everything_has_its_place_in_every_example() {
    for (file, report) in examples() {
        let view = PictureView::of_plan(&file.plan, &report);
        in_place(&view);
        well_formed(&view);
    }
}

#[test]
fn every_finding_that_is_not_satisfied_is_marked_where_it_is() {
    for (file, report) in examples() {
        all_marked(&PictureView::of_plan(&file.plan, &report), &report);
    }
    let (_, view) = picture("broken.toml");
    let at = |id: &str| view.item(id).unwrap().marks.len();
    assert_eq!(at("link.internet-b"), 3);
    assert_eq!(at("link.mpls-a"), 3);
    assert_eq!(at("access_point.ap1"), 12);
}

#[test]
fn a_view_is_read_back_as_it_was_written() {
    for (file, report) in examples() {
        let view = PictureView::of_plan(&file.plan, &report);
        let json = serde_json::to_string(&view).unwrap();
        assert_eq!(serde_json::from_str::<PictureView>(&json).unwrap(), view);
    }
}

#[test]
fn the_table_has_a_row_for_each_box() {
    let (_, view) = picture("figure-9.toml");
    for language in Language::ALL {
        let table = view.table(language);
        assert_eq!(table.rows.len(), view.items.len() + view.frames.len());
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    }
    let rows = view.table(Language::En).rows;
    let link = rows
        .iter()
        .find(|row| row[1] == "yhteinen-a · primary")
        .unwrap();
    assert_eq!(link[0], "link");
    assert_eq!(link[2], "private, MPLS, 1000\u{a0}Mbit/s; Operaattori A");
    assert_eq!(link[3], "Kanta (halls: A, B, C)");
}

#[test]
fn the_other_languages_of_pictures_draw_the_same_lines() {
    let (_, view) = picture("figure-3.toml");
    let flow = mermaid(&view, Language::Fi);
    assert!(flow.starts_with("flowchart LR\n"));
    assert!(flow.contains("==>"), "a private primary");
    assert!(flow.contains("-.->"), "a backup");
    let graph = dot(&view, Language::Sv);
    assert!(graph.starts_with("digraph kanta {\n") && graph.ends_with("}\n"));
    // One line a link to Kanta, with the halls that it reaches.
    let links = view.items.iter().filter(|item| item.link.is_some()).count();
    assert_eq!(flow.matches("| kanta\n").count(), links);
    assert_eq!(graph.matches(" -> kanta [").count(), links);
    assert!(flow.contains("|\"A B C\"| kanta"));
}
