//! The sections, groups, slots, fields and options that the code names: every other id is the pack's own.
//!
//! One table makes both the constants and the lists that the pack check goes through, so that whatever the code reads
//! by name is asked of every pack. `needed`: a pack cannot do without it; anything else may be named in `without`.

/// The dictionary with the bases of a refusal.
pub const REFUSAL_BASES: &str = "refusal_bases";

/// A section that the code names, with what it names in it.
pub struct ReadSection {
    pub id: &'static str,
    pub needed: bool,
    pub fields: &'static [ReadField],
    pub slots: &'static [&'static str],
    pub groups: &'static [ReadGroup],
}

/// A group of a section that the code names.
pub struct ReadGroup {
    pub id: &'static str,
    pub fields: &'static [ReadField],
}

/// A field that the code names.
pub struct ReadField {
    pub id: &'static str,
    pub needed: bool,
    /// Options that decide a step.
    pub offers: &'static [&'static str],
}

macro_rules! fields {
    ($($name:ident = $id:literal $($needed:ident)? $({ $($option:ident = $value:literal),* })?,)*) => {
        $(pub const $name: &str = $id;)*
        $($($(pub const $option: &str = $value;)*)?)*
        /// The fields above, for the pack check.
        pub const FIELDS: &[$crate::named::ReadField] = &[$($crate::named::ReadField {
            id: $name,
            needed: !stringify!($($needed)?).is_empty(),
            offers: &[$($($option),*)?],
        },)*];
    };
}

macro_rules! sections {
    ($($section:ident $($needed:ident)? {
        $(fields { $($field:tt)* })?
        $(slots { $($slot:ident = $slot_id:literal,)* })?
        $(group $group:ident { $($of_group:tt)* })?
    })*) => {
        $(pub mod $section {
            pub const ID: &str = stringify!($section);
            fields! { $($($field)*)? }
            $($(pub const $slot: &str = $slot_id;)*)?
            $(pub mod $group {
                pub const ID: &str = stringify!($group);
                fields! { $($of_group)* }
            })?
        })*

        /// Every section that the code names.
        pub const SECTIONS: &[ReadSection] = &[$(ReadSection {
            id: $section::ID,
            needed: !stringify!($($needed)?).is_empty(),
            fields: $section::FIELDS,
            slots: &[$($($section::$slot),*)?],
            groups: &[$(ReadGroup { id: $section::$group::ID, fields: $section::$group::FIELDS })?],
        },)*];
    };
}

sections! {
    basic_info needed {
        fields {
            NAME = "name" needed,
            ID_NUMBER = "id_number" needed,
            ID_KIND = "id_kind",
            GENDER = "gender",
            BIRTH_DATE = "birth_date" needed,
            MOBILE = "mobile" needed,
            UNIT_NAME = "unit_name" needed,
            UNIT_USC_CODE = "unit_usc_code",
            UNIT_COUNTY = "unit_county" needed,
            UNIT_NATURE = "unit_nature",
            SUPERVISOR = "supervisor",
            IDENTITY_NATURE = "identity_nature" needed,
            WORK_START = "work_start",
            PROFESSIONAL_WORK_START = "professional_work_start",
            CYCLE_YEAR = "cycle_year",
            TARGET_TITLE = "target_title" needed,
            INDUSTRY = "industry" needed,
            COMMITTEE_ID = "committee_id" needed,
            SPECIALTY = "specialty" needed,
            SPECIALTY_NOTE = "specialty_note",
            APPLICATION_MODE = "application_mode",
            EXCEPTIONAL = "exceptional",
            DUAL_DIRECTED = "dual_directed",
        }
    }
    education {
        group rows {
            EDUCATION_LEVEL = "education_level",
            DEGREE = "degree",
            MAJOR = "major",
            GRADUATED = "graduated",
            IS_BASIS = "is_basis",
        }
    }
    current_title {
        fields {
            NO_TITLE_APPLICATION = "no_title_application",
            HAS_TITLE = "has_title",
            PROOF_PATH = "proof_path",
            SOURCE = "source",
            TITLE_NAME = "title_name",
            LEVEL = "level",
            SERIES = "series",
            OBTAINED_DATE = "obtained_date",
            SENIORITY = "seniority",
        }
    }
    continuing_education {
        fields { INDUSTRY_CE_DECLARED = "industry_ce_declared", }
        group industry_courses {
            YEAR = "year",
            HOURS = "hours",
        }
    }
    publications {
        group rows {
            KIND = "kind",
            CN_NUMBER = "cn_number",
            ISSN = "issn",
            AUTHOR_ROLE = "author_role",
            AUTHOR_RANK = "author_rank",
            AUTHOR_COUNT = "author_count",
        }
    }
    career_history {
        group rows {
            START = "start",
            END = "end",
            ORGANISATION = "organisation",
        }
    }
    achievements {
        group rows {
            CRITERION_CODE = "criterion_code",
            END = "end",
        }
    }
    discipline {
        fields {
            HAS_DISCIPLINE = "has_discipline",
            IN_INTEGRITY_REGISTER = "in_integrity_register",
        }
        group rows {
            KIND = "kind",
            END_OF_EFFECT = "end_of_effect",
        }
    }
    social_insurance {
        fields {
            INSURED_UNIT = "insured_unit",
            PERSON_NAME = "person_name",
            ID_TAIL = "id_tail",
            MONTHS = "months",
        }
        slots { CONTRIBUTION_LIST = "contribution_list", }
    }
    declaration {
        fields {
            TRUTHFUL = "truthful",
            SIGNED_NAME = "signed_name",
            DECLARED_AT = "declared_at",
            CONTENT_DIGEST = "content_digest",
        }
    }
    unit_check {
        group rows {
            RESULT = "result" needed { PASS = "Pass", PROBLEM = "Problem" },
            NOTE = "note",
        }
    }
    publicity needed {
        fields {
            START_DATE = "start_date" needed,
            END_DATE = "end_date" needed,
            POSTED_BEFORE = "posted_before",
            POSTED_BEFORE_REASON = "posted_before_reason",
            PLACE = "place",
            METHOD = "method",
            CONTACT_DEPARTMENT = "contact_department",
            CONTACT_PERSON = "contact_person",
            CONTACT_PHONE = "contact_phone",
            HAS_OBJECTION = "has_objection",
            OBJECTION_CONTENT = "objection_content",
            HANDLING_RESULT = "handling_result",
            CONCLUSION = "conclusion" needed { NO_OBJECTION = "NoObjection", UPHELD = "Upheld" },
        }
    }
    defense {
        fields {
            DATE = "date",
            START_TIME = "start_time",
        }
        group panel { NAME = "name", }
    }
    deliberation {
        fields {
            DATE = "date",
            START_TIME = "start_time",
            PRESENT_COUNT = "present_count",
            VOTES_FOR = "votes_for",
            VOTES_AGAINST = "votes_against",
            ABSTAIN = "abstain",
            RESULT = "result" needed { RECOMMENDED = "Recommended", NOT_RECOMMENDED = "NotRecommended" },
        }
        group members {
            NAME = "name",
            IS_LEADER = "is_leader",
            ATTENDED = "attended",
        }
    }
    appraisals {
        group rows { RESULT = "result", }
    }
    unit_recommendation needed {
        fields {
            MORAL = "moral",
            RESULTS = "results",
            LEVEL = "level",
            ABILITY = "ability",
            ATTITUDE = "attitude",
            CONCLUSION = "conclusion" needed { NOT_RECOMMEND = "NotRecommend" },
            SIGNER = "signer",
            DATE = "date",
        }
    }
}

/// The fields of every section that looks something up in a register.
pub mod lookup {
    fields! {
        QUERY_STATE = "query_state" needed {
            NOT_QUERIED = "NotQueried",
            FOUND = "Found",
            NOT_FOUND = "NotFound",
            SERVICE_DOWN = "ServiceDown"
        },
    }
}

/// The field in which too many rows are explained; a group with `soft_max` asks for it.
pub const OVER_LIMIT_REASON: &str = "over_limit_reason";

/// A place of a pack without the names of lists: `publications.rows.issn` for `publications.groups.rows.fields.issn`.
pub(crate) fn path_of(place: &str) -> String {
    let is_list = |part: &str| ["sections", "groups", "slots", "fields"].contains(&part);
    place.split('.').filter(|part| !is_list(part)).collect::<Vec<_>>().join(".")
}

/// Returns true if the code names the section, group, slot or field of a place.
#[cfg(feature = "load")]
pub(crate) fn reads(place: &str) -> bool {
    let path = path_of(place);
    let Some((section, rest)) = path.split_once('.') else {
        return SECTIONS.iter().any(|read| read.id == path);
    };
    let Some(read) = SECTIONS.iter().find(|read| read.id == section) else { return false };
    let has = |fields: &[ReadField], id: &str| fields.iter().any(|field| field.id == id);
    match rest.split_once('.') {
        Some((group, id)) => read.groups.iter().any(|of| of.id == group && has(of.fields, id)),
        None => {
            has(read.fields, rest) || read.slots.contains(&rest) || read.groups.iter().any(|of| of.id == rest)
        }
    }
}
