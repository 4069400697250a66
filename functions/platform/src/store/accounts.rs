//! Accounts, and the keyed hashes under which people sign in.

use super::item::{text, with_doc};
use super::{Store, StoreError, Stored, keys};
use crate::secrets;
use chrono::{DateTime, FixedOffset};
use domain::ids::{AccountId, OrganisationId};
use domain::workflow::Stage;
use serde::{Deserialize, Serialize};

/// The ID and mobile numbers are stored here and nowhere else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    /// Empty for officers.
    pub id_number: String,
    pub mobile: String,
    /// Empty until an officer sets the first one.
    pub password_hash: String,
    pub role: AccountRole,
    pub disabled: bool,
    pub created_at: DateTime<FixedOffset>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountRole {
    Applicant,
    Officer { organisation: OrganisationId, stage: Stage },
    PlatformAdmin,
}

/// The outcome of a new account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enrolment {
    Done,
    IdNumberTaken,
    MobileTaken,
}

#[derive(Serialize, Deserialize)]
struct Login {
    account: AccountId,
}

impl Store {
    /// The hash under which an ID or mobile number is looked up and limited.
    pub fn identity_hash(&self, number: &str) -> String {
        secrets::keyed_hash(&self.identity_key, number)
    }

    pub async fn account(&self, id: &AccountId) -> Stored<Option<Account>> {
        self.get(keys::account(id)).await
    }

    /// Finds an account by ID number or mobile number.
    pub async fn account_by_login(&self, number: &str) -> Stored<Option<Account>> {
        let login: Option<Login> = self.get(keys::login(&self.identity_hash(number))).await?;
        match login {
            Some(login) => self.account(&login.account).await,
            None => Ok(None),
        }
    }

    /// Stores a new account; neither number may belong to another.
    pub async fn enrol(&self, account: &Account) -> Stored<Enrolment> {
        let login = |number: &str| {
            let login = Login { account: account.id.clone() };
            self.put_new(with_doc(keys::login(&self.identity_hash(number)), &login)?)
        };
        let mut writes =
            vec![self.put_new(with_doc(keys::account(&account.id), account)?)?, login(&account.mobile)?];
        if !account.id_number.is_empty() {
            writes.push(login(&account.id_number)?);
        }
        if let AccountRole::Officer { organisation, .. } = &account.role {
            let officer = Login { account: account.id.clone() };
            writes.push(self.put_new(with_doc(keys::officer(organisation, &account.id), &officer)?)?);
        }
        match self.transact(writes).await {
            Ok(()) => Ok(Enrolment::Done),
            Err(StoreError::Changed) => {
                let by_id = !account.id_number.is_empty()
                    && self.account_by_login(&account.id_number).await?.is_some();
                Ok(if by_id { Enrolment::IdNumberTaken } else { Enrolment::MobileTaken })
            }
            Err(error) => Err(error),
        }
    }

    /// The first administrator, once in the life of a table.
    pub async fn enrol_first_admin(&self, account: &Account) -> Stored<Enrolment> {
        let once = self.put_new(with_doc(keys::set_up(), &account.id)?)?;
        self.transact(vec![once]).await?;
        self.enrol(account).await
    }

    pub async fn set_password(&self, id: &AccountId, password_hash: &str) -> Stored<()> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(super::item::with_key(keys::account(id))))
            .update_expression("SET doc.password_hash = :hash")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":hash", text(password_hash));
        update.send().await.map_err(StoreError::of)?;
        Ok(())
    }

    /// Returns the officers to whom an organisation's messages go.
    pub async fn officers(&self, organisation: &OrganisationId) -> Stored<Vec<AccountId>> {
        const MOST: usize = 20;
        let items = self.query(&keys::organisation(organisation).0, "OFFICER#", MOST).await?;
        items.iter().map(|item| Ok(super::item::doc::<Login>(item)?.account)).collect()
    }
}
