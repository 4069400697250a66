//! Acknowledged saves are there, whatever happens to the machine.

use api::applications::{ApplicationView, SaveSection, Saved};
use api::routes::Route;
use domain::form::SectionData;
use harness::{Applicant, Client, P6, root, seed};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};

const SET_UP_CODE: &str = "set-up-code-of-a-test";
/// One text field of each of these is written again and again.
const BURST: [(&str, &str); 3] =
    [("work_summary", "summary"), ("publications", "over_limit_reason"), ("exceptional_case", "reason")];
const SAVES_BEFORE_THE_KILL: usize = 60;

/// The local cloud as a process of its own, on a folder that outlives it.
struct Process {
    child: Child,
    url: String,
}

impl Process {
    fn start(data: &Path) -> Self {
        let (bin_dir, template) = (root().join("target/debug"), root().join("infra/template.yaml"));
        let parameters =
            ["IdentityKey=0123456789abcdef0123456789abcdef", "GatewaySecret=a-secret-of-a-test-0123456789"];
        let mut command = Command::new(bin_dir.join("zhicheng-local"));
        command.arg("--template").arg(template).arg("--bin-dir").arg(&bin_dir).arg("--data").arg(data);
        command.args(["--port", "0", "--s3-port", "0", "--clock", "2020-08-03T09:00:00+08:00"]);
        for parameter in parameters {
            command.args(["--parameter", parameter]);
        }
        command.args(["--parameter", &format!("SetUpCode={SET_UP_CODE}")]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("ready ").map(str::to_owned));
        let url = ready.expect("the cloud says that it is ready");
        // Nobody reads what the functions print from here on, and a full pipe would stop them.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url }
    }
}

impl Drop for Process {
    /// SIGKILL.
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Saves until nobody answers any more, and tells each count that was acknowledged.
fn save_on(
    client: &Client,
    application: &str,
    (section, field): (&str, &str),
    told: &Sender<(usize, u64)>,
    i: usize,
) {
    let view: ApplicationView = client.get(Route::ReadApplication, &[application]).unwrap();
    let mut revision = view.sections.get(section).map_or(0, |stored| stored.revision);
    for count in 1_u64.. {
        let mut data = SectionData::default();
        data.values.insert(field.into(), format!("第{count}次保存"));
        let save = SaveSection { revision, data, mark: None };
        let Some(answer) = client.attempt::<_, Saved>(Route::SaveSection, &[application, section], &save)
        else {
            return;
        };
        revision = answer.unwrap().revision;
        told.send((i, count)).unwrap();
    }
}

/// The highest count of each section that was acknowledged.
fn highest(told: &Receiver<(usize, u64)>, until: usize, counts: &mut [u64; BURST.len()]) {
    for (i, count) in told.iter().take(until) {
        counts[i] = counts[i].max(count);
    }
}

fn empty_folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn kill_9_in_an_autosave_burst_loses_no_acknowledged_save() {
    let data = empty_folder("kill-9");
    let first = Process::start(&data);
    seed(&first.url, SET_UP_CODE, false);
    let mut applicant = Applicant::register(&first.url, &P6);
    applicant.start();
    let cookie = applicant.client.cookie();
    let (application, url) = (applicant.application.clone(), first.url.clone());

    let mut counts = [0; BURST.len()];
    std::thread::scope(|scope| {
        let (tell, told) = channel();
        for (i, target) in BURST.into_iter().enumerate() {
            let (tell, client) = (tell.clone(), Client::new(&url));
            client.set_cookie(cookie.clone());
            let application = &application;
            scope.spawn(move || save_on(&client, application, target, &tell, i));
        }
        drop(tell);
        highest(&told, SAVES_BEFORE_THE_KILL, &mut counts);
        drop(first);
        highest(&told, usize::MAX, &mut counts);
    });
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");

    let second = Process::start(&data);
    let again = Applicant::sign_in(&second.url, &P6);
    let view = again.view();
    for ((section, field), acknowledged) in BURST.into_iter().zip(counts) {
        let stored = view.sections[section].data.value(field);
        let count: u64 = stored.trim_start_matches('第').trim_end_matches("次保存").parse().unwrap();
        assert!(count >= acknowledged, "{section}: {count} is stored, {acknowledged} was acknowledged");
    }
    drop(second);
    std::fs::remove_dir_all(&data).unwrap();
}
