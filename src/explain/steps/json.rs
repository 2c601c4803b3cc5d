//! Steps for programs: an array of `{before, start, end, rule, after}`.

use serde_json::{Value, json};

use super::{Item, Step, Steps};
use crate::syntax::Span;

/// What is told where no rule had to decide.
const ONLY: &str = "all that is left";

impl Steps {
    /// The steps as JSON: places in code points of `before`. What happened inside of a step, where
    /// there was something, is an array `inside` of `{label, steps}`.
    pub fn json(&self) -> Value {
        Value::Array(self.all().map(step).collect())
    }
}

fn step(step: &Step) -> Value {
    let (start, end) = Span::new(step.start, step.end).code_points(&step.before);
    let rule = match step.rule.is_empty() {
        true => ONLY,
        false => &step.rule,
    };
    let mut object = json!({
        "before": step.before,
        "start": start,
        "end": end,
        "rule": rule,
        "after": step.after,
    });
    let mut groups = Vec::new();
    inside(&step.inside, "", &mut groups);
    if !groups.is_empty() {
        object["inside"] = Value::Array(groups);
    }
    object
}

/// What happened inside, with the label of what it was in.
fn inside(items: &[Item], label: &str, groups: &mut Vec<Value>) {
    if !crate::limits::stack_left() {
        return;
    }
    for item in items {
        match item {
            Item::Run(run) => {
                let steps: Vec<Value> = run.steps.iter().map(step).collect();
                let result = &run.result;
                groups.push(
                    json!({"label": label, "text": run.text, "steps": steps, "result": result}),
                );
            }
            Item::Group {
                label: inner,
                items,
                ..
            } => {
                let label = match label.is_empty() {
                    true => inner.clone(),
                    false => format!("{label}, {inner}"),
                };
                inside(items, &label, groups);
            }
            Item::Note(_) => {}
        }
    }
}
