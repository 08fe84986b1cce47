//! Times the merge of ocdsmerge-rs over JSON Lines of releases, after parsing: the median of five.
//!
//! Usage: merge-rs SCHEMA FILE; prints {"compiled": seconds, "versioned": seconds} on standard error.

use std::collections::HashMap;
use std::env::args;
use std::fs::{File, read};
use std::hint::black_box;
use std::io::{BufRead, BufReader};
use std::time::Instant;

use ocdsmerge_rs::Merger;
use serde_json::{Value, from_slice, from_str, json};

type Processes = Vec<Vec<Value>>;

fn main() {
    let [schema, releases] = [1, 2].map(|position| args().nth(position).expect("Usage: merge-rs SCHEMA FILE"));
    let merger = merger_of(&schema);
    let processes = group(&releases);
    let compiled = median(|| {
        time(&processes, |releases| merger.create_compiled_release(releases).expect("it merges"))
    });
    // That merge removes fields of the releases it is given, so each run has a copy of its own, made before the clock starts.
    let versioned = median(|| {
        let mut copies = processes.clone();
        time(&mut copies, |releases| merger.create_versioned_release(releases).expect("it merges"))
    });
    eprintln!("{}", json!({ "compiled": compiled, "versioned": versioned }));
}

fn merger_of(schema: &str) -> Merger {
    let mut schema: Value = from_slice(&read(schema).expect("the schema is there")).expect("the schema is JSON");
    Merger::dereference(&mut schema);
    Merger::with_rules(Merger::get_rules(&schema["properties"], &[]))
}

/// The releases of each process in the order of their dates: the merge itself does not sort.
fn group(file: &str) -> Processes {
    let mut processes: HashMap<String, Vec<Value>> = HashMap::new();
    for line in BufReader::new(File::open(file).expect("the file is there")).lines() {
        let release: Value = from_str(&line.expect("a line is UTF-8")).expect("a line is JSON");
        let ocid = release["ocid"].as_str().expect("a release has an ocid").to_owned();
        processes.entry(ocid).or_default().push(release);
    }
    let mut sorted: Processes = processes.into_values().collect();
    for releases in &mut sorted {
        releases.sort_by(|one, other| one["date"].as_str().cmp(&other["date"].as_str()));
    }
    sorted
}

fn time<I: IntoIterator, R>(processes: I, merge: impl Fn(I::Item) -> R) -> f64 {
    let begin = Instant::now();
    for releases in processes {
        black_box(merge(releases));
    }
    begin.elapsed().as_secs_f64()
}

fn median(run: impl FnMut() -> f64) -> f64 {
    let mut seconds: Vec<f64> = std::iter::repeat_with(run).take(5).collect();
    seconds.sort_by(f64::total_cmp);
    (seconds[2] * 1000.0).round() / 1000.0
}
