//! The table's stream.

use local::{LocalCloud, Options};

use crate::{cloud, options, put};

fn consumed(cloud: &LocalCloud) -> Vec<String> {
    cloud.idle().unwrap();
    cloud.retire_functions();
    let seen =
        cloud.logs().into_iter().filter(|line| line.line.contains("OUT#") || line.line.contains("APP#"));
    seen.map(|line| line.line).collect()
}

#[test]
fn records_that_match_reach_the_consumer_in_order() {
    let cloud = cloud();
    for key in ["OUT#1", "APP#1", "OUT#2"] {
        assert_eq!(put(&cloud, key, 0).status(), 200);
    }
    assert_eq!(consumed(&cloud), ["INSERT OUT#1", "INSERT OUT#2"]);
}

#[test]
fn a_failing_batch_is_tried_again_before_the_next() {
    let cloud = cloud();
    put(&cloud, "OUT#1", 2);
    put(&cloud, "OUT#2", 0);
    assert_eq!(consumed(&cloud), ["INSERT OUT#1", "INSERT OUT#2"]);
}

#[test]
fn a_batch_is_given_up_after_its_retries() {
    let cloud = cloud();
    put(&cloud, "OUT#1", 4);
    put(&cloud, "OUT#2", 0);
    assert_eq!(consumed(&cloud), ["INSERT OUT#2"]);
}

#[test]
fn a_restart_goes_on_after_the_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || Options { data_dir: Some(folder.path().into()), ..options() };
    let first = LocalCloud::start_blocking(kept()).unwrap();
    put(&first, "OUT#1", 0);
    first.idle().unwrap();
    first.shutdown();
    let second = LocalCloud::start_blocking(kept()).unwrap();
    assert_eq!(second.items(&second.table_names()[0]).unwrap().len(), 1);
    put(&second, "OUT#2", 0);
    assert_eq!(consumed(&second), ["INSERT OUT#2"]);
}
