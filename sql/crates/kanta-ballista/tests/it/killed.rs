//! An executor that dies in the middle of a query.

use std::time::{Duration, Instant};

use crate::harness::{Cluster, World};

#[test]
fn the_rows_are_the_same_where_an_executor_is_killed() {
    let world = World::of(8, 60_000);
    let sql = "SELECT party, service, count(*) AS lines, \
         count(*) FILTER (WHERE kanta_decide(kanta_index(), party, access_point, service, at)) AS permitted, \
         kanta_why_counts(kanta_index(), party, access_point, service, at) AS why \
         FROM log GROUP BY party, service";
    let expected = world.ask(sql);
    assert!(expected.len() > 60);
    let mut cluster = Cluster::of(3);
    let mut query = cluster.begin(&world, sql);
    let began = Instant::now();
    let victim = loop {
        assert!(
            query.is_running(),
            "it was too quick to be killed in its middle"
        );
        assert!(began.elapsed() < Duration::from_secs(60), "nobody works");
        // Whoever has written what others will want.
        if let Some(victim) = (0..3).find(|executor| cluster.has_worked(*executor)) {
            break victim;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    cluster.executors[victim].kill();
    assert!(
        query.is_running(),
        "it was too quick to be killed in its middle"
    );
    assert_eq!(query.rows(sql), expected);
    // And whoever asks next is answered as well.
    assert_eq!(cluster.ask(&world, sql), expected);
}
