//! `cargo xtask dev`: the product on this machine, with people and files to try it with.

use crate::command::Outcome;
use crate::profile::Profile;
use crate::{build, config};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The first Monday of the 2020 cycle: the pack's calendar and deadlines belong to that year.
const FIRST_MORNING: &str = "2020-08-03T09:00:00+08:00";

pub(crate) struct Options {
    pub(crate) reset: bool,
    pub(crate) port: u16,
    pub(crate) s3_port: u16,
    pub(crate) clock: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { reset: false, port: 8080, s3_port: 8081, clock: None }
    }
}

pub(crate) fn dev(options: Options) -> Outcome<()> {
    let data = config::target().join("dev-data");
    if options.reset && data.exists() {
        fs::remove_dir_all(&data)?;
    }
    build::everything(Profile::Dev)?;
    fs::create_dir_all(&data)?;
    let parameters = secrets(&data.join("parameters.json"))?;
    let accounts_file = data.join("accounts.json");
    let clock = options.clock.clone().or_else(|| (!accounts_file.exists()).then(|| FIRST_MORNING.to_owned()));
    let mut cloud = start(&options, &data, &parameters, clock)?;
    let url = ready(&mut cloud)?;
    if !accounts_file.exists() {
        println!("首次启动，正在登记单位、账号和样例申报 seeding …");
        fs::write(&accounts_file, seed(&url, &parameters["SetUpCode"])?)?;
    }
    print!("{}", welcome(&url, &fs::read_to_string(&accounts_file)?)?);
    let stdin = cloud.stdin.take();
    let ended = cloud.wait()?;
    drop(stdin);
    // Ctrl-C reaches the cloud too: it ends its functions and then itself.
    if ended.success() { Ok(()) } else { Err(format!("the local cloud ended: {ended}").into()) }
}

/// Organisations, officers in every role and applications in several states, through the API like anybody.
fn seed(url: &str, set_up_code: &str) -> Outcome<Vec<u8>> {
    let mut world = Command::new(config::target().join("debug/zhicheng-world"));
    let output =
        world.args(["seed", url]).env("SET_UP_CODE", set_up_code).stderr(Stdio::inherit()).output()?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err("seeding failed: see above; start again with --reset".into())
    }
}

fn start(
    options: &Options,
    data: &Path,
    parameters: &BTreeMap<String, String>,
    clock: Option<String>,
) -> Outcome<Child> {
    let mut cloud = Command::new(config::target().join("debug/zhicheng-local"));
    cloud.arg("--template").arg(config::root().join("infra/template.yaml"));
    cloud.arg("--bin-dir").arg(config::target().join("debug"));
    cloud.arg("--site").arg(config::target().join("site")).arg("--data").arg(data.join("cloud"));
    cloud.args(["--port", &options.port.to_string(), "--s3-port", &options.s3_port.to_string()]);
    for (name, value) in parameters {
        cloud.args(["--parameter", &format!("{name}={value}")]);
    }
    if let Some(clock) = clock {
        cloud.args(["--clock", &clock]);
    }
    // Its stdin ends with this process, even if this one is killed: no cloud stays behind on the port.
    Ok(cloud.arg("--until-stdin-ends").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?)
}

/// Waits for the line `ready URL`; what follows it is passed on.
fn ready(cloud: &mut Child) -> Outcome<String> {
    let output = cloud.stdout.take().ok_or("the local cloud has no output")?;
    let mut lines = BufReader::new(output).lines();
    for line in lines.by_ref() {
        if let Some(url) = line?.strip_prefix("ready ") {
            let url = url.to_owned();
            std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
            return Ok(url);
        }
    }
    Err("the local cloud did not start: see above (is the port taken? try --port N)".into())
}

/// Made once and kept with the data, which could not be read without them.
fn secrets(file: &Path) -> Outcome<BTreeMap<String, String>> {
    if let Ok(text) = fs::read_to_string(file) {
        return Ok(serde_json::from_str(&text)?);
    }
    let secret = || uuid::Uuid::new_v4().simple().to_string();
    let names = ["IdentityKey", "SetUpCode", "GatewaySecret"];
    let made: BTreeMap<String, String> = names.map(|name| (name.to_owned(), secret())).into();
    fs::write(file, serde_json::to_string(&made)?)?;
    Ok(made)
}

fn welcome(url: &str, accounts: &str) -> Outcome<String> {
    use std::fmt::Write as _;
    let accounts: Vec<BTreeMap<String, String>> = serde_json::from_str(accounts)?;
    let mut text = String::new();
    writeln!(text, "\n职称申报系统已启动 ready")?;
    writeln!(text, "  网站 site      {url}")?;
    writeln!(text, "  短信 phone     {url}/_local/phone")?;
    writeln!(
        text,
        "  时间 clock     {url}/_local/clock/page   （样例为2020年度，公示期满等请在此调整日期）"
    )?;
    writeln!(text, "  工具 tools     {url}/_local/\n")?;
    writeln!(text, "账号 accounts（手机号码 / 密码）")?;
    for account in accounts {
        let part = |name: &str| account.get(name).map_or("", String::as_str);
        let [login, password, role] = ["login", "password", "role"].map(part);
        let [name, organisation, note] = ["name", "organisation", "note"].map(part);
        writeln!(text, "  {login} / {password}  {role} {name} {organisation} {note}")?;
    }
    writeln!(text, "\nCtrl-C 结束 stop")?;
    Ok(text)
}
