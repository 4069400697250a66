//! Every method and path, once. `infra/template.yaml` holds the same; a test compares them.

use Function::{Applications, Organisations, Payments, Publicity, Registration, Sections, Uploads, Workflow};
use Method::{Delete, Get, Patch, Post, Put};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// The Lambda that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    Registration,
    Organisations,
    Applications,
    Sections,
    Uploads,
    Workflow,
    Publicity,
    Payments,
}

macro_rules! routes {
    ($($(#[doc = $doc:literal])* $name:ident => $function:ident $method:ident $path:literal)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Route {
            $($(#[doc = $doc])* $name,)*
        }

        impl Route {
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            pub fn function(self) -> Function {
                match self { $(Self::$name => $function,)* }
            }

            pub fn method(self) -> Method {
                match self { $(Self::$name => $method,)* }
            }

            /// Returns the path with `{placeholders}`, as API Gateway writes it.
            pub fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }
        }
    };
}

routes! {
    /// A code of 6 digits by SMS; the answer is the same whether the number is known or not.
    SendCode => Registration Post "/api/codes"
    /// 个人注册 (R3).
    Register => Registration Post "/api/accounts"
    SignIn => Registration Post "/api/sessions"
    WhoAmI => Registration Get "/api/sessions/current"
    SignOut => Registration Delete "/api/sessions/current"
    /// Sets a forgotten password anew, or an officer's first one: proved by a code.
    SetPassword => Registration Put "/api/password"
    /// The first platform administrator of a new deployment, once, with the deployment's own code.
    SetUp => Registration Post "/api/set-up"

    /// Units by a part of the name or the whole USC code.
    FindUnits => Organisations Get "/api/units"
    AddOrganisation => Organisations Post "/api/organisations"
    AddOfficer => Organisations Post "/api/organisations/{organisation}/officers"
    ListBatches => Organisations Get "/api/batches"
    SetBatch => Organisations Put "/api/batches/{batch}"

    /// 开始申报 (R4).
    StartApplication => Applications Post "/api/applications"
    ListMine => Applications Get "/api/applications"
    ReadApplication => Applications Get "/api/applications/{application}"
    /// Chooses another title, industry, committee or specialty while it is editable.
    ChooseCommittee => Applications Put "/api/applications/{application}/choice"
    /// 一键复制上次申报: what still fits, into what is still empty.
    CopyEarlier => Applications Post "/api/applications/{application}/copy"
    /// 职称申报进度, 查看进度 (R65, R97).
    ReadProgress => Applications Get "/api/applications/{application}/progress"
    /// The versions that were handed on, and what each changed (§5.5).
    ReadVersions => Applications Get "/api/applications/{application}/versions"

    /// Autosave of one section or one of the unit's forms.
    SaveSection => Sections Put "/api/applications/{application}/sections/{section}"
    /// 查询 (R27, R32, R57).
    LookUp => Sections Post "/api/applications/{application}/sections/{section}/lookup"

    PresignUpload => Uploads Post "/api/applications/{application}/scans"
    ConfirmUpload => Uploads Post "/api/applications/{application}/scans/{scan}/confirmation"
    /// Original or stamped copy, kind, description, mark.
    DescribeScan => Uploads Patch "/api/applications/{application}/scans/{scan}"
    /// 左转, 右转 (R40).
    TurnScan => Uploads Put "/api/applications/{application}/scans/{scan}/rotation"
    DeleteScan => Uploads Delete "/api/applications/{application}/scans/{scan}"
    ReadScan => Uploads Get "/api/applications/{application}/scans/{scan}/link"

    TakeStep => Workflow Post "/api/applications/{application}/steps"
    /// Applications that wait for the officer's organisation, and those it has seen before.
    ReadQueue => Workflow Get "/api/queue"

    /// 生成公示表 (R73).
    MakePublicityTable => Publicity Post "/api/applications/{application}/publicity-table"
    /// 下载公示表: a link to the one that hangs out, for everybody who may see the application.
    ReadPublicityTable => Publicity Get "/api/applications/{application}/publicity-table"
    /// Tells anybody whether the sheet with this check code still holds.
    CheckSheet => Publicity Get "/api/checks/{code}"
    /// 下载承诺书 (R62): the letter of a slot, to be signed by hand.
    PrintLetter => Publicity Post "/api/applications/{application}/sections/{section}/letters/{slot}"

    /// The order, known to the gateway, with what the QR code holds.
    OpenPayment => Payments Post "/api/applications/{application}/payment"
    /// Takes the gateway's signed word that an order was paid.
    PaymentCallback => Payments Post "/api/payment-callbacks"
    /// 缴费验证 (R72).
    VerifyPayment => Payments Post "/api/applications/{application}/payment/verification"
}

impl Route {
    /// `POST /api/codes`, API Gateway's route key.
    pub fn key(self) -> String {
        format!("{} {}", self.method(), self.path())
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|route| route.key() == key)
    }

    /// The path with its placeholders filled in order.
    pub fn url(self, parameters: &[&str]) -> String {
        let mut parameters = parameters.iter();
        let fill = |part: &str| match part.starts_with('{') {
            true => parameters.next().copied().unwrap_or_default().to_owned(),
            false => part.to_owned(),
        };
        self.path().split('/').map(fill).collect::<Vec<_>>().join("/")
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Get => "GET",
            Post => "POST",
            Put => "PUT",
            Patch => "PATCH",
            Delete => "DELETE",
        })
    }
}

impl Function {
    /// The folder under `functions/` and the binary's name.
    pub fn name(self) -> &'static str {
        match self {
            Registration => "registration",
            Organisations => "organisations",
            Applications => "applications",
            Sections => "sections",
            Uploads => "uploads",
            Workflow => "workflow",
            Publicity => "publicity",
            Payments => "payments",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_routes_share_a_key() {
        for (i, route) in Route::ALL.iter().enumerate() {
            assert!(Route::ALL[..i].iter().all(|earlier| earlier.key() != route.key()), "{}", route.key());
            assert_eq!(Route::find(&route.key()), Some(*route));
        }
    }

    #[test]
    fn a_url_takes_its_parameters_in_order() {
        let url = Route::SaveSection.url(&["a1", "education"]);
        assert_eq!(url, "/api/applications/a1/sections/education");
    }
}
