//! The same content as a web page, for the racers that print web pages.
//!
//! Owns: `plan.html` and one SVG per chart beside it. It is plain on purpose: tables, headings and
//! pictures that both peers can set, so that neither is slowed by a trick.

use std::fmt::Write as _;
use std::path::Path;

use crate::Outcome;
use crate::plan::{Criterion, Initiative, Objective, Plan};

const STYLE: &str = "@page { size: A4; margin: 20mm } body { font: 10pt sans-serif } \
    section { page-break-before: always } table { width: 100%; border-collapse: collapse } \
    th, td { text-align: left; vertical-align: top; padding: 3pt; border-bottom: 0.5pt solid #bbb }";

/// Writes the page and its pictures into the folder.
pub(crate) fn write(folder: &Path, plan: &Plan) -> Outcome {
    let mut page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{0}</title><style>{STYLE}</style></head>\
         <body><h1>{0}</h1><table><tr><th>Account<td>{1}<tr><th>Sponsor<td>{2}<tr><th>Period<td>1 Oct 2026 to 30 Sep 2027</table>\
         <section><h1>Where we stand</h1><p>{3}</p><p>{4}</p>",
        plan.title, plan.account, plan.sponsor, plan.strategy, plan.highlights,
    );
    glance(&mut page, plan)?;
    page.push_str("</section>");
    for (n, objective) in plan.objectives.iter().enumerate() {
        section(&mut page, folder, n, objective)?;
    }
    page.push_str("</body></html>");
    Ok(std::fs::write(folder.join("plan.html"), page)?)
}

/// The two tables of the second page: outcomes, and what is due next.
fn glance(page: &mut String, plan: &Plan) -> Outcome {
    page.push_str("<h2>Outcomes at a glance</h2><table><tr><th>Outcome<th>Status<th>Progress<th>Due");
    for objective in &plan.objectives {
        let progress: f64 = objective.criteria.iter().map(progress).sum::<f64>() / 3.0;
        write!(page, "<tr><td>{}<td>On Track<td>{progress:.0} %<td>30 Sep 2027", objective.title)?;
    }
    page.push_str("</table><h2>Next due dates</h2><table><tr><th>Date<th>What<th>Who");
    let initiatives = plan.objectives.iter().flat_map(|objective| &objective.initiatives);
    let mut open: Vec<_> =
        initiatives.flat_map(|initiative| &initiative.tasks).filter(|task| !task.done).collect();
    open.sort_by(|one, other| one.due.cmp(&other.due));
    for task in open.iter().take(10) {
        write!(page, "<tr><td>{}<td>{}<td>{}", task.due, task.title, task.owner)?;
    }
    page.push_str("</table>");
    Ok(())
}

fn section(page: &mut String, folder: &Path, n: usize, objective: &Objective) -> Outcome {
    let Objective { title, summary, impact, successes, criteria, initiatives } = objective;
    write!(
        page,
        "<section><p>Outcome {}</p><h1>{title}</h1><p>{summary}</p><blockquote>{impact}</blockquote>",
        n + 1
    )?;
    page.push_str("<h2>How we will know</h2><table><tr><th>Criterion<th>Baseline<th>Target<th>Latest<th>Trend<th>Progress<th>By");
    for (m, criterion) in criteria.iter().enumerate() {
        let Criterion { name, unit, baseline, target, .. } = criterion;
        let latest = criterion.readings.last().map_or(*baseline, |(_, value)| *value);
        let (small, large) = (format!("trend-{n}-{m}.svg"), format!("chart-{n}-{m}.svg"));
        std::fs::write(folder.join(&small), picture(criterion, 80, 20))?;
        std::fs::write(folder.join(&large), picture(criterion, 480, 110))?;
        write!(
            page,
            "<tr><td>{name} ({unit})<td>{baseline}<td>{target}<td>{latest}<td><img src=\"{small}\" alt=\"\">\
             <td>{:.0} %<td>30 Jun 2027",
            progress(criterion),
        )?;
    }
    page.push_str("</table>");
    for (m, criterion) in criteria.iter().enumerate() {
        write!(page, "<p>{}</p><img src=\"chart-{n}-{m}.svg\" alt=\"{}\">", criterion.name, criterion.name)?;
    }
    write!(page, "<h2>Successes</h2><p>{successes}</p><h2>What we do</h2>")?;
    for Initiative { title, update, tasks } in initiatives {
        write!(page, "<h3>{title}</h3><p>{update}</p><table><tr><th>Task<th>Who<th>Due<th>Status")?;
        for task in tasks {
            let status = if task.done { "Closed Success" } else { "Work in Progress" };
            write!(page, "<tr><td>{}<td>{}<td>{}<td>{status}", task.title, task.owner, task.due)?;
        }
        page.push_str("</table>");
    }
    page.push_str("</section>");
    Ok(())
}

/// How far the latest reading is on its way, in percent.
fn progress(criterion: &Criterion) -> f64 {
    let Criterion { baseline, target, readings, .. } = criterion;
    let latest = readings.last().map_or(*baseline, |(_, value)| *value);
    100.0 * (latest - baseline) / (target - baseline)
}

/// The readings as a line between the heights of baseline and target.
fn picture(criterion: &Criterion, width: u32, height: u32) -> String {
    let Criterion { baseline, target, readings, .. } = criterion;
    let (low, high) = (baseline.min(*target), baseline.max(*target));
    let y = |value: f64| f64::from(height) * (1.0 - (value - low) / (high - low)).clamp(0.0, 1.0);
    let x = |n: u32| f64::from(width) * f64::from(n) / readings.len().max(2).saturating_sub(1) as f64;
    let points: Vec<_> =
        (0_u32..).zip(readings).map(|(n, (_, value))| format!("{:.1},{:.1}", x(n), y(*value))).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <line x1=\"0\" x2=\"{width}\" y1=\"{0:.1}\" y2=\"{0:.1}\" stroke=\"#999\"/>\
         <line x1=\"0\" x2=\"{width}\" y1=\"{1:.1}\" y2=\"{1:.1}\" stroke=\"#2a7\" stroke-dasharray=\"4 3\"/>\
         <polyline points=\"{2}\" fill=\"none\" stroke=\"#235\" stroke-width=\"1.5\"/></svg>",
        y(*baseline),
        y(*target),
        points.join(" "),
    )
}
