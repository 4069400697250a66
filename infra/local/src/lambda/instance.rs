//! One process of a function, from its start to its end.

use std::process::Stdio;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::account::{ACCESS_KEY, ACCOUNT, REGION, SECRET_KEY};
use crate::error::InvokeError;
use crate::lambda::logs::Logs;
use crate::lambda::runtime::{Answer, Init, Invocation, RuntimeApi};
use crate::template::stack::Function;

/// The time that Lambda itself allows.
const INIT_TIMEOUT: Duration = Duration::from_secs(10);

/// One process of a function; killed when dropped.
pub(crate) struct Instance {
    child: Child,
    api: RuntimeApi,
    output: Vec<JoinHandle<()>>,
}

impl Instance {
    /// Starts the process and waits until it asks for work.
    pub(crate) async fn start(
        function: &Function,
        endpoints: &[(String, String)],
        logs: &Logs,
    ) -> Result<Self, InvokeError> {
        let failed = |error: &dyn std::fmt::Display| InvokeError::Init(error.to_string());
        let api = RuntimeApi::start().await.map_err(|error| failed(&error))?;
        let mut child = command(function, endpoints, &api)
            .spawn()
            .map_err(|error| failed(&format!("{}: {error}", function.binary.display())))?;
        let output =
            vec![follow(child.stdout.take(), function, logs), follow(child.stderr.take(), function, logs)];
        let mut instance = Self { child, api, output };
        tokio::select! {
            init = instance.api.initialised() => match init {
                Init::Ready => Ok(instance),
                Init::Failed(reason) => Err(InvokeError::Init(reason)),
                Init::Starting => Err(InvokeError::Init("the Runtime API closed".to_owned())),
            },
            status = instance.child.wait() => {
                Err(failed(&status.map_or_else(|e| e.to_string(), |status| format!("ended: {status}"))))
            }
            () = tokio::time::sleep(INIT_TIMEOUT) => Err(failed(&"init took longer than 10 s")),
        }
    }

    pub(crate) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Runs one invocation; after an error other than `Function` the instance must not be used again.
    pub(crate) async fn invoke(
        &mut self,
        function: &Function,
        payload: Bytes,
    ) -> Result<Result<Bytes, InvokeError>, Unused> {
        let (answer, answered) = oneshot::channel();
        let id = uuid::Uuid::new_v4().to_string();
        let deadline = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default() + function.timeout;
        self.api
            .hand_over(Invocation {
                id: id.clone(),
                payload,
                deadline: deadline.as_millis(),
                function_arn: format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{}", function.name),
                answer,
            })
            .await;
        tokio::select! {
            biased;
            answer = answered => Ok(match answer {
                Ok(Answer::Response(body)) => Ok(body),
                Ok(Answer::Error(body)) => Err(InvokeError::Function(String::from_utf8_lossy(&body).into_owned())),
                Err(_) => Err(InvokeError::Crashed),
            }),
            _ = self.child.wait() => {
                if self.api.has_taken(&id) { Ok(Err(InvokeError::Crashed)) } else { Err(Unused) }
            }
            () = tokio::time::sleep(function.timeout) => Ok(Err(InvokeError::TimedOut(function.timeout))),
        }
    }

    /// Ends the process; afterwards every line it wrote is in the logs.
    pub(crate) async fn stop(mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.child.kill().await;
        for output in self.output {
            // Only a panic could fail it, and nothing in it panics.
            let _ = output.await;
        }
    }
}

/// The process was gone before it took the invocation, so another may run it.
pub(crate) struct Unused;

fn command(function: &Function, endpoints: &[(String, String)], api: &RuntimeApi) -> Command {
    let mut command = Command::new(&function.binary);
    command
        .env_clear()
        .envs(&function.environment)
        .envs(endpoints.iter().map(|(name, value)| (name, value)))
        .env("AWS_LAMBDA_RUNTIME_API", api.address.to_string())
        .env("AWS_LAMBDA_FUNCTION_NAME", &function.name)
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.memory.to_string())
        .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .env("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
        .env("AWS_LAMBDA_LOG_GROUP_NAME", format!("/aws/lambda/{}", function.name))
        .env("AWS_LAMBDA_LOG_STREAM_NAME", "local")
        .env("AWS_REGION", REGION)
        .env("AWS_DEFAULT_REGION", REGION)
        .env("AWS_ACCESS_KEY_ID", ACCESS_KEY)
        .env("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
        .env("LANG", "en_US.UTF-8")
        .env("TZ", ":UTC")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

fn follow(
    output: Option<impl AsyncRead + Unpin + Send + 'static>,
    function: &Function,
    logs: &Logs,
) -> JoinHandle<()> {
    let (name, logs) = (function.short_name().to_owned(), logs.clone());
    tokio::spawn(async move {
        let Some(output) = output else { return };
        let mut lines = BufReader::new(output).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            logs.push(&name, line);
        }
    })
}
