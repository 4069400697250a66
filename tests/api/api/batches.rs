//! Dates and fees of a batch: what does not leave time for a publicity does not open.

use api::routes::Route;
use domain::batch::Batch;
use domain::pack::TitleLevel;
use harness::{LIUZHOU_2020, Refused, World};

fn opened(world: &World, batch: &Batch) -> Result<Batch, Refused> {
    let series = world.reviewer(LIUZHOU_2020.series_office().name);
    series.client.call(Route::SetBatch, &["liuzhou-2020"], batch)
}

fn refusal(world: &World, batch: &Batch) -> (u16, String, String) {
    let refused = opened(world, batch).unwrap_err();
    let problem = refused.problem.unwrap();
    (refused.status, problem.pointer.unwrap_or_default(), problem.title)
}

#[test]
fn r75_a_batch_leaves_five_working_days_between_the_personal_and_the_unit_deadline() {
    let world = World::start();
    let tight = Batch { unit_deadline: "2020-09-16".parse().unwrap(), ..LIUZHOU_2020.batch() };
    assert_eq!(
        refusal(&world, &tight),
        (422, "/unit_deadline".into(), "单位截止日期须在个人截止日期之后留出至少5个工作日用于公示".into())
    );
    let enough = Batch { unit_deadline: "2020-09-17".parse().unwrap(), ..LIUZHOU_2020.batch() };
    assert_eq!(opened(&world, &enough).unwrap(), enough);
}

/// 国庆 and 中秋 of 2020: twelve days, and only four of them are worked.
#[test]
fn r75_holidays_do_not_count_towards_the_time_for_publicity() {
    let world = World::start();
    let golden_week = Batch {
        personal_deadline: "2020-09-26".parse().unwrap(),
        unit_deadline: "2020-10-08".parse().unwrap(),
        ..LIUZHOU_2020.batch()
    };
    assert_eq!(refusal(&world, &golden_week).1, "/unit_deadline");
    let after = Batch { unit_deadline: "2020-10-09".parse().unwrap(), ..golden_week };
    assert_eq!(opened(&world, &after).unwrap(), after);
}

#[test]
fn a_batch_s_dates_follow_each_other() {
    let world = World::start();
    let backwards = Batch { open_on: "2020-09-11".parse().unwrap(), ..LIUZHOU_2020.batch() };
    assert_eq!(
        refusal(&world, &backwards),
        (
            422,
            "/personal_deadline".into(),
            "请按开放日期、个人、单位、主管部门、县区、系列、缴费的先后顺序设置截止日期".into()
        )
    );
}

/// §5.5: no correction ends before the applicants' time, or after that of the payments.
#[test]
fn a_batch_s_last_day_of_corrections_lies_within_its_dates() {
    let world = World::start();
    let until = |day: &str| Batch { final_correction_deadline: day.parse().unwrap(), ..LIUZHOU_2020.batch() };
    for outside in ["2020-09-09", "2020-12-11"] {
        assert_eq!(
            refusal(&world, &until(outside)),
            (
                422,
                "/final_correction_deadline".into(),
                "最后补正日期须在个人截止日期与缴费截止日期之间".into()
            )
        );
    }
    for within in ["2020-09-10", "2020-12-10"] {
        assert_eq!(opened(&world, &until(within)).unwrap(), until(within));
    }
}

#[test]
fn a_batch_without_a_fee_does_not_open() {
    let world = World::start();
    let mut free = LIUZHOU_2020.batch();
    free.fees_fen.remove(&TitleLevel::Middle);
    assert_eq!(
        refusal(&world, &free),
        (422, "/fees_fen".into(), "请设置工程师的评审费，未设置评审费的批次不能开放".into())
    );
}

#[test]
fn a_year_whose_holidays_are_not_published_opens_no_batch() {
    let world = World::start();
    let day = |text: &str| text.parse().unwrap();
    let unpublished = Batch {
        personal_deadline: day("2027-01-15"),
        unit_deadline: day("2027-02-15"),
        supervisor_deadline: day("2027-03-01"),
        county_deadline: day("2027-03-15"),
        series_deadline: day("2027-04-01"),
        payment_deadline: day("2027-05-01"),
        final_correction_deadline: day("2027-04-01"),
        ..LIUZHOU_2020.batch()
    };
    let (status, _, title) = refusal(&world, &unpublished);
    assert_eq!(status, 422);
    assert_eq!(title, "2027年的节假日安排尚未发布，暂不能计算工作日，请联系平台管理员更新日历");
}
