//! Boxes of one lane, one under the other.

/// The space between two boxes.
pub(super) const GAP: f64 = 14.0;

/// A box that would like to stand somewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// Where its middle would like to be; none where it does not matter.
    pub(super) middle: Option<f64>,
    /// Its height.
    pub(super) height: f64,
}

/// The tops of boxes in a given order, none over another, none above `top`, as near to what they wish as that allows.
///
/// Boxes whose wishes collide are pushed together into blocks, and each block stands at the mean of its wishes.
pub(super) fn settle(wishes: &[Wish], top: f64) -> Vec<f64> {
    struct Block {
        /// The sum of where its top would have to be, by each of its wishes.
        sum: f64,
        wishes: f64,
        height: f64,
        count: usize,
    }
    impl Block {
        fn top(&self, top: f64) -> f64 {
            if self.wishes > 0.0 {
                (self.sum / self.wishes).max(top)
            } else {
                top
            }
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    for wish in wishes {
        let mut block = Block {
            sum: wish.middle.map_or(0.0, |middle| middle - wish.height / 2.0),
            wishes: if wish.middle.is_some() { 1.0 } else { 0.0 },
            height: wish.height,
            count: 1,
        };
        while let Some(above) = blocks.pop() {
            if above.top(top) + above.height + GAP <= block.top(top) && block.wishes > 0.0 {
                blocks.push(above);
                break;
            }
            // What stands lower in a block wishes its top so much higher.
            let offset = above.height + GAP;
            block = Block {
                sum: above.sum + block.sum - block.wishes * offset,
                wishes: above.wishes + block.wishes,
                height: offset + block.height,
                count: above.count.saturating_add(block.count),
            };
        }
        blocks.push(block);
    }
    let mut tops = Vec::with_capacity(wishes.len());
    let mut heights = wishes.iter().map(|wish| wish.height);
    for block in blocks {
        let mut y = block.top(top);
        for height in heights.by_ref().take(block.count) {
            tops.push(y.round());
            y += height + GAP;
        }
    }
    tops
}

/// The mean of some places; none where there are none.
pub(super) fn mean(places: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for place in places {
        sum += place;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// The numbers in the order of where they wish to be; those that do not care come last, and equals keep their order.
pub(super) fn by_wish(mut all: Vec<(usize, Option<f64>)>) -> Vec<(usize, Option<f64>)> {
    all.sort_by(|(_, one), (_, other)| match (one, other) {
        (Some(one), Some(other)) => one.total_cmp(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    all
}
