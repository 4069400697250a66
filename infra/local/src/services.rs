//! Starts every service of the local cloud and holds it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::edge::distribution::{self, Edge};
use crate::edge::gateway::Gateway;
use crate::edge::site::Site;
use crate::emulators::dynamodb::{self, DynamoDb};
use crate::emulators::sns::{self, Inbox};
use crate::emulators::stream::Streams;
use crate::emulators::{phone, s3, schedule};
use crate::error::Error;
use crate::lambda::function_pool::FunctionPool;
use crate::lambda::functions::Functions;
use crate::lambda::logs::{self, Logs};
use crate::options::Options;
use crate::simulators::clock::{self, Clock};
use crate::simulators::faults::{self, Faults};
use crate::simulators::payment_orders::{self, PaymentOrders};
use crate::simulators::{cashier, registries};
use crate::template::resolve::{Places, Resolver};
use crate::template::source::Template;
use crate::template::stack::Stack;

const SWEEP_PERIOD: Duration = Duration::from_secs(5);

/// Everything that runs, as one value.
pub(crate) struct Services {
    pub(crate) places: Places,
    pub(crate) dynamodb_url: String,
    pub(crate) dynamodb: DynamoDb,
    pub(crate) functions: Functions,
    pub(crate) streams: Streams,
    pub(crate) inbox: Arc<Inbox>,
    pub(crate) clock: Arc<Clock>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) logs: Logs,
    pub(crate) tables: Vec<String>,
    pub(crate) buckets: Vec<String>,
    /// Folder of the buckets.
    pub(crate) objects: PathBuf,
    pub(crate) parameters: BTreeMap<String, String>,
    /// Deleted with this value when nothing is to be kept.
    _temporary: Option<TempDir>,
}

struct Listeners {
    edge: TcpListener,
    s3: TcpListener,
    dynamodb: TcpListener,
}

/// The folders of the data; `kept` is `None` for a cloud that forgets.
struct Folders {
    work: PathBuf,
    kept: Option<PathBuf>,
    temporary: Option<TempDir>,
}

impl Services {
    pub(crate) async fn start(options: Options) -> Result<Self, Error> {
        let folders = Folders::open(options.data_dir.as_deref())?;
        let listeners = Listeners::bind(&options).await?;
        let places = Places { edge: origin(&listeners.edge)?, s3: origin(&listeners.s3)? };
        let dynamodb_url = origin(&listeners.dynamodb)?;
        let template = Template::load(&options.template)?;
        let parameters = parameters(&template, &options.parameters, &places)?;
        let gateway_secret = parameters.get("GatewaySecret").cloned().unwrap_or_default();
        let resolver = Resolver::new(&template, parameters.clone(), places.clone());
        let stack = Stack::read(&template, &resolver, &options.bin_dir)?;

        let faults = Arc::new(Faults::default());
        let logs = Logs::new(options.verbose);
        let clock = Arc::new(Clock::open(folders.work.join("clock-offset"), options.clock)?);
        let inbox = Arc::new(Inbox::open(folders.kept("sms.jsonl"))?);
        let orders = PaymentOrders::open(folders.kept("payments.json"), gateway_secret, places.edge.clone())?;
        let dynamodb = DynamoDb::open(folders.kept("dynamodb.sqlite").as_deref(), &stack.tables)?;
        let endpoints = endpoints(&places, &dynamodb_url, &clock);
        let pool = |function| FunctionPool::new(function, endpoints.clone(), logs.clone(), options.instances);
        let functions = Functions::new(stack.functions.into_iter().map(pool));

        dynamodb::serve(listeners.dynamodb, dynamodb.clone(), Arc::clone(&faults), functions.clone()).await?;
        let objects = folders.objects()?;
        serve(listeners.s3, s3::router(&objects, &stack.buckets)?);
        let tools = Router::new()
            .merge(sns::routes(Arc::clone(&inbox), Arc::clone(&clock), Arc::clone(&faults)))
            .merge(phone::routes(Arc::clone(&inbox)))
            .merge(clock::routes(Arc::clone(&clock), after_move(&functions, &clock)))
            .merge(faults::routes(Arc::clone(&faults), functions.clone()))
            .merge(logs::routes(logs.clone()))
            .merge(schedule::routes(functions.clone(), Arc::clone(&clock)))
            .merge(registries::routes(folders.kept("registries.json"), Arc::clone(&faults))?)
            .merge(payments(orders, &clock, &faults));
        let edge = Edge {
            gateway: Arc::new(Gateway::new(&functions)?),
            site: Site::new(options.site_dir.as_deref()),
            policies: Arc::new(stack.headers),
        };
        serve(listeners.edge, distribution::router(edge, tools));
        schedule::start(&functions, &clock);
        sweep(dynamodb.clone(), Arc::clone(&clock));
        let streams = Streams::start(&dynamodb, &functions, folders.kept.as_ref());
        let tables = stack.tables.into_iter().map(|table| table.name).collect();
        Ok(Self {
            places,
            dynamodb_url,
            dynamodb,
            functions,
            streams,
            inbox,
            clock,
            faults,
            logs,
            tables,
            buckets: stack.buckets.into_iter().map(|bucket| bucket.name).collect(),
            objects,
            parameters,
            _temporary: folders.temporary,
        })
    }
}

impl Folders {
    fn open(data_dir: Option<&Path>) -> Result<Self, Error> {
        let Some(folder) = data_dir else {
            let temporary = tempfile::Builder::new().prefix("zhicheng-local-").tempdir()?;
            return Ok(Self { work: temporary.path().to_path_buf(), kept: None, temporary: Some(temporary) });
        };
        std::fs::create_dir_all(folder).map_err(Error::file(folder))?;
        let folder = folder.canonicalize().map_err(Error::file(folder))?;
        Ok(Self { work: folder.clone(), kept: Some(folder), temporary: None })
    }

    fn kept(&self, name: &str) -> Option<PathBuf> {
        self.kept.as_ref().map(|folder| folder.join(name))
    }

    fn objects(&self) -> Result<PathBuf, Error> {
        let folder = self.work.join("s3");
        std::fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        Ok(folder)
    }
}

impl Listeners {
    async fn bind(options: &Options) -> Result<Self, Error> {
        Ok(Self {
            edge: listen(options.edge_port).await?,
            s3: listen(options.s3_port).await?,
            dynamodb: listen(0).await?,
        })
    }
}

async fn listen(port: u16) -> Result<TcpListener, Error> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|source| Error::Port { port, source })
}

fn origin(listener: &TcpListener) -> Result<String, Error> {
    Ok(format!("http://{}", listener.local_addr()?))
}

fn serve(listener: TcpListener, router: Router) {
    let service = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
}

/// The caller's values, then what only this process knows, then the template's defaults.
fn parameters(
    template: &Template,
    given: &BTreeMap<String, String>,
    places: &Places,
) -> Result<BTreeMap<String, String>, Error> {
    let mut values = template.parameters(given)?;
    let known = [
        ("GatewayUrl", format!("{}/_local/gateway", places.edge)),
        ("RegistryUrl", format!("{}/_local/registries", places.edge)),
        ("SiteOrigin", places.edge.clone()),
    ];
    for (name, local) in known {
        if let Some(value) = values.get_mut(name).filter(|_| !given.contains_key(name)) {
            *value = local;
        }
    }
    Ok(values)
}

/// Returns the variables that Lambda does not need: the addresses of the services, and the file of the clock.
fn endpoints(places: &Places, dynamodb_url: &str, clock: &Clock) -> Arc<[(String, String)]> {
    let pairs = [
        ("AWS_ENDPOINT_URL_DYNAMODB", dynamodb_url.to_owned()),
        ("AWS_ENDPOINT_URL_S3", places.s3.clone()),
        ("AWS_ENDPOINT_URL_SNS", format!("{}/_local/sns", places.edge)),
        ("CLOCK_FILE", clock.file.to_string_lossy().into_owned()),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn payments(orders: PaymentOrders, clock: &Arc<Clock>, faults: &Arc<Faults>) -> Router {
    let orders = Arc::new(orders);
    payment_orders::routes(Arc::clone(&orders)).merge(cashier::routes(
        orders,
        Arc::clone(clock),
        Arc::clone(faults),
    ))
}

/// The schedules whose time has come run when the clock is moved on.
fn after_move(functions: &Functions, clock: &Arc<Clock>) -> clock::AfterMove {
    let (functions, clock) = (functions.clone(), Arc::clone(clock));
    Arc::new(move |moved| {
        let (functions, clock) = (functions.clone(), Arc::clone(&clock));
        Box::pin(async move { schedule::catch_up(&functions, &clock, moved).await })
    })
}

/// dynoxide expires by the system's clock, so a moved clock suspends expiry.
fn sweep(dynamodb: DynamoDb, clock: Arc<Clock>) {
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(SWEEP_PERIOD);
        loop {
            ticks.tick().await;
            if clock.offset() == 0 {
                let dynamodb = dynamodb.clone();
                // A failed sweep is tried again at the next tick.
                let _ = tokio::task::spawn_blocking(move || dynamodb.sweep_expired()).await;
            }
        }
    });
}
