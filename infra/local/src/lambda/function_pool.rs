//! Warm processes of one function.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use tokio::sync::{Semaphore, watch};

use crate::error::InvokeError;
use crate::lambda::instance::{Instance, Unused};
use crate::lambda::logs::Logs;
use crate::template::stack::Function;

/// The processes of one function: started when needed, kept warm, one invocation at a time each.
pub(crate) struct FunctionPool {
    pub(crate) function: Function,
    endpoints: Arc<[(String, String)]>,
    logs: Logs,
    places: Semaphore,
    idle: Mutex<Vec<Instance>>,
    kills: watch::Sender<u64>,
}

impl FunctionPool {
    pub(crate) fn new(
        function: Function,
        endpoints: Arc<[(String, String)]>,
        logs: Logs,
        instances: usize,
    ) -> Self {
        let places = Semaphore::new(instances);
        Self { function, endpoints, logs, places, idle: Mutex::default(), kills: watch::Sender::new(0) }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Instance>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn invoke(&self, payload: Bytes) -> Result<Bytes, InvokeError> {
        let result = self.run(payload).await;
        if let Err(error) = &result {
            self.logs.push(self.function.short_name(), format!("invocation failed: {error}"));
        }
        result
    }

    async fn run(&self, payload: Bytes) -> Result<Bytes, InvokeError> {
        let _place = self.places.acquire().await.map_err(|_| InvokeError::Crashed)?;
        loop {
            let mut kills = self.kills.subscribe();
            let mut instance = self.warm_or_new().await?;
            let outcome = tokio::select! {
                outcome = instance.invoke(&self.function, payload.clone()) => outcome,
                _ = kills.changed() => Ok(Err(InvokeError::Crashed)),
            };
            match outcome {
                Err(Unused) => continue,
                Ok(Ok(body)) => {
                    self.idle().push(instance);
                    return Ok(body);
                }
                Ok(Err(error @ InvokeError::Function(_))) => {
                    self.idle().push(instance);
                    return Err(error);
                }
                Ok(Err(error)) => {
                    instance.stop().await;
                    return Err(error);
                }
            }
        }
    }

    async fn warm_or_new(&self) -> Result<Instance, InvokeError> {
        loop {
            let Some(mut instance) = self.idle().pop() else { break };
            if instance.is_alive() {
                return Ok(instance);
            }
        }
        Instance::start(&self.function, &self.endpoints, &self.logs).await
    }

    /// Kills every process, busy ones in the middle of their work.
    pub(crate) fn kill(&self) {
        self.kills.send_modify(|count| *count += 1);
        self.idle().clear();
    }

    /// Ends every process and lets no new one start.
    pub(crate) async fn stop(&self) {
        self.places.close();
        self.kills.send_modify(|count| *count += 1);
        self.retire().await;
    }

    /// Ends the idle processes, after which all they wrote is in the logs; new ones start when needed.
    pub(crate) async fn retire(&self) {
        let idle = std::mem::take(&mut *self.idle());
        for instance in idle {
            instance.stop().await;
        }
    }
}
