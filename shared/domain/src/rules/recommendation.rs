//! The unit's check, defence, deliberation and appraisals (R78–R92).

use crate::form::{Case, Code, Detail, Problem, Row, Spot, fixed_rows};
use crate::policy::FixedRows;

pub(super) fn every_category_was_checked(case: &Case<'_>, found: &mut Vec<Problem>) {
    let rows = case.rows("unit_check", "rows");
    for (id, heading) in fixed_rows(case, FixedRows::ApplicantSections) {
        let row = rows.iter().find(|row| row.id == id);
        let spot = Spot::field("unit_check", "result").in_row("rows", &id);
        match row.map_or("", |row| row.value("result")) {
            "Pass" => {}
            "" => {
                let message = format!("请审核“{heading}”并标注结果");
                found.push(Problem::error(Code::ENotChecked, spot, "R90", message));
            }
            _ => {
                let message = format!("“{heading}”有问题，请退回申报人修改完善");
                found.push(Problem::error(Code::ECheckFailed, spot, "R91", message));
            }
        }
    }
}

pub(super) fn defense_panel_is_large_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    let min = case.policy.batch.min_defense_panel;
    let n_members = case.rows("defense", "panel").len();
    if n_members < min {
        let message = format!("答辩小组不得少于{min}人，现有{n_members}人");
        let problem = Problem::error(Code::EPanelTooSmall, Spot::group("defense", "panel"), "R80", message);
        found.push(problem.with(Detail::found(n_members)));
    }
}

/// On the same day the defence must have started earlier (R79).
pub(super) fn defense_comes_before_deliberation(case: &Case<'_>, found: &mut Vec<Problem>) {
    if !case.is_senior() {
        return;
    }
    let when = |section| [case.value(section, "date"), case.value(section, "start_time")];
    let ([defended, from], [deliberated, start]) = (when("defense"), when("deliberation"));
    if defended.is_empty() || deliberated.is_empty() || defended < deliberated {
        return;
    }
    let same_day = defended == deliberated;
    if !same_day || (!from.is_empty() && !start.is_empty() && from >= start) {
        let message = format!(
            "面试答辩应在审议前组织：答辩（{defended} {from}）不早于审议（{deliberated} {start}），请核对"
        );
        found.push(Problem::error(Code::EDefenseAfter, Spot::field("deliberation", "date"), "R79", message));
    }
}

pub(super) fn group_has_five_members_and_one_leader(case: &Case<'_>, found: &mut Vec<Problem>) {
    let members = case.rows("deliberation", "members");
    let min = case.policy.batch.min_deliberation_members;
    let mut names: Vec<&str> =
        members.iter().map(|row| row.value("name")).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    let spot = Spot::group("deliberation", "members");
    if names.len() < min {
        let message = format!("审议推荐小组不得少于{min}人（同一人不重复计算），现有{}人", names.len());
        let problem = Problem::error(Code::EGroupTooSmall, spot.clone(), "R83", message);
        found.push(problem.with(Detail::found(names.len())));
    }
    let n_leaders = members.iter().filter(|row| row.value("is_leader") == "true").count();
    if n_leaders != 1 && !members.is_empty() {
        let message = format!("审议小组应有且仅有一名组长，现选了{n_leaders}名");
        let problem = Problem::error(Code::EOneLeader, spot, "R84", message);
        found.push(problem.with(Detail::found(n_leaders)));
    }
}

/// Who is present is who attended, and the leader leads (§4.16 U3).
pub(super) fn those_present_attended(case: &Case<'_>, found: &mut Vec<Problem>) {
    let members = case.rows("deliberation", "members");
    let absent = |row: &&Row| row.value("attended") == "false";
    let n_attended = members.len() - members.iter().filter(absent).count();
    let mut refuse = |spot: Spot, message: String| {
        found.push(Problem::error(Code::EPresent, spot, "R82", message));
    };
    if let Some(leader) = members.iter().filter(absent).find(|row| row.value("is_leader") == "true") {
        let spot = Spot::field("deliberation", "attended").in_row("members", &leader.id);
        refuse(spot, "审议小组组长应到会，请核对“是否到会”".to_owned());
    }
    // A width of its own: `usize` is another one in the browser.
    let present = case.value("deliberation", "present_count").parse::<u64>();
    if present.is_ok_and(|present| u64::try_from(n_attended) != Ok(present)) && !members.is_empty() {
        let message = format!("“到会人数”与成员名单中到会的{n_attended}人不符，请核对");
        refuse(Spot::field("deliberation", "present_count"), message);
    }
}

pub(super) fn votes_add_up(case: &Case<'_>, found: &mut Vec<Problem>) {
    let number = |field| case.value("deliberation", field).parse::<u32>().ok();
    let fields = ["present_count", "votes_for", "votes_against", "abstain"].map(number);
    let [Some(present), Some(votes_for), Some(against), Some(abstain)] = fields else { return };
    let spot = Spot::field("deliberation", "votes_for");
    if votes_for + against + abstain != present {
        let cast = votes_for + against + abstain;
        let message = format!("同意、反对、弃权票数之和应等于到会人数{present}，现为{cast}");
        found.push(Problem::error(Code::EVotes, spot, "R82", message));
    } else if case.value("deliberation", "result") == "Recommended" && votes_for * 2 <= present {
        let message = format!("审议结果为推荐的，同意票应超过到会人数的一半，现为{votes_for}票");
        found.push(Problem::error(Code::EVotes, spot, "R82", message));
    }
}

/// R85; who began later has fewer rows (R86).
pub(super) fn every_year_of_work_is_appraised(case: &Case<'_>, found: &mut Vec<Problem>) {
    let rows = case.rows("appraisals", "rows");
    for (year, heading) in fixed_rows(case, FixedRows::AppraisalYears) {
        let row = rows.iter().find(|row| row.id == year);
        if row.is_none_or(|row| row.value("result").is_empty()) {
            let spot = Spot::field("appraisals", "result").in_row("rows", &year);
            found.push(Problem::error(Code::EAppraisal, spot, "R85", format!("请填写{heading}的考核结果")));
        }
    }
}
