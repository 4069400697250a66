//! Estimated widths, in em: which values need a whole line, how wide columns are, and where a
//! string without a place to break must get one so that nothing leaves its cell.

use domain::publicity::Table;

/// Columns up to this width (a date, a rank, a level) keep it; longer ones share what is left.
const NARROW: f64 = 10.0;
const ZERO_WIDTH_SPACE: char = '\u{200B}';

/// A table column; `narrow` ones look best centred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Column {
    pub(crate) width: Width,
    pub(crate) narrow: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Width {
    Em(f64),
    Share(f64),
}

/// Returns an upper estimate of the printed width of one line of text.
pub(crate) fn text_width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

fn char_width(char: char) -> f64 {
    match char {
        'A'..='Z' | '@' | '%' | '&' | 'm' | 'w' => 0.95,
        ' '..='~' => 0.6,
        _ => 1.0,
    }
}

/// Adds break opportunities inside every run that is wider than `limit` and has none; removes
/// invisible formatting characters, which could glue text together or print it in another order.
pub(crate) fn breakable(text: &str, limit: f64) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for char in text.chars().filter(|char| !is_invisible_format(*char)) {
        if breaks_by_itself(char) {
            push_run(&mut out, &run, limit);
            run.clear();
            out.push(char);
        } else {
            run.push(char);
        }
    }
    push_run(&mut out, &run, limit);
    out
}

fn push_run(out: &mut String, run: &str, limit: f64) {
    let needs_breaks = text_width(run) > limit;
    for char in run.chars() {
        out.push(char);
        if needs_breaks {
            out.push(ZERO_WIDTH_SPACE);
        }
    }
}

/// Whether a line may break here: at blanks and ideographs. Punctuation seldom may begin a line.
fn breaks_by_itself(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\u{3000}') || (char >= '\u{2E80}' && char.is_alphanumeric())
}

fn is_invisible_format(char: char) -> bool {
    matches!(char, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The columns of `table` when `available` em are left for text beside the cell insets.
pub(crate) fn columns(table: &Table, available: f64) -> Vec<Column> {
    let natural: Vec<f64> = (0..table.columns.len()).map(|column| widest(table, column)).collect();
    let narrow: f64 = natural.iter().filter(|width| **width <= NARROW).sum();
    let all_narrow = natural.iter().all(|width| *width <= NARROW);
    let keep_narrow = !all_narrow && narrow <= available * 0.6;
    let column = |natural: f64| {
        let narrow = natural <= NARROW;
        let width = if narrow && keep_narrow { Width::Em(natural) } else { Width::Share(damped(natural)) };
        Column { width, narrow }
    };
    natural.into_iter().map(column).collect()
}

/// A column with ten times the text gets about three times the width, not ten.
fn damped(width: f64) -> f64 {
    width.clamp(3.0, NARROW) + 2.0 * (width - NARROW).max(0.0).sqrt()
}

fn widest(table: &Table, column: usize) -> f64 {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    cells.chain(table.columns.get(column)).map(|text| text_width(text)).fold(2.0, f64::max)
}

/// The text width each of `columns` comes to, in em.
pub(crate) fn text_widths(columns: &[Column], available: f64) -> Vec<f64> {
    let (mut fixed, mut shares) = (0.0, 0.0);
    for column in columns {
        match column.width {
            Width::Em(em) => fixed += em,
            Width::Share(share) => shares += share,
        }
    }
    let resolve = |column: &Column| match column.width {
        Width::Em(em) => em,
        Width::Share(share) => (available - fixed) * share / shares,
    };
    columns.iter().map(resolve).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str], row: &[&str]) -> Table {
        Table {
            title: String::new(),
            columns: columns.iter().map(ToString::to_string).collect(),
            rows: vec![row.iter().map(ToString::to_string).collect()],
        }
    }

    #[test]
    fn dates_keep_their_width_beside_long_text() {
        let columns = columns(&table(&["时间", "内容"], &["2018.09", &"长".repeat(300)]), 50.0);
        assert!(matches!(columns[0].width, Width::Em(em) if em >= text_width("2018.09")));
        assert!(matches!(columns[1].width, Width::Share(_)));
    }

    #[test]
    fn columns_fill_the_line_exactly() {
        for row in [["短", "短", "短"], ["短", "中等长度的一个单元格", "2018.09"]] {
            let columns = columns(&table(&["甲", "乙", "丙"], &row), 50.0);
            let total: f64 = text_widths(&columns, 50.0).iter().sum();
            assert!((total - 50.0).abs() < 1e-9, "{total}");
        }
    }

    #[test]
    fn only_runs_wider_than_the_cell_get_break_opportunities() {
        assert_eq!(breakable("见 ISSN1000-1234 页", 10.0), "见 ISSN1000-1234 页");
        assert_eq!(breakable("甲aaaa", 2.0), "甲a\u{200B}a\u{200B}a\u{200B}a\u{200B}");
        assert_eq!(breakable("甲。。。", 2.0), "甲。\u{200B}。\u{200B}。\u{200B}");
    }

    #[test]
    fn invisible_format_characters_are_left_out() {
        assert_eq!(breakable("甲\u{202E}乙\u{2060}丙", 10.0), "甲乙丙");
    }
}
