//! Units, offices and batches.

use super::item::{Item, doc, with_doc};
use super::{Store, Stored, keys};
use api::organisations::{Organisation, UnitFound};
use aws_sdk_dynamodb::types::TransactWriteItem;
use domain::batch::Batch;
use domain::ids::OrganisationId;
use domain::workflow::{Office, Stage};

const MOST_FOUND: usize = 20;

impl Store {
    pub async fn organisation(&self, id: &OrganisationId) -> Stored<Option<Organisation>> {
        self.get(keys::organisation(id)).await
    }

    /// Adds an organisation. `Changed`: the place has such an office, or the code such a unit, already.
    pub async fn add_organisation(&self, organisation: &Organisation) -> Stored<()> {
        let mut writes = vec![self.put_new(with_doc(keys::organisation(&organisation.id), organisation)?)?];
        match organisation.stage {
            Stage::Unit => writes.extend(self.unit_index(organisation)?),
            Stage::Office(office @ (Office::CountyTitle | Office::CountyIndustry)) => {
                let key = keys::office(office, &organisation.county_code);
                writes.push(self.put_new(with_doc(key, &organisation.id)?)?);
            }
            Stage::Office(Office::Series) => {
                for code in &organisation.series_codes {
                    let key = keys::office(Office::Series, code);
                    writes.push(self.put_new(with_doc(key, &organisation.id)?)?);
                }
            }
            Stage::Office(Office::Supervisor) => {}
        }
        self.transact(writes).await
    }

    /// The USC code once, and every ending of the name: a query by prefix then finds any part of it.
    fn unit_index(&self, unit: &Organisation) -> Stored<Vec<TransactWriteItem>> {
        let found = UnitFound {
            id: unit.id.clone(),
            name: unit.name.clone(),
            usc_code: unit.usc_code.clone(),
            county_code: unit.county_code.clone(),
        };
        let endings = unit.name.char_indices().map(|(at, _)| &unit.name[at..]);
        let mut writes = vec![self.put_new(with_doc(keys::unit(&unit.usc_code), &found)?)?];
        for ending in endings {
            writes.push(self.put(with_doc(keys::unit_name(ending, &unit.id), &found)?)?);
        }
        Ok(writes)
    }

    /// Finds units by USC code, or by any part of the name.
    pub async fn find_units(&self, query: &str) -> Stored<Vec<UnitFound>> {
        if let Some(unit) = self.get(keys::unit(query)).await? {
            return Ok(vec![unit]);
        }
        let mut units: Vec<UnitFound> = Vec::new();
        for item in self.query("UNITS", query, MOST_FOUND).await? {
            let unit: UnitFound = doc(&item)?;
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        Ok(units)
    }

    /// Returns the office in a place: a county code, or a series code.
    pub async fn office(&self, office: Office, place: &str) -> Stored<Option<Organisation>> {
        let id: Option<OrganisationId> = self.get(keys::office(office, place)).await?;
        match id {
            Some(id) => self.organisation(&id).await,
            None => Ok(None),
        }
    }

    pub async fn batches(&self) -> Stored<Vec<Batch>> {
        const MOST: usize = 100;
        let items: Vec<Item> = self.query_all("BATCHES", MOST).await?;
        items.iter().map(doc).collect()
    }

    pub async fn batch(&self, pack: &str) -> Stored<Option<Batch>> {
        self.get(keys::batch(pack)).await
    }

    pub async fn set_batch(&self, batch: &Batch) -> Stored<()> {
        self.transact(vec![self.put(with_doc(keys::batch(&batch.pack), batch)?)?]).await
    }
}
