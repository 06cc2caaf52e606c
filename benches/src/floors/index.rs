//! Rights: a hash map from two 128-bit keys, and nothing looked at beside it.

use hashbrown::HashMap;

/// The right-subject; and the access point with the service.
pub type Key = (u128, u128);

/// Rights by key.
#[derive(Debug, Default)]
pub struct Rights(HashMap<Key, u32>);

impl Rights {
    /// Fills the map, whose size is not known beforehand.
    #[must_use]
    pub fn fill(keys: &[Key]) -> Self {
        let mut map = HashMap::new();
        for (&key, right) in keys.iter().zip(0..) {
            map.insert(key, right);
        }
        Self(map)
    }

    /// The right of a key.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<u32> {
        self.0.get(key).copied()
    }
}
