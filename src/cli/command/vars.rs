//! `:vars`.

use super::{Context, Refusal};
use crate::cli::exit::{Exit, Next};
use crate::value::{display, repr};

/// Lists the variables, each on a line that fits the terminal.
pub fn run(context: &mut Context, _argument: &str) -> Result<Next, Refusal> {
    for (name, value) in context.session.variables() {
        let value = match repr(&value) {
            Ok(text) => text,
            Err(raise) => {
                let exception = crate::value::Value::Exception(raise.0.clone());
                let message = display(&exception).unwrap_or_default();
                format!("({}: {message})", raise.class().name())
            }
        };
        let room = context
            .look
            .width
            .saturating_sub(name.chars().count() + 3)
            .max(10);
        let _ = context
            .setup
            .output
            .write_line(&format!("{name} = {}", shortened(&value, room)));
    }
    Ok(Next::Go(Exit::Success))
}

/// The text, or its beginning and its end.
fn shortened(text: &str, room: usize) -> String {
    let length = text.chars().count();
    if length <= room {
        return text.to_string();
    }
    let end = room / 3;
    let start = room - end - 1;
    let mut short: String = text.chars().take(start).collect();
    short.push('…');
    short.extend(text.chars().skip(length - end));
    short
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_values_lose_their_middle() {
        assert_eq!(shortened("123456789", 9), "123456789");
        assert_eq!(shortened("1234567890", 9), "12345…890");
    }
}
