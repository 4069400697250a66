//! The printed 公示表, found by the check code that it bears.

use super::item::with_doc;
use super::{Store, Stored, keys};
use domain::ids::ApplicationId;
use domain::workflow::{Application, PostedTable};
use serde::{Deserialize, Serialize};

/// The application whose sheet it is, and the sheet's version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SheetOf {
    pub application: ApplicationId,
    pub table_version: u32,
}

impl Store {
    /// Stores an application whose table was just made, together with the way back from the table's code.
    pub async fn post_table(
        &self,
        application: &Application,
        table: &PostedTable,
        scans_revision: u64,
    ) -> Stored<()> {
        let sheet = SheetOf { application: application.id.clone(), table_version: table.table_version };
        let head = self.put_over(application.revision - 1, application, scans_revision)?;
        self.transact(vec![head, self.put(with_doc(keys::sheet(&table.check_code), &sheet)?)?]).await
    }

    pub async fn sheet(&self, check_code: &str) -> Stored<Option<SheetOf>> {
        self.get(keys::sheet(check_code)).await
    }
}
