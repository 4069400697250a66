//! The functions of the template, by name.

use std::sync::Arc;

use crate::lambda::function_pool::FunctionPool;

/// Every function of the template.
#[derive(Clone)]
pub(crate) struct Functions(Arc<[Arc<FunctionPool>]>);

impl Functions {
    pub(crate) fn new(pools: impl IntoIterator<Item = FunctionPool>) -> Self {
        Self(pools.into_iter().map(Arc::new).collect())
    }

    pub(crate) fn all(&self) -> &[Arc<FunctionPool>] {
        &self.0
    }

    /// Finds a function by logical id, deployed name or the binary's name.
    pub(crate) fn find(&self, name: &str) -> Option<&Arc<FunctionPool>> {
        self.0.iter().find(|pool| {
            let function = &pool.function;
            [function.id.as_str(), function.name.as_str(), function.short_name()].contains(&name)
        })
    }

    pub(crate) async fn retire(&self) {
        for pool in self.0.iter() {
            pool.retire().await;
        }
    }

    pub(crate) async fn stop(&self) {
        for pool in self.0.iter() {
            pool.stop().await;
        }
    }
}
